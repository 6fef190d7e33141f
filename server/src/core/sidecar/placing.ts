import type { Anchor } from '../model.ts';
import type { Offset, Span } from '../span.ts';
import { type ReferenceText, referenceText } from '../text/reference.ts';
import { exactOf } from './anchor.ts';
import { findAlike } from './approximate.ts';
import { canonical } from './canonical.ts';
import { breaksWord, contextFit } from './context.ts';
import { type Expectation, expectation, type Fixpoint, neighbours } from './drift.ts';
import { mainAnchors, mapAnchors } from './mapAnchors.ts';
import { breaksAnyWord, candidates, newSearch, oldSpan, phraseOf, type Search } from './placeSearch.ts';
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
 * else words much alike, and then the record is marked `moved`; else it becomes an orphan. Never on other words. Another
 * normalisation form and other blanks are the same words. Never throws.
 */
export function placeRecords(records: readonly StoredRecord[], text: string, sameText: boolean): Placing {
	const reference = referenceText(text);
	const kept = new Set<StoredRecord>(sameText ? records.filter(record => standsWhole(record, text, reference)) : []);
	if (kept.size === records.length) {
		return { records, moved: [], orphaned: [] };
	}
	const wanted = records.map(record => (kept.has(record) ? record : canonicalRecord(record)));
	const open = wanted.filter((_record, index) => !kept.has(records[index] as StoredRecord));
	const search = newSearch(open, text, reference);
	const sure = fixpoints(wanted, search, kept);
	const expected = expectation(sure);
	const places = assign(open, search, expected);
	rescue(open, search, sure, places);
	const moved: string[] = [];
	const orphaned: string[] = [];
	const placed = records.map((record, index) => {
		const looked = wanted[index];
		if (looked === undefined || kept.has(record)) {
			return record;
		}
		const now = withOwnWords(record, placeRecord(looked, { search, expected, places, sameText }));
		if (now.state === 'orphan' && record.state !== 'orphan') {
			orphaned.push(record.id);
		} else if (now.moved === true && record.moved !== true) {
			moved.push(record.id);
		}
		return now;
	});
	return { records: placed, moved, orphaned };
}

/** The record as it is looked for: see `canonical`. The same object where nothing differs. */
function canonicalRecord(record: StoredRecord): StoredRecord {
	let same = true;
	const folded = mapAnchors(record, anchor => {
		const now = canonicalAnchor(anchor);
		same &&= now === anchor;
		return now;
	});
	return same ? record : folded;
}

function canonicalAnchor(anchor: Anchor): Anchor {
	const exact = canonical(anchor.exact);
	const prefix = anchor.prefix === undefined ? undefined : canonical(anchor.prefix);
	const suffix = anchor.suffix === undefined ? undefined : canonical(anchor.suffix);
	return exact === anchor.exact && prefix === anchor.prefix && suffix === anchor.suffix
		? anchor
		: {
				...anchor,
				exact,
				...(prefix === undefined ? {} : { prefix }),
				...(suffix === undefined ? {} : { suffix }),
			};
}

/** The record in its new place with its words as it kept them. */
function withOwnWords(record: StoredRecord, placed: StoredRecord): StoredRecord {
	const own: Anchor[] = [];
	mapAnchors(record, anchor => {
		own.push(anchor);
		return anchor;
	});
	let next = 0;
	return mapAnchors(placed, anchor => {
		const kept = own[next];
		next += 1;
		return kept === undefined || kept === anchor ? anchor : { ...kept, span: anchor.span };
	});
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
			const sure = kept.has(record)
				? search.form.fromGiven(search.given.toOffset(anchor.span.start))
				: onlySure(anchor, old, search);
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
function assign(records: readonly StoredRecord[], search: Search, expected: Expectation): Map<Anchor, Place> {
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

/** How far, in UTF-16, a neighbour may be that says where something stands. */
const neighbourhood = 500;
/** The same where the text's beginning or end has to do for a neighbour. */
const atEnds = 100;

/**
 * Gives a place to what has lost all of its context: where the same words stand once between the places that its neighbours have
 * now. An edit that takes all context away leaves the order of what was marked.
 */
function rescue(
	records: readonly StoredRecord[],
	search: Search,
	sure: readonly Fixpoint[],
	places: Map<Anchor, Place>,
): void {
	const lost = records.flatMap(record =>
		record.state === 'orphan' ? [] : mainAnchors(record).filter(anchor => !places.has(anchor)),
	);
	if (lost.length === 0) {
		return;
	}
	const found = [...places].map(([anchor, { span }]) => ({ old: oldSpan(anchor, search).start, now: span.start }));
	const around = neighbours([...sure, ...found, { old: -1, now: -1 }]);
	for (const anchor of lost) {
		const old = oldSpan(anchor, search).start;
		const { before, behind } = around(old);
		const from = before?.now ?? -1;
		const to = behind?.now ?? search.text.length;
		const isNear =
			before !== undefined &&
			old - before.old <= (before.old < 0 || behind === undefined ? atEnds : neighbourhood) &&
			(behind === undefined || behind.old - old <= neighbourhood) &&
			to - from <= 4 * (behind === undefined ? atEnds : neighbourhood);
		const inside = isNear
			? [...candidates(anchor, [from, to], search)].filter(
					span => span.start >= from && span.end <= to + anchor.exact.length && !breaksWord(search.text, span, anchor),
				)
			: [];
		const [only, another] = inside.filter(span => span.start !== from && span.start !== to);
		if (only !== undefined && another === undefined && anchor.exact.length >= shortestRescued) {
			places.set(anchor, { span: only, fit: 0 });
		}
	}
}

/** Shorter words stand everywhere. */
const shortestRescued = 4;

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

function inCodePoints(span: Span, { form, given }: Search): Span {
	return {
		start: given.toCodePoints(form.toGiven(span.start)),
		end: given.toCodePoints(form.toGiven(span.end)),
	};
}
