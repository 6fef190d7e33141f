import { cover, meet } from '../../server/src/core/agreement/cells.ts';
import type { GoldDocument, GoldStatement } from '../../server/src/core/agreement/gold.ts';
import { matchesAbove, outsideOf, statementsOf } from '../../server/src/core/agreement/matching.ts';
import { oneToOne } from '../../server/src/core/agreement/oneToOne.ts';
import type { DocumentView, EntityView, StatementView } from '../../server/src/core/model.ts';
import { equals, iou, type Span } from '../../server/src/core/span.ts';

export interface NameGoal extends Span {
	readonly label: string;
}

/** What is to be done about one thing: a suggestion as it is, against what gold has. */
export type Task =
	| { readonly kind: 'entity'; readonly got?: EntityView; readonly goal?: NameGoal }
	| { readonly kind: 'statement'; readonly got?: StatementView; readonly goal?: GoldStatement };

/** How a suggestion stands to gold. part: a statement whose type, cue or speaker is wrong. */
export type Case = 'right' | 'missed' | 'wrong' | 'border' | 'label' | 'part';

/** Pairs what a document shows with gold, in the order of reading. What is no article matter, and soft gold that was missed, is left out. */
export function tasksOf(gold: GoldDocument, view: DocumentView): readonly Task[] {
	const outside = outsideOf(gold);
	const inside = (span: Span) => !meet([span], outside);
	const live = <T extends { readonly status: string }>(items: readonly T[]) =>
		items.filter(({ status }) => status === 'suggested' || status === 'confirmed');
	const goals = [...gold.entities, ...gold.nested].filter(inside);
	const names = live(view.entities).filter(({ span }) => inside(span));
	const alike = names
		.flatMap(got => goals.map(goal => ({ got, goal, alike: iou([got.span], [goal]), same: got.label === goal.label })))
		.filter(pair => pair.alike > 0)
		.sort((a, b) => b.alike - a.alike || Number(b.same) - Number(a.same));
	const paired = oneToOne(alike, ({ got, goal }) => [got, goal]);

	const shown = live(view.statements);
	const predicted = shown.map(({ content, type }) => ({ content: cover(content), type }));
	const found = statementsOf(gold, { entities: [], statements: predicted, problems: [] });
	const matches = matchesAbove(0.5, found);
	const gotOf = ({ got }: (typeof matches)[number]) => shown[predicted.indexOf(got as (typeof predicted)[number])];
	const taken = new Set(matches.map(gotOf));
	const tasks: readonly Task[] = [
		...paired.map(({ got, goal }) => ({ kind: 'entity' as const, got, goal })),
		...names.filter(got => !paired.some(pair => pair.got === got)).map(got => ({ kind: 'entity' as const, got })),
		...goals.filter(goal => !paired.some(pair => pair.goal === goal)).map(goal => ({ kind: 'entity' as const, goal })),
		...matches.flatMap(match => {
			const got = gotOf(match);
			return got === undefined ? [] : [{ kind: 'statement' as const, got, goal: match.gold }];
		}),
		...shown.filter(got => !taken.has(got)).map(got => ({ kind: 'statement' as const, got })),
		...found.wanted
			.filter(goal => !goal.soft && !matches.some(match => match.gold === goal))
			.map(goal => ({ kind: 'statement' as const, goal })),
	];
	return tasks.toSorted((a, b) => placeOf(a).start - placeOf(b).start || placeOf(b).end - placeOf(a).end);
}

/** Where reading meets it. */
export function placeOf(task: Task): Span {
	const none = { start: 0, end: 0 };
	if (task.kind === 'entity') return task.got?.span ?? task.goal ?? none;
	return task.got?.content[0] ?? task.goal?.content[0] ?? none;
}

export function caseOf(task: Task): Case {
	const { got, goal } = task;
	if (got === undefined) return 'missed';
	if (goal === undefined) return 'wrong';
	if (task.kind === 'entity') {
		if (!equals(task.got?.span ?? (goal as Span), goal as NameGoal)) return 'border';
		return (got as EntityView).label === (goal as NameGoal).label ? 'right' : 'label';
	}
	const [statement, wanted] = [got as StatementView, goal as GoldStatement];
	// What counts as borderline in gold is no error as it is.
	if (wanted.soft) return 'right';
	if (!sameSpans(statement.content, wanted.content)) return 'border';
	const same =
		statement.type === wanted.type &&
		sameSpan(statement.cue, wanted.cue) &&
		sameSpan(statement.speaker, wanted.speaker);
	return same ? 'right' : 'part';
}

export function sameSpan(a: Span | undefined, b: Span | undefined): boolean {
	return a === undefined || b === undefined ? a === b : equals(a, b);
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
	return a.length === b.length && a.every((span, index) => sameSpan(span, b[index]));
}
