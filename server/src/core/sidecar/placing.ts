import type { Anchor } from '../model.ts';
import { countBelow } from '../sorted.ts';
import type { Offset, Span } from '../span.ts';
import { type ReferenceText, referenceText } from '../text/reference.ts';
import { endsOf, exactOf } from './anchor.ts';
import { findAlike } from './approximate.ts';
import { breaksWord, contextFit } from './context.ts';
import { type Expectation, expectation, type Fixpoint } from './drift.ts';
import { mainAnchors, mapAnchors } from './mapAnchors.ts';
import { findOccurrences } from './occurrences.ts';
import type { StoredRecord } from './stored.ts';

export interface Placing {
	readonly records: readonly StoredRecord[];
	/** Ids of those found again only approximately, and of those not found. */
	readonly moved: readonly string[];
	readonly orphaned: readonly string[];
}

/**
 * Finds the records' places in a reference text. In the same text (`sameText`, by its hash) that is where they say; where they
 * do not stand there, or the text was edited since: the same words near the old place, told apart by what stands around them;
 * else words much alike, and then the record is marked `moved`; else it becomes an orphan. Never on other words. Never throws.
 */
export function placeRecords(records: readonly StoredRecord[], text: string, sameText: boolean): Placing {
	const reference = referenceText(text);
	const kept = new Set<StoredRecord>(sameText ? records.filter(record => standsWhole(record, text, reference)) : []);
	if (kept.size === records.length) {
		return { records, moved: [], orphaned: [] };
	}
	const search = newSearch(
		records.filter(record => !kept.has(record)),
		text,
		reference,
	);
	const expected = expectation(fixpoints(records, search, kept));
	const places = assign(
		records.filter(record => !kept.has(record)),
		search,
		expected,
	);
	const moved: string[] = [];
	const orphaned: string[] = [];
	const placed = records.map(record => {
		if (kept.has(record)) {
			return record;
		}
		const now = placeRecord(record, { search, expected, places, sameText });
		if (now.state === 'orphan' && record.state !== 'orphan') {
			orphaned.push(record.id);
		} else if (now.moved === true && record.moved !== true) {
			moved.push(record.id);
		}
		return now;
	});
	return { records: placed, moved, orphaned };
}

/** All in UTF-16 of the new reference text; old places are taken as if they counted in it. */
interface Search {
	readonly text: string;
	readonly reference: ReferenceText;
	/** Where each anchor's words, or the beginning of long ones, stand. */
	readonly occurrences: ReadonlyMap<string, readonly Offset[]>;
}

function newSearch(records: readonly StoredRecord[], text: string, reference: ReferenceText): Search {
	const phrases = new Set<string>();
	for (const record of records) {
		mapAnchors(record, anchor => {
			phrases.add(phraseOf(anchor));
			return anchor;
		});
	}
	return { text, reference, occurrences: findOccurrences(text, phrases) };
}

function phraseOf({ exact }: Anchor): string {
	return endsOf(exact)?.head ?? exact;
}

function oldSpan(anchor: Anchor, { reference }: Pick<Search, 'reference'>): Span {
	return { start: reference.toOffset(anchor.span.start), end: reference.toOffset(anchor.span.end) };
}

/** An anchor's words at a place; undefined where they do not stand there whole. */
function spanAt(anchor: Anchor, start: Offset, { text, reference }: Search): Span | undefined {
	if (endsOf(anchor.exact) === undefined) {
		return { start, end: start + anchor.exact.length };
	}
	const points = anchor.span.end - anchor.span.start;
	const end = reference.toOffset(reference.toCodePoints(start) + points);
	return exactOf(text.slice(start, end)) === anchor.exact ? { start, end } : undefined;
}

function standsWhole(record: StoredRecord, text: string, reference: ReferenceText): boolean {
	if (record.state === 'orphan') {
		return false;
	}
	let whole = true;
	mapAnchors(record, anchor => {
		const { start, end } = oldSpan(anchor, { reference });
		const inside = anchor.span.end <= reference.length;
		whole &&= inside && start < end && (anchor.exact === '' || exactOf(text.slice(start, end)) === anchor.exact);
		return anchor;
	});
	return whole;
}

