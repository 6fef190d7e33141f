/**
 * What the ledger's page and the extension say to each other. Both sides look at what arrives before they use it.
 */
import type {
	LedgerQuery,
	IndexState as ProtocolIndex,
	LedgerResult as ProtocolResult,
} from '../../../../server/src/protocol/corpus.ts';
import type { Range } from '../../../../server/src/protocol/types.ts';
import {
	type Check,
	isBoolean,
	isCount,
	isObject,
	isRange,
	isString,
	isText,
	listOf,
	oneOf,
	optional,
} from '../../checks.ts';
import { exactly, type Form, read } from './read.ts';

export type LedgerIndex = ProtocolIndex;
export type LedgerResult = ProtocolResult;
export type Group = ProtocolResult['groups'][number];
export type Telling = Group['tellings'][number];
export type Speaker = ProtocolResult['speakers'][number];
export type Query = LedgerQuery;

export const statementTypes = ['direct', 'indirect', 'mixed', 'reported'] as const;
export const stances = [
	'neutral',
	'affirming',
	'opining',
	'doubting',
	'denying',
	'warning',
	'demanding',
	'promising',
	'praising',
	'criticising',
	'admitting',
	'expecting',
] as const;
export const statuses = ['suggested', 'confirmed'] as const;

/** From the page. `seq` comes back with the answer. */
export type FromLedger =
	| { readonly type: 'ready' }
	| { readonly type: 'query'; readonly seq: number; readonly query: Query }
	| { readonly type: 'open'; readonly uri: string; readonly range: Range; readonly where: 'text' | 'reader' }
	| { readonly type: 'export'; readonly format: 'csv' | 'jsonl'; readonly query: Query }
	| { readonly type: 'index'; readonly stop: boolean };

/** To the page. */
export type ToLedger =
	| {
			readonly type: 'setting';
			readonly words: Readonly<Record<string, string>>;
	  }
	| { readonly type: 'outlets'; readonly outlets: readonly string[] }
	/** `result` is missing where there is no corpus, or the server could not answer; then `failure` says so in words. */
	| { readonly type: 'answer'; readonly seq: number; readonly result?: LedgerResult; readonly failure?: string }
	| { readonly type: 'index'; readonly index: LedgerIndex };

/** What the page said, if it is a message of ours in every part. */
export function readFromLedger(value: unknown): FromLedger | undefined {
	return read<FromLedger>(value, fromPage);
}

/** What the extension said, if it is a message of ours; its rows are the server's own. */
export function readToLedger(value: unknown): ToLedger | undefined {
	return read<ToLedger>(value, fromExtension);
}

const isDay: Check = value => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

const isQuery = exactly({
	text: optional(isString),
	speaker: optional(isString),
	outlets: optional(listOf(isString)),
	since: optional(isDay),
	until: optional(isDay),
	type: optional(oneOf(...statementTypes)),
	stance: optional(oneOf(...stances)),
	status: optional(oneOf(...statuses)),
	shared: optional(isBoolean),
	offset: optional(isCount),
});

const fromPage: Readonly<Record<FromLedger['type'], Form>> = {
	ready: {},
	query: { seq: isCount, query: isQuery },
	open: { uri: isString, range: isRange, where: oneOf('text', 'reader') },
	export: { format: oneOf('csv', 'jsonl'), query: isQuery },
	index: { stop: isBoolean },
};

const fromExtension: Readonly<Record<ToLedger['type'], Form>> = {
	setting: { words: isObject },
	outlets: { outlets: listOf(isText) },
	answer: { seq: isCount, result: optional(isObject), failure: optional(isText) },
	index: { index: isObject },
};
