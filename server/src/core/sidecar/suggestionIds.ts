import type { Analysis, AnnotationRecord, RecordKind, SuggestedEntity } from '../model.ts';
import { countBelow } from '../sorted.ts';
import { equals, type Span } from '../span.ts';
import { endsOf, exactOf } from './anchor.ts';
import { type Birth, newId } from './ids.ts';
import { findOccurrences } from './occurrences.ts';

export interface SuggestionIds {
	readonly entities: ReadonlyMap<SuggestedEntity, string>;
	/** By index in `analysis.statements`. */
	readonly statements: readonly string[];
}

/**
 * Ids for all suggestions by the formula of records, so that accepting one survives edits elsewhere. Ids that records have are
 * taken, but by the suggestion that the record was made of: so its twin, of the same words and another cue, keeps its id too.
 * Same text, same records, same ids.
 */
export function suggestionIds(text: string, analysis: Analysis, records: readonly AnnotationRecord[]): SuggestionIds {
	const decided = new Map(records.map(record => [record.id, record]));
	const taken = new Set<string>();
	const { entities, births } = birthsOf(text, analysis);
	const claim = (span: Span, cue: Span | undefined, birth: Birth | undefined): string => {
		if (birth === undefined) return '';
		const id = newId(birth, other => {
			const record = decided.get(other);
			return taken.has(other) || (record !== undefined && !isMadeOf(record, birth.kind, span, cue));
		});
		taken.add(id);
		return id;
	};
	return {
		entities: new Map(entities.map((entity, index) => [entity, claim(entity.span, undefined, births[index])])),
		statements: analysis.statements.map(({ content, cue }, index) =>
			claim(content[0] ?? { start: 0, end: 0 }, cue, births[entities.length + index]),
		),
	};
}

interface Births {
	readonly text: string;
	/** All names, and what their ids are made of; behind them the statements'. */
	readonly entities: readonly SuggestedEntity[];
	readonly births: readonly Birth[];
}

/** A decision changes the records, not the analysis, whose words need not be counted again. */
const known = new WeakMap<Analysis, Births>();

function birthsOf(text: string, analysis: Analysis): Births {
	const kept = known.get(analysis);
	if (kept !== undefined && kept.text === text) return kept;
	const entities = flatten(analysis.entities);
	const suggested = [
		...entities.map(({ label, span }) => ({ kind: 'entity' as const, label, span })),
		...analysis.statements.map(({ type, content }) => ({
			kind: 'statement' as const,
			label: type,
			span: content[0] ?? { start: 0, end: 0 },
		})),
	];
	const occurrences = occurrencesOf(
		text,
		suggested.map(({ span }) => span),
	);
	const births = suggested.map(({ kind, label, span }, index) => ({
		kind,
		label,
		exact: exactOf(text.slice(span.start, span.end)),
		occurrence: occurrences[index] ?? 0,
	}));
	const fresh = { text, entities, births };
	known.set(analysis, fresh);
	return fresh;
}

/** Whether a record stands where a suggestion does. */
function isMadeOf(record: AnnotationRecord, kind: RecordKind, span: Span, cue: Span | undefined): boolean {
	if (record.kind !== kind) return false;
	if (record.kind === 'entity') return equals(record.at.span, span);
	if (record.kind !== 'statement' || record.content[0] === undefined) return false;
	const sameCue = record.cue === undefined || cue === undefined ? record.cue === cue : equals(record.cue.span, cue);
	return equals(record.content[0].span, span) && sameCue;
}

/** The occurrence number of a stretch, as ids count it. */
export function occurrenceOf(text: string, span: Span): number {
	return occurrencesOf(text, [span])[0] ?? 0;
}

/** As `occurrenceOf` for many stretches, in one pass over the text. */
export function occurrencesOf(text: string, spans: readonly Span[]): readonly number[] {
	const phrases = spans.map(span => searchPhrase(exactOf(text.slice(span.start, span.end))));
	const places = findOccurrences(text, phrases);
	return spans.map((span, index) => countBelow(places.get(phrases[index] ?? '') ?? [], span.start));
}

/** All names of an analysis, an outer one before those in it. */
export function flatten(entities: readonly SuggestedEntity[]): SuggestedEntity[] {
	const result: SuggestedEntity[] = [];
	const waiting = [...entities].reverse();
	for (let entity = waiting.pop(); entity !== undefined; entity = waiting.pop()) {
		result.push(entity);
		waiting.push(...[...entity.nested].reverse());
	}
	return result;
}

/** Of long stretches their beginning is counted; of those over a line end, their first line, which is alike on all line ends. */
function searchPhrase(exact: string): string {
	const head = endsOf(exact)?.head ?? exact;
	const end = head.indexOf('\n');
	return end > 0 ? head.slice(0, end) : head;
}
