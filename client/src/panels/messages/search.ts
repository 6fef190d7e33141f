/** What the page of the concordance and the extension say to each other. Both sides look at what arrives before they use it. */
import type {
	IndexState as ProtocolIndex,
	SearchQuery as ProtocolQuery,
	SearchResult as ProtocolResult,
	SearchResultRow as ProtocolRow,
} from '../../../../server/src/protocol/corpus.ts';
import type { SchemeItem as ProtocolScheme } from '../../../../server/src/protocol/types.ts';
import {
	type Check,
	isBoolean,
	isCount,
	isObject,
	isRange,
	isStatementType,
	isString,
	isText,
	listOf,
	oneOf,
	optional,
} from '../../checks.ts';
import { exactly, type Form, read } from './read.ts';

export type IndexState = ProtocolIndex;
export type Query = ProtocolQuery;
export type Result = ProtocolResult;
export type Row = ProtocolRow;
export type SchemeItem = ProtocolScheme;

/** A place in an article of the corpus. */
export type Place = Pick<Row, 'uri' | 'range' | 'id'>;

/** What is done with ticked rows. */
export type Act = 'accept' | 'reject' | 'label' | 'link';

/** From the page. `seq` comes back with the answer. */
export type SearchToExtension =
	| { readonly type: 'ready' }
	| { readonly type: 'search'; readonly seq: number; readonly query: Query }
	| { readonly type: 'open'; readonly place: Place; readonly where: 'text' | 'reader' }
	| { readonly type: 'act'; readonly act: Act; readonly places: readonly Place[]; readonly label?: string }
	| { readonly type: 'undo' }
	| { readonly type: 'csv'; readonly query: Query }
	| { readonly type: 'index'; readonly stop: boolean };

/** To the page. */
export type SearchToPage =
	| {
			readonly type: 'setting';
			readonly scheme: SchemeItem;
			/** Colours of labels in every theme. */
			readonly css: string;
			/** The page's own words, by key. */
			readonly words: Readonly<Record<string, string>>;
			/** Names that the register has, to be offered. */
			readonly names: readonly string[];
			/** Words to search for at once. */
			readonly text?: string;
	  }
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'outlets'; readonly outlets: readonly string[] }
	| { readonly type: 'found'; readonly seq: number; readonly result: Result }
	| { readonly type: 'failed'; readonly seq: number; readonly message: string }
	/** Something was decided, or nothing where `count` is not there. */
	| { readonly type: 'acted'; readonly count?: number }
	| { readonly type: 'index'; readonly state: IndexState };

/** What the page said, if it is a message of ours in every part; everything else is nothing. */
export function readFromPage(value: unknown): SearchToExtension | undefined {
	return read<SearchToExtension>(value, fromPage);
}

/** What the extension said, if it is a message of ours; its parts are the extension's own data. */
export function readFromExtension(value: unknown): SearchToPage | undefined {
	return read<SearchToPage>(value, fromExtension);
}

const isDay: Check = value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const isQuery = exactly({
	text: optional(isString),
	match: optional(oneOf('written', 'folded', 'clitics')),
	label: optional(isString),
	entity: optional(isString),
	speaker: optional(isString),
	type: optional(isStatementType),
	stance: optional(isString),
	cue: optional(isString),
	status: optional(oneOf('suggested', 'confirmed', 'rejected')),
	outlets: optional(listOf(isString)),
	since: optional(isDay),
	until: optional(isDay),
	sort: optional(oneOf('place', 'left', 'right', 'date')),
	offset: optional(isCount),
	limit: optional(value => isCount(value) && (value as number) <= mostRows),
} satisfies Readonly<Record<Exclude<keyof Query, 'below'>, Check>>);

/** A page of rows is no longer. */
const mostRows = 10_000;

const isPlace = exactly({ uri: isString, range: isRange, id: optional(isString) });

const fromPage: Readonly<Record<SearchToExtension['type'], Form>> = {
	ready: {},
	search: { seq: isCount, query: isQuery },
	open: { place: isPlace, where: oneOf('text', 'reader') },
	act: { act: oneOf('accept', 'reject', 'label', 'link'), places: listOf(isPlace), label: optional(isString) },
	undo: {},
	csv: { query: isQuery },
	index: { stop: isBoolean },
};

const fromExtension: Readonly<Record<SearchToPage['type'], Form>> = {
	setting: { scheme: isObject, css: isText, words: isObject, names: listOf(isText), text: optional(isText) },
	text: { text: isText },
	outlets: { outlets: listOf(isText) },
	found: { seq: isCount, result: isObject },
	failed: { seq: isCount, message: isText },
	acted: { count: optional(isCount) },
	index: { state: isObject },
};
