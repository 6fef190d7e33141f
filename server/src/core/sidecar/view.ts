import type {
	Analysis,
	Anchor,
	AnnotationRecord,
	Annotations,
	DocumentView,
	EntityRecord,
	EntityView,
	Region,
	Resolution,
	StatementRecord,
	StatementView,
	SuggestedEntity,
	SuggestedStatement,
} from '../model.ts';
import { compareSpans, equals, type Span } from '../span.ts';
import { matchKey } from '../text/key.ts';
import { mainAnchors } from './mapAnchors.ts';
import { compareText } from './order.ts';
import { flatten, type SuggestionIds, suggestionIds } from './suggestionIds.ts';
import { type Suppression, suppress } from './suppress.ts';

/** What the machine suggests and what people decided, after suppression, as an editor shows it. Linear but for sorting; never throws. */
export function documentView(text: string, analysis: Analysis, annotations: Annotations): DocumentView {
	const ids = suggestionIds(text, analysis, annotations.records);
	const kept = suppress(analysis, annotations.records);
	return {
		text,
		entities: entityViews(text, analysis, annotations, ids, kept),
		statements: statementViews(text, analysis, annotations, ids, kept),
		regions: regionsOf(analysis, annotations, kept),
		status: annotations.status,
	};
}

function entityViews(
	text: string,
	analysis: Analysis,
	annotations: Annotations,
	ids: SuggestionIds,
	kept: Suppression,
): readonly EntityView[] {
	const bySpan = new Map(flatten(analysis.entities).map(entity => [keyOf(entity.span), entity]));
	const suggested = kept.entities.map(entity => suggestedEntity(text, entity, ids.entities.get(entity) ?? ''));
	const records = annotations.records.filter((record): record is EntityRecord => record.kind === 'entity');
	const decided = records.map(record => decidedEntity(text, record, bySpan.get(keyOf(record.at.span))));
	return withParents([...suggested, ...decided].sort(compareViews));
}

function keyOf(span: Span): string {
	return `${span.start}-${span.end}`;
}

/** Orphans last; else in text order, outer before inner. */
function compareViews(a: EntityView, b: EntityView): number {
	return (
		Number(a.status === 'orphan') - Number(b.status === 'orphan') ||
		compareSpans(a.span, b.span) ||
		compareText(a.id, b.id)
	);
}

function suggestedEntity(text: string, entity: SuggestedEntity, id: string): EntityView {
	const { label, span, score, evidence, name, form, value } = entity;
	return {
		id,
		status: 'suggested',
		label,
		span,
		text: text.slice(span.start, span.end),
		from: 'model',
		score,
		evidence,
		name,
		...(form === undefined ? {} : { form }),
		...(value === undefined ? {} : { value }),
	};
}

/** `same` is the hidden suggestion at exactly this place: it knows which mentions go together. */
function decidedEntity(text: string, record: EntityRecord, same: SuggestedEntity | undefined): EntityView {
	const { id, state, label, at, score, form, entity, value } = record;
	const shown = state === 'orphan' ? at.exact : text.slice(at.span.start, at.span.end);
	return {
		id,
		status: state,
		label,
		span: at.span,
		text: shown,
		from: record.from ?? 'manual',
		...(score === undefined ? {} : { score }),
		evidence: state !== 'orphan' && same?.label === label ? same.evidence : [],
		name: state !== 'orphan' && same !== undefined ? same.name : matchKey(form ?? shown),
		...(form === undefined ? {} : { form }),
		...(entity === undefined ? {} : { entity }),
		...(value === undefined ? {} : { value }),
		...remarks(record),
	};
}

function remarks(
	record: EntityRecord | StatementRecord,
): Pick<EntityView, 'comment' | 'flag' | 'moved' | 'alternatives'> {
	return {
		...(record.comment === undefined ? {} : { comment: record.comment }),
		...(record.flag === undefined ? {} : { flag: record.flag }),
		...(record.moved === undefined ? {} : { moved: record.moved }),
		...(record.alternatives === undefined ? {} : { alternatives: record.alternatives.map(inOneLine) }),
	};
}

