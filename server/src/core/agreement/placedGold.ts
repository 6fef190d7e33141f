import { parse } from 'yaml';
import { codePointCounter } from '../formats/codePoints.ts';
import type { Offset } from '../span.ts';
import { type GoldDocument, readGold } from './gold.ts';

/** The path of the text that gold as YAML belongs to, by its key `text`; undefined where the source is no such gold. */
export function textOfPlacedGold(source: string): string | undefined {
	const fields = fieldsOf(parsed(source));
	const path = fields?.['text'];
	return typeof path === 'string' && Array.isArray(fields?.['statements']) ? path : undefined;
}

/**
 * Reads gold as a person writes it: YAML in which a span is its words and `n`, the n-th place, counted from 1, where those words
 * stand in the text, inside longer words too. What is wrong instead, where something is: a path, or words that do not stand there.
 */
export function readPlacedGold(source: string, text: string): GoldDocument | string {
	const fields = fieldsOf(parsed(source));
	if (fields === undefined) return 'the document';
	const lost: string[] = [];
	const place = placer(text, lost);
	const entity = (value: unknown) => ({ ...fieldsOf(value), ...place(value) });
	const gold = readGold({
		entities: mapped(fields['entities'], entity),
		nested: mapped(fields['nested'] ?? [], entity),
		quotes: mapped(fields['statements'], value => {
			const statement = fieldsOf(value) ?? {};
			const { cue, speaker } = statement;
			return {
				...statement,
				content: mapped(statement['content'], part => pair(place(part))),
				cue: cue ? pair(place(cue)) : null,
				speaker: speaker ? pair(place(speaker)) : null,
				speakerText: fieldsOf(speaker)?.['text'],
				antecedentText: fieldsOf(statement['antecedent'])?.['text'],
			};
		}),
		boilerplate: mapped(fields['boilerplate'] ?? [], value => ({ ...fieldsOf(value), ...place(value) })),
	});
	return lost[0] ?? gold;
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(source: string): unknown {
	try {
		return parse(source, { maxAliasCount: 0, logLevel: 'error' });
	} catch {
		return undefined;
	}
}

/** Code points of `{text, n}`; words that do not stand in the text are added to `lost`. */
function placer(text: string, lost: string[]): (value: unknown) => { readonly start?: Offset; readonly end?: Offset } {
	const count = codePointCounter(text);
	return value => {
		const { text: words, n } = fieldsOf(value) ?? {};
		if (typeof words !== 'string' || words === '' || typeof n !== 'number') return {};
		let start = -1;
		for (let place = 0; place < n; place++) {
			start = text.indexOf(words, start + 1);
			if (start < 0) {
				lost.push(`«${words}» ${n}`);
				return {};
			}
		}
		return { start: count(start), end: count(start + words.length) };
	};
}

function pair({ start, end }: { readonly start?: Offset; readonly end?: Offset }): readonly unknown[] {
	return [start, end];
}

function mapped(value: unknown, change: (item: unknown) => unknown): unknown {
	return Array.isArray(value) ? value.map(change) : value;
}

function fieldsOf(value: unknown): Fields | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
