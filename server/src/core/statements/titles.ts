import table from '../lexicon/statements/sources.yaml';
import { matchKey } from '../text/key.ts';
import { isRow, under } from './lexicon/readTable.ts';
import { adverbs, prepositions, sourceHeads } from './lexicon/wordLists.ts';
import type { Reading } from './reading.ts';

/** An office or a description: its head noun and what qualifies it (رئيس: وزراء، عراقي), as stems for comparing. */
export interface Title {
	readonly head: string;
	readonly words: readonly string[];
}

/** Somebody's title where it stands beside their name. */
export interface Titled {
	/** Token of the name. */
	readonly at: number;
	readonly entity: number;
	readonly title: Title;
}

/** How well a known title answers to one that is asked for: 2 the same words or more, 1 fewer words, 0 others. */
export function answers(known: Title, asked: Title): 0 | 1 | 2 {
	if (known.head !== asked.head) {
		return 0;
	}
	if (asked.words.every(word => known.words.includes(word))) {
		return 2;
	}
	return known.words.every(word => asked.words.includes(word)) ? 1 : 0;
}

/** The title in a stretch of tokens: its first head noun with the words behind it that belong to no name. */
export function titleIn(reading: Reading, first: number, last: number): Title | undefined {
	for (let at = first; at < last; at++) {
		const head = headStem(reading.tokens[at]?.key ?? '');
		if (head !== undefined) {
			return { head, words: qualifiers(reading, at + 1, last) };
		}
	}
	return undefined;
}

/** Persons with the titles that stand before or behind their names: رئيس الوزراء العراقي، فلان; فلان، مدير الشركة. In text order. */
export function titledPersons(reading: Reading): Titled[] {
	const result: Titled[] = [];
	for (let at = 0; at < reading.tokens.length; at++) {
		const index = reading.entityOf[at] ?? -1;
		if (index < 0 || reading.entities[index]?.label !== 'PER' || reading.entityOf[at - 1] === index) {
			continue;
		}
		for (const title of [titleBefore(reading, at), titleBehind(reading, at, index)]) {
			if (title !== undefined) {
				result.push({ at, entity: index, title });
			}
		}
	}
	return result;
}

/** How far a title reaches before or behind a name, in tokens. */
const reach = 8;

function titleBefore(reading: Reading, at: number): Title | undefined {
	let found: Title | undefined;
	// المتحدث باسم فلان is somebody else.
	if (reading.tokens[at - 1]?.key === 'باسم') {
		return undefined;
	}
	for (let from = at - 1; from >= Math.max(0, at - reach); from--) {
		const token = reading.tokens[from];
		const comma = token?.key === '،' || token?.key === ',';
		if (
			token === undefined ||
			token.kind === 'break' ||
			(token.kind === 'mark' && !(comma && from === at - 1)) ||
			adverbs.has(token.key)
		) {
			break;
		}
		const head = personStem(token.key) ?? personStem(token.key.slice(1));
		if (head !== undefined) {
			found = { head, words: qualifiers(reading, from + 1, at) };
		}
		if (prepositions.has(token.key)) {
			break;
		}
	}
	return found;
}

function titleBehind(reading: Reading, at: number, index: number): Title | undefined {
	let first = at;
	while (reading.entityOf[first] === index) {
		first += 1;
	}
	if (reading.tokens[first]?.key === '،') {
		first += 1;
	}
	const head = personStem(reading.tokens[first]?.key ?? '');
	let last = first + 1;
	while (
		last < first + reach &&
		reading.tokens[last]?.kind === 'word' &&
		!prepositions.has(reading.tokens[last]?.key ?? '')
	) {
		last += 1;
	}
	return head === undefined ? undefined : { head, words: qualifiers(reading, first + 1, last) };
}

function personStem(key: string): string | undefined {
	const kind = sourceHeads.get(key)?.kind;
	return kind === 'person' || kind === 'group' ? headStem(key) : undefined;
}

function headStem(key: string): string | undefined {
	const head = sourceHeads.get(key);
	return head?.kind === 'person' ||
		head?.kind === 'document' ||
		head?.kind === 'outlet' ||
		head?.kind === 'body' ||
		head?.kind === 'group'
		? singular(head.stem)
		: undefined;
}

/** مصادر points back to مصدر, الناطق to المتحدث. */
function singular(stem: string): string {
	return sameHead.get(stem) ?? stem;
}

function qualifiers(reading: Reading, first: number, last: number): string[] {
	const words: string[] = [];
	for (let at = first; at < last; at++) {
		const token = reading.tokens[at];
		const label = reading.entities[reading.entityOf[at] ?? -1]?.label;
		if (token?.kind === 'word' && label !== 'PER' && token.key.length > 2) {
			words.push(stemOf(token.key));
		}
	}
	return words;
}

const sameOffice = synonyms('sameOffice');
const sameHead = synonyms('sameHead');

function synonyms(list: string): ReadonlyMap<string, string> {
	const pairs = under(table, list);
	return new Map(Object.entries(isRow(pairs) ? pairs : {}).map(([from, to]) => [matchKey(from), matchKey(String(to))]));
}

/** The first letters of a word without its article: كوري and كوريا, نمساوي and نمسوي fall together. */
function stemOf(key: string): string {
	const bare = key.startsWith('ال') && key.length > 4 ? key.slice(2) : key;
	return (sameOffice.get(bare) ?? bare).slice(0, 3);
}
