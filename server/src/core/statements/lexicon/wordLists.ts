import adjuncts from '../../lexicon/statements/adjuncts.yaml';
import sources from '../../lexicon/statements/sources.yaml';
import { matchKey } from '../../text/key.ts';
import type { Agreement } from './conjugation.ts';
import { under, wordsOf } from './readTable.ts';

/** What a noun that heads a source is. */
export type SourceKind = 'person' | 'group' | 'body' | 'outlet' | 'document';

export interface SourceHead {
	readonly kind: SourceKind;
	readonly agreement: Agreement;
	readonly definite: boolean;
	/** The noun without its article, for finding what الوزير points back to. */
	readonly stem: string;
	/** Whether a source with this head and no name is an unnamed one. */
	readonly unnamed: boolean;
}

/** A list of a table as match keys. */
export function keysOf(table: unknown, ...path: readonly string[]): ReadonlySet<string> {
	return new Set(wordsOf(under(table, ...path)).map(matchKey));
}

export const prepositions = keysOf(adjuncts, 'prepositions');
export const occasions = keysOf(adjuncts, 'events');
export const adverbs = keysOf(adjuncts, 'adverbs');
export const attached = keysOf(adjuncts, 'attached');
export const fieldTitles = keysOf(adjuncts, 'fieldTitles');
export const objectStarters = keysOf(adjuncts, 'objectStarters');
export const kin = keysOf(sources, 'kin');
export const titleEnds = keysOf(adjuncts, 'titleEnds');
export const onTitles = keysOf(adjuncts, 'onTitles');
export const honorifics = keysOf(sources, 'honorifics');
export const nameTriggers = keysOf(sources, 'nameTriggers');
export const lastAnaphors = keysOf(sources, 'anaphors', 'last');
export const honoured = keysOf(sources, 'anaphors', 'honoured');
export const demonstratives = keysOf(sources, 'anaphors', 'this');
export const outletNouns: ReadonlySet<string> = new Set([
	...keysOf(sources, 'outlets', 'feminine'),
	...keysOf(sources, 'outlets', 'masculine'),
	...[...keysOf(sources, 'outlets', 'feminine')].map(key => `${key.replace(/ه$/, 'ت')}نا`),
	...[...keysOf(sources, 'outlets', 'masculine')].map(key => `${key}نا`),
]);

/** Nouns that head sources, by match key, with and without article. */
export const sourceHeads: ReadonlyMap<string, SourceHead> = compile();

function compile(): ReadonlyMap<string, SourceHead> {
	const heads = new Map<string, SourceHead>();
	const unnamed = keysOf(sources, 'unnamed');
	const add = (key: string, kind: SourceKind, agreement: Agreement): void => {
		const head = { kind, agreement, stem: key, unnamed: unnamed.has(key) };
		if (!heads.has(key)) {
			heads.set(key, { ...head, definite: false });
			heads.set(`ال${key}`, { ...head, definite: true });
			// Behind أن and كان the indefinite masculine ends in an alif: أن تقريرا.
			if (/[^اهي]$/.test(key) && !heads.has(`${key}ا`)) {
				heads.set(`${key}ا`, { ...head, definite: false });
			}
		}
	};
	for (const kind of ['outlet', 'document', 'body'] as const) {
		const plural = kind === 'body' ? 'bodies' : `${kind}s`;
		for (const key of keysOf(sources, plural, 'feminine')) {
			add(key, kind, { gender: 'f', count: 'one' });
		}
		for (const key of keysOf(sources, plural, 'masculine')) {
			add(key, kind, { gender: 'm', count: 'one' });
		}
	}
	for (const key of keysOf(sources, 'groups')) {
		add(key, 'group', { gender: 'm', count: 'many' });
	}
	for (const word of keysOf(sources, 'persons')) {
		const feminine = word.endsWith('ه') || ['ام', 'ابنه'].includes(word);
		add(word, 'person', { gender: feminine ? 'f' : 'm', count: 'one' });
		if (/^م.{3,}[^هي]$/.test(word)) {
			// Sound plurals of participles: مفاوضون, مفاوضين.
			add(`${word}ون`, 'group', { gender: 'm', count: 'many' });
			add(`${word}ين`, 'group', { gender: 'm', count: 'many' });
		}
		if (!feminine) {
			add(`${word}ه`, 'person', { gender: 'f', count: 'one' });
		}
	}
	return heads;
}
