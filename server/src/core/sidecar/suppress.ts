import type {
	Analysis,
	AnnotationRecord,
	EntityRecord,
	RegionRecord,
	StatementRecord,
	SuggestedEntity,
} from '../model.ts';
import { partitionPoint } from '../sorted.ts';
import { equals, iou, type Span } from '../span.ts';
import { mainAnchors } from './mapAnchors.ts';

/** Which suggestions the records hide. */
export interface Suppression {
	/** Names that stay, nested ones too. */
	readonly entities: readonly SuggestedEntity[];
	/** For each suggested statement the record that hides it; undefined where it stays. */
	readonly statements: readonly (StatementRecord | undefined)[];
	/** For each region whether it stays. */
	readonly regions: readonly boolean[];
}

/**
 * A suggested name is hidden by a confirmed or rejected entity of overlapping span; a suggested statement by a confirmed or
 * rejected statement at content IoU >= 0.5; a region by a region record of its kind that overlaps. Names suggested one inside
 * another are decided one by one: a decision on exactly one of their spans hides that one only. So are statements that share words,
 * as a relay and what it relays: a decision with the content and cue of one of them hides that one only. Orphans hide nothing.
 */
export function suppress(analysis: Analysis, records: readonly AnnotationRecord[]): Suppression {
	const decided = records.filter(record => record.state !== 'orphan');
	const entities = overlapIndex(decided.filter((record): record is EntityRecord => record.kind === 'entity'));
	const statements = overlapIndex(decided.filter((record): record is StatementRecord => record.kind === 'statement'));
	const regions = overlapIndex(decided.filter((record): record is RegionRecord => record.kind === 'region'));
	const suggested = new Set(analysis.statements.map(({ content, cue }) => sayingKey(content, cue)));
	return {
		entities: analysis.entities.flatMap(entity => staying(entity, entities)),
		statements: analysis.statements.map(({ content, cue }) =>
			hidingStatement(content, cue, { overlapping: statements, suggested }),
		),
		regions: analysis.regions.map(region => !regions(region.span).some(record => record.region === region.kind)),
	};
}

function staying(outer: SuggestedEntity, overlapping: Overlapping<EntityRecord>): readonly SuggestedEntity[] {
	const records = overlapping(outer.span);
	if (records.length === 0) {
		return family(outer);
	}
	const members = family(outer);
	return members.filter(member => {
		for (const { at } of records) {
			const own = equals(at.span, member.span);
			const ofAnother = !own && members.some(other => equals(other.span, at.span));
			if (own || (!ofAnother && at.span.start < member.span.end && member.span.start < at.span.end)) {
				return false;
			}
		}
		return true;
	});
}

function family(entity: SuggestedEntity): readonly SuggestedEntity[] {
	return entity.nested.length === 0 ? [entity] : [entity, ...entity.nested.flatMap(family)];
}

function hidingStatement(
	content: readonly Span[],
	cue: Span | undefined,
	{
		overlapping,
		suggested,
	}: { readonly overlapping: Overlapping<StatementRecord>; readonly suggested: ReadonlySet<string> },
): StatementRecord | undefined {
	const first = content[0];
	const last = content.at(-1);
	if (first === undefined || last === undefined) {
		return undefined;
	}
	const near = overlapping({ start: first.start, end: last.end });
	let best: StatementRecord | undefined;
	let most = 0.5;
	const own = sayingKey(content, cue);
	for (const record of near) {
		const key = sayingKey(
			record.content.map(anchor => anchor.span),
			record.cue?.span,
		);
		if (key !== own && suggested.has(key)) continue;
		const shared = iou(
			record.content.map(anchor => anchor.span),
			content,
		);
		if (shared >= most && (best === undefined || shared > most)) {
			best = record;
			most = shared;
		}
	}
	return best;
}

/** Where a statement stands, by its content and cue. */
function sayingKey(content: readonly Span[], cue: Span | undefined): string {
	return [...content, ...(cue ? [cue] : [])].map(({ start, end }) => `${start}-${end}`).join(' ');
}

type Overlapping<T> = (span: Span) => readonly T[];

/** Records whose hull overlaps a span. */
function overlapIndex<T extends AnnotationRecord>(records: readonly T[]): Overlapping<T> {
	const hulls = records
		.map(record => ({ record, ...hullOf(record) }))
		.filter(hull => hull.start < hull.end)
		.sort((a, b) => a.start - b.start || a.end - b.end);
	/** The furthest end of all hulls up to each. */
	const reach: number[] = [];
	for (const hull of hulls) {
		reach.push(Math.max(reach.at(-1) ?? 0, hull.end));
	}
	return span => {
		const found: T[] = [];
		const low = partitionPoint(hulls.length, middle => (hulls[middle]?.start ?? 0) < span.end);
		for (let i = low - 1; i >= 0 && (reach[i] ?? 0) > span.start; i--) {
			const hull = hulls[i];
			if (hull !== undefined && hull.end > span.start) {
				found.push(hull.record);
			}
		}
		return found.reverse();
	};
}

function hullOf(record: AnnotationRecord): Span {
	let start = Number.POSITIVE_INFINITY;
	let end = 0;
	for (const { span } of mainAnchors(record)) {
		start = Math.min(start, span.start);
		end = Math.max(end, span.end);
	}
	return { start: end === 0 ? 0 : start, end };
}
