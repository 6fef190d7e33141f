import type { Anchor, Annotations, EntityRecord, RecordKind, StatementRecord } from '../model.ts';
import { compareSpans, equals, hull, iou, type Span } from '../span.ts';
import { type AgreementRole, confirmedNames, confirmedStatements, sameStatements, whoSpeaks } from './compareLayers.ts';
import { oneToOne } from './oneToOne.ts';

/** One thing that two layers do not say alike. */
export interface Disagreement {
	readonly kind: Extract<RecordKind, 'entity' | 'statement'>;
	/** What they differ in; `name` or `content` alone where only one of them has it. */
	readonly over: readonly AgreementRole[];
	/** Around both, UTF-16. */
	readonly span: Span;
	/** Absent where that layer has nothing here. */
	readonly first?: EntityRecord | StatementRecord;
	readonly second?: EntityRecord | StatementRecord;
}

/**
 * Where two layers of one text differ, in text order: names that only one has, or with other borders or labels; statements that
 * only one has, or with other content, type, cue, speaker. Confirmed decisions only, whatever the status of the article.
 */
export function disagreements(first: Annotations, second: Annotations): readonly Disagreement[] {
	return [
		...differences(confirmedNames(first), confirmedNames(second), pairNames, 'entity'),
		...differences(confirmedStatements(first), confirmedStatements(second), sameStatements, 'statement'),
	].sort((a, b) => compareSpans(a.span, b.span) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}

/** What two layers say alike, once: the first layer's records. In text order of the names, then of the statements. */
export function agreed(first: Annotations, second: Annotations): readonly (EntityRecord | StatementRecord)[] {
	const same = <T extends EntityRecord | StatementRecord>(pairs: readonly { readonly a: T; readonly b: T }[]) =>
		pairs.filter(({ a, b }) => rolesThatDiffer(a, b).length === 0).map(({ a }) => a);
	return [
		...same(pairNames(confirmedNames(first), confirmedNames(second))).sort((a, b) =>
			compareSpans(a.at.span, b.at.span),
		),
		...same(sameStatements(confirmedStatements(first), confirmedStatements(second))).sort((a, b) =>
			compareSpans(around([a]), around([b])),
		),
	];
}

function differences<T extends EntityRecord | StatementRecord>(
	first: readonly T[],
	second: readonly T[],
	pair: (first: readonly T[], second: readonly T[]) => readonly { readonly a: T; readonly b: T }[],
	kind: Disagreement['kind'],
): readonly Disagreement[] {
	const pairs = pair(first, second);
	const paired = new Set(pairs.flatMap(({ a, b }) => [a, b]));
	const alone: readonly AgreementRole[] = kind === 'entity' ? ['name'] : ['content'];
	return [
		...pairs.flatMap(({ a, b }) => {
			const over = rolesThatDiffer(a, b);
			return over.length === 0 ? [] : [{ kind, over, span: around([a, b]), first: a, second: b }];
		}),
		...first.filter(a => !paired.has(a)).map(a => ({ kind, over: alone, span: around([a]), first: a })),
		...second.filter(b => !paired.has(b)).map(b => ({ kind, over: alone, span: around([b]), second: b })),
	];
}

/** Names at the same place first, then those that share the most. */
function pairNames(first: readonly EntityRecord[], second: readonly EntityRecord[]) {
	const pairs = first
		.flatMap(a => second.map(b => ({ a, b, alike: iou([a.at.span], [b.at.span]), same: a.label === b.label })))
		.filter(({ alike }) => alike > 0)
		.sort((x, y) => y.alike - x.alike || Number(y.same) - Number(x.same));
	return oneToOne(pairs, ({ a, b }) => [a, b]);
}

function rolesThatDiffer(
	a: EntityRecord | StatementRecord,
	b: EntityRecord | StatementRecord,
): readonly AgreementRole[] {
	if (a.kind === 'entity' && b.kind === 'entity') {
		return [
			...(equals(a.at.span, b.at.span) ? [] : (['name'] as const)),
			...(a.label === b.label ? [] : (['label'] as const)),
		];
	}
	if (a.kind !== 'statement' || b.kind !== 'statement') return [];
	return [
		...(samePlaces(a.content, b.content) ? [] : (['content'] as const)),
		...(a.type === b.type ? [] : (['type'] as const)),
		...(samePlaces(listed(a.cue), listed(b.cue)) ? [] : (['cue'] as const)),
		...(samePlaces(listed(a.speaker), listed(b.speaker)) ? [] : (['speaker'] as const)),
		...(whoSpeaks(a) === whoSpeaks(b) ? [] : (['who speaks'] as const)),
	];
}

function listed(anchor: Anchor | undefined): readonly Anchor[] {
	return anchor === undefined ? [] : [anchor];
}

function samePlaces(a: readonly Anchor[], b: readonly Anchor[]): boolean {
	return (
		a.length === b.length && a.every((anchor, index) => equals(anchor.span, b[index]?.span ?? { start: -1, end: -1 }))
	);
}

function around(records: readonly (EntityRecord | StatementRecord)[]): Span {
	const spans = records.flatMap(record =>
		record.kind === 'entity' ? [record.at.span] : record.content.map(({ span }) => span),
	);
	return hull(spans) ?? { start: 0, end: 0 };
}
