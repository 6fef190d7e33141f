import type { AnnotationRecord } from '../model.ts';
import { compareText } from './order.ts';
import { sameData } from './sameData.ts';
import type { StoredRecord } from './stored.ts';

export interface RecordMerge {
	readonly record: StoredRecord;
	/** Both sides changed one thing in different ways: theirs is kept whole under `alternatives`. */
	readonly conflict: boolean;
}

export interface MergeOptions {
	/** Whether both sides count places in one text; else a place is compared by its words alone. */
	readonly sameText: boolean;
	/** Whose places to take where both have the same words in different texts. */
	readonly newerText: 'mine' | 'theirs';
}

/**
 * Merges one record that both sides have, group of fields by group of fields. Without a base, what only one side says is taken
 * and what both say differently is a conflict. Marks of how something was decided (from, review, score, by) never conflict,
 * comments are kept side by side.
 */
export function mergeRecord(
	base: StoredRecord | undefined,
	mine: StoredRecord,
	theirs: StoredRecord,
	options: MergeOptions,
): RecordMerge {
	if (sameData(mine, theirs) || (base !== undefined && sameData(base, theirs))) {
		return { record: mine, conflict: false };
	}
	if (base !== undefined && sameData(base, mine)) {
		return { record: theirs, conflict: false };
	}
	if (mine.kind !== theirs.kind) {
		return { record: withAlternative(mine, theirs), conflict: true };
	}
	const merged: Record<string, unknown> = { id: mine.id, kind: mine.kind };
	let conflict = false;
	for (const group of groups) {
		const choice = mergeGroup(group, base, mine, theirs, options);
		conflict ||= choice.conflict;
		for (const key of group.keys) {
			const value = fieldOf(choice.from, key);
			if (value !== undefined) {
				merged[key] = value;
			}
		}
	}
	const record = { ...merged, ...softFields(base, mine, theirs) } as unknown as StoredRecord;
	return { record: conflict ? withAlternative(record, theirs) : record, conflict };
}

/** The record with another version of it kept beside it. */
export function withAlternative(record: StoredRecord, other: AnnotationRecord): StoredRecord {
	const { alternatives: inner = [], ...bare } = other;
	const all = [bare as AnnotationRecord, ...inner, ...(record.alternatives ?? [])];
	const distinct = all.filter((one, index) => all.findIndex(earlier => sameData(earlier, one)) === index);
	return { ...record, alternatives: distinct };
}

interface Group {
	readonly keys: readonly string[];
	readonly place?: boolean;
}

/** Fields that are decided together. */
const groups: readonly Group[] = [
	{ keys: ['state', 'was'] },
	{ keys: ['label'] },
	{ keys: ['type'] },
	{ keys: ['region', 'what'] },
	{ keys: ['source', 'target'] },
	{ keys: ['at', 'form', 'value'], place: true },
	{ keys: ['entity'] },
	{ keys: ['content'], place: true },
	{ keys: ['cue'], place: true },
	{ keys: ['speaker', 'speakerEntity', 'speakerName'], place: true },
	{ keys: ['via'], place: true },
	{ keys: ['addressee'], place: true },
	{ keys: ['relayOf', 'nestedIn'] },
	{ keys: ['flag'] },
];

function mergeGroup(
	group: Group,
	base: StoredRecord | undefined,
	mine: StoredRecord,
	theirs: StoredRecord,
	options: MergeOptions,
): { readonly from: StoredRecord; readonly conflict: boolean } {
	const same = (a: StoredRecord, b: StoredRecord): boolean =>
		group.keys.every(key => sameField(fieldOf(a, key), fieldOf(b, key), group, options));
	if (same(mine, theirs)) {
		return {
			from: group.place && !options.sameText && options.newerText === 'theirs' ? theirs : mine,
			conflict: false,
		};
	}
	if (base === undefined) {
		const [inMine, inTheirs] = [mine, theirs].map(side => group.keys.some(key => fieldOf(side, key) !== undefined));
		return { from: inMine ? mine : theirs, conflict: inMine === true && inTheirs === true };
	}
	if (same(base, mine)) {
		return { from: theirs, conflict: false };
	}
	return { from: mine, conflict: !same(base, theirs) };
}

function sameField(a: unknown, b: unknown, group: Group, { sameText }: MergeOptions): boolean {
	return group.place ? sameData(wordsOf(a, sameText), wordsOf(b, sameText)) : sameData(a, b);
}

/** An anchor without its context, and in different texts without its place. */
function wordsOf(value: unknown, withSpan: boolean): unknown {
	if (Array.isArray(value)) {
		return value.map(item => wordsOf(item, withSpan));
	}
	if (typeof value !== 'object' || value === null) {
		return value;
	}
	return withSpan
		? { exact: fieldOf(value, 'exact'), span: fieldOf(value, 'span') }
		: { exact: fieldOf(value, 'exact') };
}

function fieldOf(value: object, key: string): unknown {
	return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** What never is a conflict. */
function softFields(
	base: StoredRecord | undefined,
	mine: StoredRecord,
	theirs: StoredRecord,
): Partial<Record<string, unknown>> {
	const found: [string, unknown][] = [
		['comment', merged3(base?.comment, mine.comment, theirs.comment, (a, b) => `${a} | ${b}`)],
		['moved', merged3(base?.moved, mine.moved, theirs.moved, first)],
		['from', merged3(base?.from, mine.from, theirs.from, ranked(['manual', 'rule', 'model', 'import']))],
		['review', merged3(base?.review, mine.review, theirs.review, ranked(['edited', 'single', 'bulk']))],
		['score', merged3(base?.score, mine.score, theirs.score, Math.max)],
		['by', merged3(base?.by, mine.by, theirs.by, (a, b) => (compareText(a, b) <= 0 ? a : b))],
		['attributes', mergeWords(base?.attributes, mine.attributes, theirs.attributes)],
		['alternatives', merged3(base?.alternatives, mine.alternatives, theirs.alternatives, union)],
	];
	return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

function merged3<T>(
	base: T | undefined,
	mine: T | undefined,
	theirs: T | undefined,
	both: (mine: T, theirs: T) => T,
): T | undefined {
	if (sameData(mine, theirs) || sameData(base, theirs)) {
		return mine;
	}
	if (sameData(base, mine) || mine === undefined) {
		return theirs;
	}
	return theirs === undefined ? mine : both(mine, theirs);
}

function first<T>(mine: T, _theirs: T): T {
	return mine;
}

function ranked<T>(order: readonly T[]): (a: T, b: T) => T {
	return (a, b) => (order.indexOf(a) <= order.indexOf(b) ? a : b);
}

function union(mine: readonly AnnotationRecord[], theirs: readonly AnnotationRecord[]): readonly AnnotationRecord[] {
	return [...mine, ...theirs.filter(other => !mine.some(one => sameData(one, other)))];
}

type Words = Readonly<Record<string, string>>;

/** Merges word lists key by key; where both sides changed one key, both words are kept. */
function mergeWords(base: Words | undefined, mine: Words | undefined, theirs: Words | undefined): Words | undefined {
	const keys = new Set([...Object.keys(mine ?? {}), ...Object.keys(theirs ?? {})]);
	const entries: [string, string][] = [];
	for (const key of keys) {
		const [b, m, t] = [base, mine, theirs].map(words =>
			words !== undefined && Object.hasOwn(words, key) ? words[key] : undefined,
		);
		const value = merged3(b, m, t, (a, c) => `${a} | ${c}`);
		if (value !== undefined) {
			entries.push([key, value]);
		}
	}
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
