import { type Reading, readings } from './clitics.ts';
import { mayBeginDate } from './dateTables.ts';
import type { GazetteerEntry } from './gazetteer.ts';
import { type EntityTables, entityTables, type Head, type WordClass } from './tables.ts';

/** A class of words.tsv; u is a word no table knows, i one that may be an inflected ordinary word, o an ordinary word with clitics. */
export type NameKind = Exclude<WordClass, 'c'> | 'u' | 'i' | 'o';

/** What the tables know of a word, whatever stands around it. */
export interface WordInfo {
	readonly key: string;
	readonly readings: readonly Reading[];
	/** Class of the word as a whole. */
	readonly whole: WordClass | undefined;
	/** The reading under which it can be (part of) a person's name, and its class; see NameKind. */
	readonly name: { readonly reading: Reading; readonly kind: NameKind } | undefined;
	/** Table names that begin here, longest first within a reading; readings with fewer clitics first. */
	readonly entries: readonly { readonly reading: Reading; readonly entry: GazetteerEntry }[];
	readonly heads: readonly { readonly skip: number; readonly head: Head }[];
	readonly title: boolean;
	/** A title, but an ordinary noun as well. */
	readonly weakTitle: boolean;
	readonly office: boolean;
	readonly speech: boolean;
	/** May begin a date. */
	readonly date: boolean;
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
	const ordinary = whole === 'c' ? 'o' : whole === undefined ? ordinaryStem(key, ways, tables) : undefined;
	const any = (set: ReadonlySet<string>) =>
		ways.some(reading => (reading.skip === 0 || reading.key.length > 3) && set.has(reading.key));
	return {
		key,
		readings: ways,
		whole,
		name: nameReading(key, ways, tables, ordinary),
		entries,
		heads: ways.flatMap(({ skip, key: rest }) => (tables.heads.get(rest) ?? []).map(head => ({ skip, head }))),
		title: any(tables.titles),
		weakTitle: any(tables.weakTitles),
		office: any(tables.offices),
		speech: any(tables.speech),
		date: ways.some(reading => mayBeginDate(reading.key)),
		definite,
		nationality,
		adjective:
			definite &&
			!tables.closing.has(key) &&
			(nationality || tables.adjectives.has(key) || (key.length >= 6 && (key.endsWith('ي') || key.endsWith('يه')))),
		ordinary: ordinary !== undefined,
	};
}

function nameReading(
	key: string,
	ways: readonly Reading[],
	tables: EntityTables,
	ordinary: 'i' | 'o' | undefined,
): WordInfo['name'] {
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
	return reading !== undefined && /^[\u0621-\u064a]{3,}$/.test(key) ? { reading, kind: ordinary ?? 'u' } : undefined;
}

/** عبدالرحمن, written as one. */
function compound(key: string): boolean {
	return key.length > 6 && key.startsWith('عبدال');
}

/** How an ordinary word makes this one: with clitics (o), or with an ending too (i); undefined where none does. */
function ordinaryStem(
	key: string,
	ways: readonly Reading[],
	{ words, nameParts }: EntityTables,
): 'i' | 'o' | undefined {
	const stems = ways.map(reading => reading.key);
	for (const prefix of nameParts.prefixes) {
		if (key.startsWith(prefix)) {
			stems.push(key.slice(prefix.length));
		}
	}
	if (stems.some(stem => stem.length >= 4 && words.get(stem) === 'c')) {
		return 'o';
	}
	const inflected = stems.some(
		stem =>
			(stem.length === 3 && words.get(stem) === 'c') ||
			nameParts.suffixes.some(suffix => stem.endsWith(suffix) && isCommonStem(stem.slice(0, -suffix.length), words)),
	);
	return inflected ? 'i' : undefined;
}

function isCommonStem(stem: string, words: ReadonlyMap<string, WordClass>): boolean {
	return stem.length >= 3 && (words.get(stem) === 'c' || words.get(`${stem}ه`) === 'c');
}