/** A version of a record for a list to choose from: what it says, not where it came from. */
function inOneLine(record: AnnotationRecord): string {
	if (record.kind === 'statement') {
		const who = record.speakerName ?? record.speaker?.exact ?? '—';
		return [record.state, record.type, who, record.cue?.exact ?? '—', record.content[0]?.exact ?? ''].join(' · ');
	}
	const what = record.kind === 'entity' ? [record.label, record.entity ?? '—'] : [record.kind];
	return [record.state, ...what, mainAnchors(record)[0]?.exact ?? ''].join(' · ');
}

/** Sorted views with the id of the narrowest entity around each. Rejected ones and orphans are around nothing. */
function withParents(sorted: readonly EntityView[]): readonly EntityView[] {
	const around: EntityView[] = [];
	return sorted.map(view => {
		if (view.status === 'orphan') {
			return view;
		}
		while ((around.at(-1)?.span.end ?? Number.POSITIVE_INFINITY) <= view.span.start) {
			around.pop();
		}
		let parent: EntityView | undefined;
		for (let i = around.length - 1; i >= 0 && parent === undefined; i--) {
			const candidate = around[i];
			parent =
				candidate !== undefined && candidate.span.end >= view.span.end && !equals(candidate.span, view.span)
					? candidate
					: undefined;
		}
		if (view.status !== 'rejected') {
			around.push(view);
		}
		return parent === undefined ? view : { ...view, nestedIn: parent.id };
	});
}

function statementViews(
	text: string,
	analysis: Analysis,
	annotations: Annotations,
	ids: SuggestionIds,
	kept: Suppression,
): readonly StatementView[] {
	const hiddenBy = new Map<string, SuggestedStatement>();
	for (const [index, record] of kept.statements.entries()) {
		const statement = analysis.statements[index];
		if (record !== undefined && statement !== undefined && !hiddenBy.has(record.id)) {
			hiddenBy.set(record.id, statement);
		}
	}
	const idAt = (index: number): string | undefined => kept.statements[index]?.id ?? ids.statements[index];
	const suggested = analysis.statements.flatMap((statement, index) =>
		kept.statements[index] === undefined ? [suggestedStatement(statement, ids.statements[index] ?? '', idAt)] : [],
	);
	const records = annotations.records.filter((record): record is StatementRecord => record.kind === 'statement');
	const decided = records.map(record => decidedStatement(text, record, hiddenBy.get(record.id)));
	return [...suggested, ...decided].sort(compareStatements);
}

function compareStatements(a: StatementView, b: StatementView): number {
	const [first, second] = [a.content[0] ?? nowhere, b.content[0] ?? nowhere];
	return (
		Number(a.status === 'orphan') - Number(b.status === 'orphan') ||
		compareSpans(first, second) ||
		compareText(a.id, b.id)
	);
}

const nowhere: Span = { start: 0, end: 0 };

function suggestedStatement(
	statement: SuggestedStatement,
	id: string,
	idAt: (index: number) => string | undefined,
): StatementView {
	const {
		type,
		content,
		cue,
		cueLemma,
		stance,
		speaker,
		speakerName,
		speakerEntity,
		resolution,
		via,
		chain,
		addressee,
		relayOf,
		nestedIn,
		score,
	} = statement;
	const outer = nestedIn === undefined ? undefined : idAt(nestedIn);
	const repeated = relayOf === undefined ? undefined : idAt(relayOf);
	return {
		id,
		status: 'suggested',
		type,
		content,
		...(cue === undefined ? {} : { cue }),
		...(cueLemma === undefined ? {} : { cueLemma }),
		...(stance === undefined ? {} : { stance }),
		...(speaker === undefined ? {} : { speaker }),
		...(speakerName === undefined ? {} : { speakerName }),
		...(speakerEntity === undefined ? {} : { speakerEntity }),
		resolution,
		...(via === undefined ? {} : { via }),
		...(chain === undefined ? {} : { chain }),
		...(addressee === undefined ? {} : { addressee }),
		...(repeated === undefined ? {} : { relayOf: repeated }),
		...(outer === undefined ? {} : { nestedIn: outer }),
		from: 'model',
		score,
	};
}

