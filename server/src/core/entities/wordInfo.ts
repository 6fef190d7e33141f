import { formOf, type WordForm } from '../text/wordForms.ts';
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
	/** Traces of the keys of its readings, ten bits each; -1 for more than three readings. */
	readonly traces: number;
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
	/** Tells of sport. */
	readonly sport: boolean;
	/** Has the article, as written. */
	readonly definite: boolean;
	/** Adjective of origin, with or without article. */
	readonly nationality: boolean;
	/** A clitic and a title or office (بولي). */
	readonly titleWithClitic: boolean;
	/** The particle, without clitics, with which a name may begin (أبو مهدي); '' for none. */
	readonly opener: string;
	/** Joins the word behind it to a name. */
	readonly joint: boolean;
	/** Joins itself to the word before it. */
	readonly second: boolean;
	/** Numbers the bearers of a name. */
	readonly numeral: boolean;
	/** Goes on with a body's name after a definite noun. */
	readonly adjective: boolean;
	/** An ordinary word of the news under some reading: never taken for an unknown name. */
	readonly ordinary: boolean;
}

/** What the tables know of a word, by its form: costs nothing once it was asked for. */
export function formInfo(form: WordForm): WordInfo {
	const known = form.names as WordInfo | undefined;
	return known ?? fresh(form);
}

function fresh(form: WordForm): WordInfo {
	const info = look(form.key, entityTables());
	form.names = info;
	return info;
}

/** What the tables know of a word with this match key. */
export function wordInfo(key: string): WordInfo {
	return formInfo(formOf(key));
}

function look(key: string, tables: EntityTables): WordInfo {
	const ways = readings(key);
	const whole = tables.words.get(key);
	const definite = key.startsWith('ال') && key.length > 3;
	const nationality = tables.nationalities.has(key);
	const ordinary = whole === 'c' ? 'o' : whole === undefined ? ordinaryStem(key, ways, tables) : undefined;
	let entries: { readonly reading: Reading; readonly entry: GazetteerEntry }[] | undefined;
	let heads: { readonly skip: number; readonly head: Head }[] | undefined;
	let date = false;
	let titleWithClitic = false;
	const traits = { title: false, weakTitle: false, office: false, speech: false };
	for (const reading of ways) {
		const listed = tables.listings.get(reading.key);
		date ||= mayBeginDate(reading.key);
		if (listed === undefined) {
			continue;
		}
		for (const entry of listed.entries) {
			entries ??= [];
			entries.push({ reading, entry });
		}
		for (const head of listed.heads) {
			heads ??= [];
			heads.push({ skip: reading.skip, head });
		}
		titleWithClitic ||=
			reading.skip > 0 && reading.key.length > 2 && (listed.title || listed.weakTitle || listed.office);
		if (reading.skip === 0 || reading.key.length > 3) {
			traits.title ||= listed.title;
			traits.weakTitle ||= listed.weakTitle;
			traits.office ||= listed.office;
			traits.speech ||= listed.speech;
		}
	}
	return {
		key,
		readings: ways,
		traces: tracesOf(ways),
		whole,
		name: nameReading(key, ways, tables, ordinary),
		entries: entries ?? none,
		heads: heads ?? none,
		title: traits.title,
		weakTitle: traits.weakTitle,
		office: traits.office,
		speech: traits.speech,
		date,
		sport: tables.roles.sport.has(key),
		definite,
		nationality,
		adjective:
			definite &&
			!tables.closing.has(key) &&
			(nationality || tables.adjectives.has(key) || (key.length >= 6 && (key.endsWith('ي') || key.endsWith('يه')))),
		ordinary: ordinary !== undefined,
		titleWithClitic,
		opener: openerOf(key, tables),
		joint: tables.nameParts.joints.has(key),
		second: tables.nameParts.seconds.has(key),
		numeral: tables.nameParts.numbers.has(key),
	};
}

function openerOf(key: string, { nameParts }: EntityTables): string {
	const bare = key.slice(particleSkip(key));
	return nameParts.openers.has(bare) ? bare : '';
}

/** Letters before a particle that are clitics. */
export function particleSkip(key: string): number {
	return key.length === 4 && /^[وفلبك](ابو|ابي|عبد|ابن)$/.test(key) ? 1 : 0;
}

const none: readonly never[] = [];

/** A small number by which most keys are told apart: see `WordInfo.traces`. */
export function traceOf(key: string): number {
	const middle = key.charCodeAt(key.length >> 1);
	return (key.charCodeAt(0) * 37 + middle * 61 + key.charCodeAt(key.length - 1) * 11 + key.length * 131) & 1023;
}

function tracesOf(ways: readonly Reading[]): number {
	let traces = 0;
	for (let n = 2; n >= 0; n--) {
		traces = traces * 1024 + traceOf((ways[n] ?? ways[0])?.key ?? '');
	}
	return ways.length > 3 ? -1 : traces;
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
