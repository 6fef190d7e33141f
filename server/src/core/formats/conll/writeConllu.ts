import type { Span } from '../../span.ts';
import { fitted } from '../fit.ts';
import type { Article, Exported } from '../format.ts';
import { type Run, type TaggedSentence, taggedSentences } from './sentences.ts';
import { conllHolds } from './writeConll.ts';

/** What CoNLL-U can hold: the whole text, and names inside names in its last column. */
export const conlluHolds = { ...conllHolds, text: 'whole', nested: true } as const;

/**
 * CoNLL-U: ten columns, names as brackets in MISC (`Entity=(PER`, `PER)`, `(ORG)`), a token that a name cuts as a multiword token
 * (`7-8 لرويترز`). What stands between tokens is in `SpaceAfter`, `SpacesAfter` and `SpacesBefore`, so that the text comes back whole.
 */
export function writeConllu(article: Article): Exported {
	const { graph, losses } = fitted(article, conlluHolds);
	const { text, path } = article;
	const { sentences, losses: more } = taggedSentences(text, graph.marks);
	const held = sentences.length > 0 || text === '' ? [] : [{ code: 'lost-text', id: '', text: path }];
	let output = `# newdoc id = ${path.replace(/\p{Cc}/gu, ' ')}\n`;
	for (const [index, sentence] of sentences.entries()) {
		const from = sentence.words[0]?.start ?? 0;
		const next = sentences[index + 1]?.words[0]?.start ?? text.length;
		const line = text.slice(from, sentence.words.at(-1)?.end ?? from).replace(/[\s\p{Cc}]+/gu, ' ');
		output += `# sent_id = ${index + 1}\n# text = ${line}\n${rows(text, sentence, { start: index === 0 ? 0 : from, end: next })}\n`;
	}
	return { files: [{ path: path.replace(/\.txt$/, '.conllu'), text: output }], losses: [...losses, ...more, ...held] };
}

/** `reach`: the stretch of text that the sentence accounts for. */
function rows(text: string, { words, runs }: TaggedSentence, reach: Span): string {
	let output = '';
	let number = 0;
	for (const [index, word] of words.entries()) {
		const before = index === 0 ? text.slice(reach.start, word.start) : '';
		const between = text.slice(word.end, words[index + 1]?.start ?? reach.end);
		const spaces = [
			...(before === '' ? [] : [`SpacesBefore=${escaped(before)}`]),
			...(between === ' ' && index < words.length - 1
				? []
				: between === ''
					? ['SpaceAfter=No']
					: [`SpacesAfter=${escaped(between)}`]),
		];
		const form = text.slice(word.start, word.end);
		if (word.pieces.length === 1) {
			output += row(`${number + 1}`, form, [...entity(runs, number), ...spaces]);
			number += 1;
			continue;
		}
		output += row(`${number + 1}-${number + word.pieces.length}`, form, spaces);
		for (const { start, end } of word.pieces) {
			output += row(`${number + 1}`, text.slice(start, end), entity(runs, number));
			number += 1;
		}
	}
	return output;
}

function row(id: string, form: string, misc: readonly string[]): string {
	return `${id}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc.length === 0 ? '_' : misc.join('|')}\n`;
}

function entity(runs: readonly Run[], at: number): readonly string[] {
	const opening = runs
		.filter(({ first, last }) => first === at && last > at)
		.map(({ label }) => `(${bracketed(label)}`);
	const single = runs
		.filter(({ first, last }) => first === at && last === at)
		.map(({ label }) => `(${bracketed(label)})`);
	const closing = runs
		.filter(({ first, last }) => last === at && first < at)
		.map(({ label }) => `${bracketed(label)})`)
		.reverse();
	const all = [...opening, ...single, ...closing].join('');
	return all === '' ? [] : [`Entity=${all}`];
}

/** A label as brackets and bars allow it. */
function bracketed(label: string): string {
	return label.replace(/[()|\s]/g, '_');
}

/** As UDPipe escapes blanks in these keys. */
function escaped(blanks: string): string {
	return blanks.replace(/[\\ \t\r\n|]/g, char => escapes[char] ?? char);
}

const escapes: Readonly<Record<string, string>> = {
	'\\': '\\\\',
	' ': '\\s',
	'\t': '\\t',
	'\r': '\\r',
	'\n': '\\n',
	'|': '\\p',
};