/** `same` is the suggestion that the record hides: it knows how the speaker was resolved, as long as the record says the same. */
function decidedStatement(text: string, record: StatementRecord, same: SuggestedStatement | undefined): StatementView {
	const { id, state, type, score, speakerName, speakerEntity, relayOf, nestedIn } = record;
	const cue = shownSpan(record.cue);
	const speaker = shownSpan(record.speaker);
	const via = shownSpan(record.via);
	const addressee = shownSpan(record.addressee);
	const sameCue = cue !== undefined && same?.cue !== undefined && equals(cue, same.cue);
	const sameVia = via !== undefined && same?.via !== undefined && equals(via, same.via);
	const sameName = speakerName !== undefined && speakerName === same?.speakerName;
	const sameSpeaker =
		speaker === undefined
			? same?.speaker === undefined && sameName
			: same?.speaker !== undefined && equals(speaker, same.speaker);
	const name =
		speakerName ??
		(speaker === undefined || speakerEntity?.startsWith('unnamed:')
			? undefined
			: text.slice(speaker.start, speaker.end));
	return {
		id,
		status: state,
		type,
		content: shownContent(record),
		...(cue === undefined ? {} : { cue }),
		...(sameCue && same?.cueLemma !== undefined ? { cueLemma: same.cueLemma } : {}),
		...(sameCue && same?.stance !== undefined ? { stance: same.stance } : {}),
		...(speaker === undefined ? {} : { speaker }),
		...(name === undefined ? {} : { speakerName: name }),
		...(speakerEntity === undefined ? {} : { speakerEntity }),
		resolution: sameSpeaker && same !== undefined ? same.resolution : resolutionOf(record, speaker),
		...(via === undefined ? {} : { via }),
		...(sameVia && same?.chain !== undefined ? { chain: same.chain } : {}),
		...(addressee === undefined ? {} : { addressee }),
		...(relayOf === undefined ? {} : { relayOf }),
		...(nestedIn === undefined ? {} : { nestedIn }),
		from: record.from ?? 'manual',
		...(score === undefined ? {} : { score }),
		...remarks(record),
	};
}

function shownContent(record: StatementRecord): readonly Span[] {
	const spans = record.content.map(anchor => anchor.span);
	const shown = spans.filter(span => span.start < span.end);
	return shown.length > 0 ? shown : spans.slice(0, 1);
}

/** A lost part has an empty span: it is kept, but there is nothing to show. */
function shownSpan(anchor: Anchor | undefined): Span | undefined {
	return anchor === undefined || anchor.span.start === anchor.span.end ? undefined : anchor.span;
}

function resolutionOf(record: StatementRecord, speaker: Span | undefined): Resolution {
	if (record.speakerEntity?.startsWith('unnamed:')) {
		return { how: 'unnamed' };
	}
	if (speaker !== undefined) {
		return { how: record.via === undefined ? 'named' : 'relayed' };
	}
	return { how: record.speakerName === undefined && record.speakerEntity === undefined ? 'unknown' : 'implicit' };
}

function regionsOf(analysis: Analysis, annotations: Annotations, kept: Suppression): readonly Region[] {
	const decided: Region[] = annotations.records.flatMap(record =>
		record.kind === 'region' && record.state === 'confirmed'
			? [{ kind: record.region, span: record.at.span, ...(record.what === undefined ? {} : { what: record.what }) }]
			: [],
	);
	return [...analysis.regions.filter((_region, index) => kept.regions[index]), ...decided].sort(
		(a, b) => compareSpans(a.span, b.span) || compareText(a.kind, b.kind),
	);
}
