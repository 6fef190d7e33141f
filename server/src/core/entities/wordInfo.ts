import { type Reading, readings } from './clitics.ts';
import type { GazetteerEntry } from './gazetteer.ts';
import { type EntityTables, entityTables, type Head, type WordClass } from './tables.ts';

/** What the tables know of a word, whatever stands around it. */
export interface WordInfo {
	readonly key: string;
	readonly readings: readonly Reading[];
	/** Class of the word as a whole. */
	readonly whole: WordClass | undefined;
	/** The reading under which it can be (part of) a person's name, and its class; u is a word no table knows. */
	readonly name: { readonly reading: Reading; readonly kind: WordClass | 'u' } | undefined;
	/** Table names that begin here, longest first within a reading; readings with fewer clitics first. */
	readonly entries: readonly { readonly reading: Reading; readonly entry: GazetteerEntry }[];
	readonly heads: readonly { readonly skip: number; readonly head: Head }[];
	readonly title: boolean;
	readonly office: boolean;
	readonly speech: boolean;
	/** Has the article, as written. */
	readonly definite: boolean;
	/** Adjective of origin, with or without article. */
	readonly nationality: boolean;
	/** Goes on with a body's name after a definite noun. */
	readonly adjective: boolean;
	/** An ordinary word of the news under some reading: never taken for an unknown name. */
	readonly ordinary: boolean;
}

const known = new Map<string, WordInfo>();
const capacity = 65536;

/** What the tables know of a word with this match key. Remembered, so that a common word costs one lookup. */
export function wordInfo(key: string): WordInfo {
	const found = known.get(key);
	if (found !== undefined) {
		return found;
	}
	if (known.size >= capacity) {
		known.clear();
	}
	const info = look(key, entityTables());
	known.set(key, info);
	return info;
}

function look(key: string, tables: EntityTables): WordInfo {
	const ways = readings(key);
	const whole = tables.words.get(key);
	const definite = key.startsWith('ال') && key.length > 3;
	const nationality = tables.nationalities.has(key);
	const entries = ways.flatMap(reading => (tables.gazetteer.get(reading.key) ?? []).map(entry => ({ reading, entry })));
	const ordinary = whole === 'c' || (whole === undefined && isOrdinary(key, ways, tables.words));
	const any = (set: ReadonlySet<string>) => ways.some(reading => set.has(reading.key));
	return {
		key,
		readings: ways,
		whole,
		name: nameReading(key, ways, tables, ordinary),
		entries,
		heads: ways.flatMap(({ skip, key: rest }) => (tables.heads.get(rest) ?? []).map(head => ({ skip, head }))),
		title: any(tables.titles),
		office: any(tables.offices),
		speech: any(tables.speech),
		definite,
		nationality,
		adjective:
			definite &&
			!tables.closing.has(key) &&
			(nationality || tables.adjectives.has(key) || (key.length >= 6 && (key.endsWith('ي') || key.endsWith('يه')))),
		ordinary,
	};
}

function nameReading(key: string, ways: readonly Reading[], tables: EntityTables, ordinary: boolean): WordInfo['name'] {
	if (tables.words.get(key) === 'c' || tables.nationalities.has(key)) {
		return undefined;
	}
	for (const reading of ways) {
		const kind = compound(reading.key) ? 'g' : tables.words.get(reading.key);
		if (kind === 'c') {
			return undefined;
		}
		if (kind !== undefined) {
			return { reading, kind };
		}
	}
	const [reading] = ways;
	return !ordinary && reading !== undefined && /^[\u0621-\u064a]{3,}$/.test(key) ? { reading, kind: 'u' } : undefined;
}

/** عبدالرحمن, written as one. */
function compound(key: string): boolean {
	return key.length > 6 && key.startsWith('عبدال');
}

const endings = ['ه', 'ها', 'هم', 'هما', 'نا', 'ات', 'ون', 'ين', 'ان', 'وا', 'ي', 'يه', 'ا', 'تها', 'ته', 'تهم', 'ت'];
const beginnings = ['س', 'ال', 'وس', 'فس', 'ي', 'ت', 'ن', 'سي', 'ست', 'وي', 'وت'];

/** Whether clitics, an inflection or both turn an ordinary word into this one. */
function isOrdinary(key: string, ways: readonly Reading[], words: ReadonlyMap<string, WordClass>): boolean {
	const stems = ways.map(reading => reading.key);
	for (const beginning of beginnings) {
		if (key.startsWith(beginning)) {
			stems.push(key.slice(beginning.length));
		}
	}
	return stems.some(
		stem =>
			stem.length >= 3 &&
			(words.get(stem) === 'c' ||
				endings.some(ending => stem.endsWith(ending) && isCommonStem(stem.slice(0, -ending.length), words))),
	);
}

function isCommonStem(stem: string, words: ReadonlyMap<string, WordClass>): boolean {
	return stem.length >= 3 && (words.get(stem) === 'c' || words.get(`${stem}ه`) === 'c');
}
