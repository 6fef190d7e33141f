import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { analyse } from '../../../server/src/core/analysis/analyse.ts';
import type { Analysis } from '../../../server/src/core/model.ts';
import type { Span } from '../../../server/src/core/span.ts';
import { expectFile } from '../../support/expectFile.ts';

const root = path.join(import.meta.dirname, '../../../annotations/sample/news');
const snapshots = path.join(import.meta.dirname, '../../snapshots/sample');

/** All that is suggested for a text, line by line, for reading: names under the line they stand in, then statements in full. */
function shown(text: string, analysis: Analysis): string {
	const words = ({ start, end }: Span): string => text.slice(start, end).replace(/\n/g, '⏎');
	const out: string[] = [];
	let offset = 0;
	for (const line of text.split('\n')) {
		const end = offset + line.length;
		const here = ({ span }: { readonly span: Span }): boolean => offset <= span.start && span.start < end;
		if (line !== '') {
			out.push(line);
			for (const { label, span, name, form, value } of analysis.entities.filter(here)) {
				const more = [name === '' ? '' : `= ${name}`, form === undefined ? '' : `form ${form}`, value ?? ''];
				out.push(`  ${label} ${words(span)} ${more.filter(part => part !== '').join(' ')}`.trimEnd());
			}
			for (const { kind, what, span } of analysis.regions.filter(here)) {
				out.push(`  ${kind}${what === undefined ? '' : ` ${what}`}: ${words(span)}`);
			}
		}
		offset = end + 1;
	}
	out.push('');
	for (const [index, statement] of analysis.statements.entries()) {
		const { type, content, cue, speaker, speakerName, speakerEntity, resolution, via, addressee, nestedIn } = statement;
		out.push(`${index} ${type} ${content.map(words).join(' … ')}`);
		const parts: readonly (readonly [string, string | undefined])[] = [
			['cue', cue && words(cue)],
			['speaker', speaker && words(speaker)],
			['name', speakerName],
			['entity', speakerEntity],
			['how', resolution.how + (resolution.antecedent === undefined ? '' : ` ← ${words(resolution.antecedent)}`)],
			['via', via && words(via)],
			['to', addressee && words(addressee)],
			['inside', nestedIn === undefined ? undefined : `${nestedIn}`],
		];
		out.push(...parts.flatMap(([role, value]) => (value === undefined ? [] : [`  ${role}: ${value}`])));
	}
	return `${out.join('\n')}\n`;
}

suite('suggestions for the sample corpus', () => {
	for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter(file => file.endsWith('.txt'))
		.sort()) {
		test(name, () => {
			const text = readFileSync(path.join(root, name), 'utf8');
			expectFile(path.join(snapshots, `${name}.snap`), shown(text, analyse(text)));
		});
	}
});
