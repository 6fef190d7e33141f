import type { Region, SuggestedEntity, SuggestedStatement } from '../model.ts';
import { compareSpans, covers, hull, type Span } from '../span.ts';
import type { ParsedText } from '../text/parsed.ts';
import type { Draft } from './draft.ts';
import { draftsOf } from './drafts.ts';
import { headlineDraft } from './headlines.ts';
import { mentionsOf } from './mentions.ts';
import { isOutside } from './outside.ts';
import { continuedOver } from './paragraphs.ts';
import { type Reading, readingOf, type Unit, unitsOf } from './reading.ts';
import { type Resolved, speakerTracker } from './resolution.ts';
import { scareMarks } from './scareMarks.ts';
import { scoreOf } from './scores.ts';

export interface FoundStatements {
	/** In order of their content's start. */
	readonly statements: readonly SuggestedStatement[];
	/** Marks around names, titles and terms. */
	readonly scare: readonly Region[];
}

/** Tokens between two yields. */
const step = 1500;

/**
 * Statements of a text with their speakers, by cue frames: each reporting word with what it governs, then the borders of the
 * words, then who speaks. Nothing is found in regions that are no article matter. Yields after at most 2,000 tokens.
 */
export function* findStatements(
	parsed: ParsedText,
	entities: readonly SuggestedEntity[],
	regions: readonly Region[],
): Generator<void, FoundStatements> {
	const reading = readingOf(parsed, entities);
	const units = unitsOf(parsed, reading.quotations);
	const drafts: Draft[] = [];
	yield;
	let since = 0;
	for (const [index, unit] of units.entries()) {
		if (!isOutside(regions, reading, unit)) {
			const next = parsed.paragraphs[unit.paragraph + 1]?.first ?? parsed.tokens.length;
			drafts.push(...draftsOf(reading, unit, index, next, units.slice(index + 1, index + 13)).drafts);
		}
		since += unit.last - unit.first;
		if (since > step) {
			since = 0;
			yield;
		}
	}
	const said = speakerKeys(reading, drafts);
	const headlines = parsed.paragraphs
		.slice(0, 6)
		.map((paragraph, number) => headlineDraft(reading, paragraph, number, said))
		.filter(draft => draft !== undefined)
		.filter(
			({ first, last }) =>
				!drafts.some(other => behindColon.has(other.found) && other.first < last && first < other.last),
		);
	const all = continuedOver(reading, parsed.paragraphs, [...headlines, ...drafts]);
	yield;
	const statements = yield* resolved(reading, units, all);
	yield;
	return { statements, scare: scareMarks(reading, all) };
}

/** A cue of their own opens these words: فلان ينتقد … ويؤكد: …. */
const behindColon: ReadonlySet<Draft['found']> = new Set(['colon', 'colonMark']);

/** Last words of the sources that speak in the text. */
function speakerKeys(reading: Reading, drafts: readonly Draft[]): ReadonlySet<string> {
	const keys = new Set<string>();
	for (const { source } of drafts) {
		if (source !== undefined) {
			keys.add(reading.tokens[source.last - 1]?.key ?? '');
		}
	}
	return keys;
}

function* resolved(
	reading: Reading,
	units: readonly Unit[],
	drafts: readonly Draft[],
): Generator<void, SuggestedStatement[]> {
	const tracker = speakerTracker(reading, mentionsOf(reading, drafts), units);
	const speakers = new Map<Draft, Resolved>();
	let passed = 0;
	let since = 0;
	let innermost: Draft | undefined;
	for (const draft of drafts) {
		for (; passed < draft.unit; passed++) {
			tracker.pass(passed);
		}
		const nested = innermost !== undefined && innermost.first <= draft.at && draft.at < innermost.last;
		const around = nested ? innermost : undefined;
		speakers.set(draft, tracker.resolve(draft, around, around === undefined ? undefined : speakers.get(around)));
		if (!nested) {
			innermost = draft;
		}
		since += 1;
		if (since % 200 === 0) {
			yield;
		}
	}
	return yield* numbered(
		drafts
			.map(draft => ({
				draft,
				speaker: speakers.get(draft) ?? { resolution: { how: 'unknown' } },
				whole: hull(draft.content) ?? { start: 0, end: 0 },
			}))
			.sort(compareAttributed),
	);
}

function compareAttributed(a: Attributed, b: Attributed): number {
	return (
		compareSpans(a.whole, b.whole) ||
		Number(a.draft.relays !== undefined) - Number(b.draft.relays !== undefined) ||
		a.draft.at - b.draft.at
	);
}

interface Attributed {
	readonly draft: Draft;
	readonly speaker: Resolved;
	/** Around all parts of its words. */
	readonly whole: Span;
}

/** Drafts to statements, each with the index of the statement around it. */
function* numbered(list: readonly Attributed[]): Generator<void, SuggestedStatement[]> {
	const around: number[] = [];
	const result: SuggestedStatement[] = [];
	const owners = new Map<number, number>();
	for (const [index, { draft }] of list.entries()) {
		if (draft.relays === undefined) {
			owners.set(draft.at, index);
		}
	}
	for (const [index, { draft, speaker, whole }] of list.entries()) {
		while (around.length > 0 && !isAround(list[around.at(-1) ?? 0]?.whole, whole, draft.cue)) {
			around.pop();
		}
		const outer = around.at(-1);
		const repeated = draft.relays === undefined ? undefined : owners.get(draft.relays);
		result.push(statementOf(draft, speaker, outer, repeated));
		if (index % 1000 === 999) {
			yield;
		}
		if (draft.relays === undefined && whole.end > whole.start) {
			around.push(index);
		}
	}
	return result;
}

function isAround(outer: Span | undefined, inner: Span, cue: Span | undefined): boolean {
	return (
		outer !== undefined &&
		cue !== undefined &&
		covers(outer, inner) &&
		outer.end - outer.start > inner.end - inner.start &&
		covers(outer, cue)
	);
}

function statementOf(
	draft: Draft,
	speaker: Resolved,
	outer: number | undefined,
	repeated: number | undefined,
): SuggestedStatement {
	const media = draft.via?.map(({ span }) => span) ?? [];
	return {
		type: draft.type,
		content: draft.content,
		...(draft.cue === undefined ? {} : { cue: draft.cue }),
		...(draft.lemma === undefined ? {} : { cueLemma: draft.lemma }),
		...(draft.stance === undefined ? {} : { stance: draft.stance }),
		...(draft.source === undefined ? {} : { speaker: draft.source.span }),
		...(speaker.identity === undefined
			? {}
			: { speakerName: speaker.identity.name, speakerEntity: speaker.identity.entity }),
		resolution: speaker.resolution,
		...(media[0] === undefined ? {} : { via: media[0] }),
		...(media.length > 1 ? { chain: media } : {}),
		...(repeated === undefined ? {} : { relayOf: repeated }),
		...(draft.addressee === undefined ? {} : { addressee: draft.addressee }),
		...(outer === undefined ? {} : { nestedIn: outer }),
		...(draft.unmarked === true ? { unmarked: true } : {}),
		score: scoreOf(draft.found, speaker.resolution.how),
	};
}
