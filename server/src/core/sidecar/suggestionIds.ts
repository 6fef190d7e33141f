import type { Analysis, AnnotationRecord, SuggestedEntity } from '../model.ts';
import { countBelow } from '../sorted.ts';
import { equals, type Span } from '../span.ts';
import { endsOf, exactOf } from './anchor.ts';
import { newId } from './ids.ts';
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
	const entities = flatten(analysis.entities);
	const contents = analysis.statements.map(statement => statement.content[0] ?? { start: 0, end: 0 });
	const exacts = [...entities.map(entity => entity.span), ...contents].map(span =>
		exactOf(text.slice(span.start, span.end)),
	);
	const phrases = exacts.map(searchPhrase);
	const places = findOccurrences(text, phrases);
	const claim = (
		kind: 'entity' | 'statement',
		label: string,
		{ span, cue, index }: { readonly span: Span; readonly cue?: Span | undefined; readonly index: number },
	): string => {
		const occurrence = countBelow(places.get(phrases[index] ?? '') ?? [], span.start);
		const id = newId({ kind, label, exact: exacts[index] ?? '', occurrence }, other => {
			const record = decided.get(other);
			return taken.has(other) || (record !== undefined && !isMadeOf(record, kind, span, cue));
		});
		taken.add(id);
		return id;
	};
	return {
		entities: new Map(
			entities.map((entity, index) => [entity, claim('entity', entity.label, { span: entity.span, index })]),
		),
		statements: analysis.statements.map((statement, index) =>
			claim('statement', statement.type, {
				span: contents[index] ?? { start: 0, end: 0 },
				cue: statement.cue,
				index: entities.length + index,
			}),
		),
	};
}

/** Whether a record stands where a suggestion does. */
function isMadeOf(record: AnnotationRecord, kind: 'entity' | 'statement', span: Span, cue: Span | undefined): boolean {
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