/** How many occurrences of the same words are looked at, those nearest to the expected place. */
const nearest = 48;

function* candidates(anchor: Anchor, around: readonly Offset[], search: Search): Generator<Span> {
	const all = search.occurrences.get(phraseOf(anchor)) ?? [];
	const seen = new Set<Offset>();
	for (const place of around) {
		const middle = countBelow(all, place);
		for (let i = Math.max(0, middle - nearest / 2); i < Math.min(all.length, middle + nearest / 2); i++) {
			const start = all[i];
			if (start !== undefined && !seen.has(start)) {
				seen.add(start);
				const span = spanAt(anchor, start, search);
				if (span !== undefined) {
					yield span;
				}
			}
		}
	}
}

/** Places that are beyond doubt: the only one where the words stand with all of their context. */
function fixpoints(
	records: readonly StoredRecord[],
	search: Search,
	kept: ReadonlySet<StoredRecord>,
): readonly Fixpoint[] {
	const points: Fixpoint[] = [];
	for (const record of records) {
		for (const anchor of record.state === 'orphan' ? [] : mainAnchors(record)) {
			const old = oldSpan(anchor, search).start;
			const sure = kept.has(record) ? old : onlySure(anchor, old, search);
			if (sure !== undefined) {
				points.push({ old, now: sure });
			}
		}
	}
	return points;
}

function onlySure(anchor: Anchor, old: Offset, search: Search): Offset | undefined {
	let sure: Offset | undefined;
	for (const span of candidates(anchor, [old], search)) {
		const fits = contextFit(search.text, span, anchor) === 1;
		if (fits && sure !== undefined) {
			return undefined;
		}
		sure = fits ? span.start : sure;
	}
	return sure;
}

interface Bid {
	readonly anchor: Anchor;
	readonly key: string;
	readonly span: Span;
	readonly score: number;
	readonly fit: number;
}

interface Place {
	readonly span: Span;
	/** How well the context fits. */
	readonly fit: number;
}

/** How many places are bid for by one anchor. */
const bids = 4;

/** One place for each main anchor, the best first; two mentions of one name cannot both take the same one. */
function assign(records: readonly StoredRecord[], search: Search, expected: Expectation): ReadonlyMap<Anchor, Place> {
	const all: Bid[] = [];
	for (const record of records) {
		for (const anchor of mainAnchors(record)) {
			const what = record.kind === 'entity' ? record.label : record.kind === 'statement' ? record.type : record.kind;
			all.push(...bidsOf(anchor, `${record.kind} ${what}`, search, expected));
		}
	}
	all.sort((a, b) => b.score - a.score || a.span.start - b.span.start || a.anchor.span.start - b.anchor.span.start);
	const places = new Map<Anchor, Place>();
	/** Old start of whoever has a place. */
	const taken = new Map<string, Offset>();
	for (const { anchor, key, span, fit } of all) {
		const owner = taken.get(`${key} ${span.start} ${span.end}`);
		if (!places.has(anchor) && (owner === undefined || owner === anchor.span.start)) {
			places.set(anchor, { span, fit });
			taken.set(`${key} ${span.start} ${span.end}`, anchor.span.start);
		}
	}
	return places;
}

function bidsOf(anchor: Anchor, key: string, search: Search, expected: Expectation): readonly Bid[] {
	const around = expected(oldSpan(anchor, search).start);
	const found: Bid[] = [];
	for (const span of candidates(anchor, around, search)) {
		const distance = Math.min(...around.map(place => Math.abs(place - span.start)));
		const fit = contextFit(search.text, span, anchor) ?? 0;
		// The less of its context is left, the nearer it must stand; long words are enough by themselves.
		const near = distance <= 20 + 160 * fit || (anchor.exact.length >= longEnough && only(anchor, search));
		if (fit >= 0.5 || near) {
			const broken = breaksWord(search.text, span, anchor) ? 30 : 0;
			found.push({
				anchor,
				key,
				span,
				fit: broken > 0 ? fit / 2 : fit,
				score: 100 * fit - Math.min(100, distance / 4) - broken,
			});
		}
	}
	return found.sort((a, b) => b.score - a.score).slice(0, bids);
}

/** Words of so many units that stand once in a text are the same words wherever they stand. */
const longEnough = 24;

function only(anchor: Anchor, { occurrences }: Search): boolean {
	return occurrences.get(phraseOf(anchor))?.length === 1;
}

interface Situation {
	readonly search: Search;
	readonly expected: Expectation;
	readonly places: ReadonlyMap<Anchor, Place>;
	readonly sameText: boolean;
}

function placeRecord(record: StoredRecord, situation: Situation): StoredRecord {
	const { search, expected, places } = situation;
	const main = mainAnchors(record);
	if (main.length === 0) {
		return record;
	}
	let doubtful = false;
	const spans = new Map<Anchor, Span>();
	for (const anchor of main) {
		const place = places.get(anchor);
		const sure = place !== undefined && place.fit >= 0.5;
		// An orphan comes back only where its context says so.
		if (place !== undefined && (sure || record.state !== 'orphan')) {
			spans.set(anchor, place.span);
		} else if (record.state !== 'orphan' && anchor.exact !== '') {
			const [near] = expected(oldSpan(anchor, search).start);
			const alike = findAlike(search.text, anchor, near, anchor.span.end - anchor.span.start);
			if (alike !== undefined) {
				spans.set(anchor, alike);
			}
		}
		doubtful ||= !sure && (anchor.prefix !== undefined || anchor.suffix !== undefined || !spans.has(anchor));
	}
	const base = [...spans.keys()][0];
	const at = base && spans.get(base);
	if (base === undefined || at === undefined) {
		return orphan(record);
	}
	const placed = mapAnchors(record, anchor => {
		const known = spans.get(anchor);
		const span = known ?? (main.includes(anchor) ? undefined : partSpan(anchor, base, at, situation));
		doubtful ||= span === undefined;
		return { ...anchor, span: inCodePoints(span ?? { start: at.start, end: at.start }, search) };
	});
	return settled(record, placed, doubtful);
}

function settled(record: StoredRecord, placed: StoredRecord, doubtful: boolean): StoredRecord {
	if (record.state !== 'orphan') {
		return doubtful ? { ...placed, moved: true } : placed;
	}
	const { was, ...rest } = placed;
	return { ...rest, state: was ?? 'confirmed' };
}

/** The record without a place; it remembers what it was. */
function orphan(record: StoredRecord): StoredRecord {
	return record.state === 'orphan' ? record : { ...record, state: 'orphan', was: record.state };
}

/** How far from where it is expected a cue, speaker or other part may stand. */
const partReach = 300;

/** A part of a record stands nearest to where it stood from its content, or from what is sure around it. */
function partSpan(anchor: Anchor, base: Anchor, at: Span, { search, expected, sameText }: Situation): Span | undefined {
	const old = oldSpan(anchor, search);
	if (anchor.exact === '') {
		return sameText ? old : undefined;
	}
	const around = [old.start + at.start - oldSpan(base, search).start, ...expected(old.start)];
	let best: Span | undefined;
	let least = partReach;
	for (const span of candidates(anchor, around, search)) {
		const distance =
			Math.min(...around.map(place => Math.abs(place - span.start))) + (breaksAnyWord(search.text, span) ? 60 : 0);
		if (distance < least) {
			best = span;
			least = distance;
		}
	}
	return best;
}

function breaksAnyWord(text: string, span: Span): boolean {
	return breaksWord(text, span, { span, exact: '', suffix: ' ' });
}

function inCodePoints(span: Span, { reference }: Search): Span {
	return { start: reference.toCodePoints(span.start), end: reference.toCodePoints(span.end) };
}
