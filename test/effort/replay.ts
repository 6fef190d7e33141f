import { leftChoices } from '../../client/reader/machine/listing.ts';
import { lineAt } from '../../client/reader/machine/text.ts';
import type { GoldArticle } from '../../server/src/core/agreement/score.ts';
import type { Analysis } from '../../server/src/core/model.ts';
import { equals, overlaps, type Span } from '../../server/src/core/span.ts';
import { Desk } from './desk.ts';
import { type Case, caseOf, type NameGoal, placeOf, sameSpan, type Task, tasksOf } from './difference.ts';
import { edges, moves, reach } from './reach.ts';

/**
 * nothing: no suggestions; each name and statement is made. singly: each suggestion is accepted, corrected or rejected by itself.
 * paragraph: a paragraph is read and corrected, then what is left of its suggestions accepted at once.
 */
export type Way = 'nothing' | 'singly' | 'paragraph';

/** Keys that one thing took; a paragraph's acceptance stands by itself, as `accepted`. */
export interface Cost {
	readonly kind: Task['kind'];
	readonly case: Case | 'accepted';
	readonly keys: number;
}

export interface Replay {
	readonly costs: readonly Cost[];
	/** Annotations that gold has and that stand at the end. */
	readonly reached: number;
	/** Cases in which what stands at the end is not gold's, with the words. */
	readonly left: readonly string[];
}

/** Annotates an article in the Reader until it says what gold says, by the fewest keys for each move. */
export function replay({ text, gold }: GoldArticle, analysis: Analysis, way: Way): Replay {
	const nothing: Analysis = { entities: [], statements: [], regions: [] };
	const desk = new Desk(text, way === 'nothing' ? nothing : analysis);
	const costs: Cost[] = [];
	const left: string[] = [];
	const spend = (task: Task, what: Cost['case'], work: () => void): void => {
		const before = desk.keys;
		try {
			work();
		} catch (error) {
			left.push(`${what} ${task.kind}, ${String(error)}: ${text.slice(placeOf(task).start, placeOf(task).end)}`);
			if (desk.state.task !== undefined) desk.press('escape');
		}
		costs.push({ kind: task.kind, case: what, keys: desk.keys - before });
	};
	const tasks = tasksOf(gold, desk.document.view);
	const goals = tasks.flatMap(task => (task.kind === 'entity' && task.goal !== undefined ? [task.goal] : []));
	for (const [line, inLine] of byLine(desk, tasks)) {
		for (const task of inLine) {
			const what = caseOf(task);
			// A suggestion gives way to a decision on some of its words, so it is accepted before a name within it is made.
			if (what === 'right' && way === 'paragraph' && !tasks.some(other => isWithin(other, task))) continue;
			spend(task, what, () => settle(desk, task, what, goals));
		}
		const rest = tasksOf(gold, desk.document.view).filter(
			task => task.got?.status === 'suggested' && lineOf(desk, task) === line,
		);
		const [first] = rest;
		if (way === 'paragraph' && first !== undefined) {
			spend(first, 'accepted', () => {
				if (!reach(desk, moves, ({ head }) => lineAt(desk.world.text, head) === line)) throw new Error('no way there');
				desk.press('shift+enter');
			});
		}
	}
	const end = tasksOf(gold, desk.document.view);
	const bad = end.filter(task => caseOf(task) !== 'right' || task.got?.status !== 'confirmed');
	left.push(
		...bad.map(
			task => `${caseOf(task)} ${task.kind} at the end: ${text.slice(placeOf(task).start, placeOf(task).end)}`,
		),
	);
	return {
		costs,
		reached: end.filter(task => task.goal !== undefined).length - bad.filter(({ goal }) => goal).length,
		left,
	};
}

function isWithin(inner: Task, outer: Task): boolean {
	const isNew = inner.kind === 'entity' && outer.kind === 'entity' && inner.got === undefined;
	return isNew && overlaps(placeOf(inner), placeOf(outer));
}

function byLine(desk: Desk, tasks: readonly Task[]): ReadonlyMap<number, readonly Task[]> {
	const lines = new Map<number, Task[]>();
	for (const task of tasks) {
		const line = lineOf(desk, task);
		const known = lines.get(line);
		if (known === undefined) lines.set(line, [task]);
		else known.push(task);
	}
	return lines;
}

function lineOf(desk: Desk, task: Task): number {
	return lineAt(desk.world.text, placeOf(task).start);
}

function settle(desk: Desk, task: Task, what: Case, goals: readonly NameGoal[]): void {
	const id = task.got?.id;
	const item = desk.world.items.find(one => one.id === id);
	if (item === undefined) {
		// Not suggested, or hidden meanwhile by what was made of the same words.
		if (task.kind === 'entity') makeName(desk, task, goals);
		else makeStatement(desk, task);
		return;
	}
	if (what === 'right' && item.status === 'confirmed') return;
	focus(desk, item.id);
	if (what === 'right') desk.press('a');
	else if (what === 'wrong') desk.press('x');
	else if (task.kind === 'entity') mendName(desk, task, what);
	else mendStatement(desk, task, item.id);
}

function focus(desk: Desk, id: string): void {
	if (!reach(desk, moves, state => state.focus === id)) throw new Error('no way to the suggestion');
}

function labelKey(desk: Desk, label: string): string {
	const key = desk.world.scheme.entities.find(known => known.label === label)?.key;
	if (key === undefined) throw new Error(`no key for ${label}`);
	return key;
}

function makeName(desk: Desk, { goal }: Extract<Task, { kind: 'entity' }>, goals: readonly NameGoal[]): void {
	if (goal === undefined || stands(desk, goal)) return;
	const isToken = (offset: number): boolean => {
		const token = desk.tokenAt(offset);
		return token !== undefined && equals(token, goal);
	};
	const free = (offset: number): boolean =>
		!desk.world.items.some(({ kind, span }) => kind === 'entity' && span.start <= offset && offset <= span.end);
	const near = (head: number): boolean => head >= goal.start - 4 && head < goal.end;
	const bare = ({ anchor, head, focus: held }: typeof desk.state) =>
		anchor === head && held === undefined && near(head) && free(head) && isToken(head);
	const atStart = ({ anchor, head }: typeof desk.state) => anchor === head && head === goal.start;
	if (!reach(desk, moves, state => bare(state) || atStart(state))) throw new Error('no way to the name');
	if (!bare(desk.state)) select(desk, goal);
	const key = labelKey(desk, goal.label);
	const others = goals.filter(other => other !== goal && sameWords(desk, other, goal) && !stands(desk, other));
	if (others.length === 0) {
		desk.press(key);
		return;
	}
	desk.press(`shift+${key}`);
	tickOnly(desk, others);
}

/** Whether the name stands confirmed. */
function stands(desk: Desk, goal: NameGoal): boolean {
	return desk.world.items.some(
		item =>
			item.kind === 'entity' &&
			item.status === 'confirmed' &&
			item.entity.label === goal.label &&
			equals(item.span, goal),
	);
}

function sameWords({ world }: Desk, a: NameGoal, b: NameGoal): boolean {
	const words = ({ start, end }: Span): string => world.text.all.slice(start, end);
	return a.label === b.label && words(a) === words(b);
}

/** In the list of mentions, all ticked: takes the tick off those that are none, and takes the rest. */
function tickOnly(desk: Desk, goals: readonly NameGoal[]): void {
	const { task } = desk.state;
	if (task?.kind !== 'list') return;
	for (const { choice } of leftChoices(task)) {
		const { outcome } = choice;
		if (outcome.kind === 'tick' && !goals.some(goal => equals(goal, outcome.span))) desk.press('space');
		desk.press('down');
	}
	desk.press('enter');
}

/** From its start, where the caret is. */
function select(desk: Desk, { start, end }: Span): void {
	if (desk.state.focus !== undefined) desk.press('escape');
	if (!reach(desk, edges, ({ anchor, head }) => anchor === start && head === end))
		throw new Error('no way to select it');
}

function mendName(desk: Desk, { got, goal }: Extract<Task, { kind: 'entity' }>, what: Case): void {
	if (got === undefined || goal === undefined) return;
	if (what === 'border') growTo(desk, goal);
	const relabels = got.label !== goal.label;
	desk.press(relabels ? labelKey(desk, goal.label) : 'enter');
}

function growTo(desk: Desk, { start, end }: Span): void {
	if (!reach(desk, edges, state => state.grown !== undefined && state.anchor === start && state.head === end)) {
		throw new Error('no way to the borders');
	}
}

function makeStatement(desk: Desk, { goal }: Extract<Task, { kind: 'statement' }>): void {
	const [content] = goal?.content ?? [];
	if (goal === undefined || content === undefined) return;
	if (!reach(desk, moves, ({ anchor, head }) => anchor === head && head === content.start)) {
		throw new Error('no way to the statement');
	}
	select(desk, content);
	desk.press('q');
	const made = desk.world.items.find(
		item => item.kind === 'statement' && item.content.some(span => equals(span, content)),
	);
	if (made?.kind === 'statement') mendParts(desk, made.id, goal);
	if (goal.content.length > 1) throw new Error('its other parts cannot be added');
}

function mendStatement(desk: Desk, { got, goal }: Extract<Task, { kind: 'statement' }>, id: string): void {
	if (got === undefined || goal === undefined) return;
	mendParts(desk, id, goal);
	for (const [index, wanted] of goal.content.entries()) {
		const now = stated(desk, id)?.content[index];
		if (now === undefined) throw new Error('its other parts cannot be added');
		if (equals(now, wanted)) continue;
		focus(desk, id);
		for (let part = 0; part < index + (index > 0 ? 1 : 0); part++) desk.press('e');
		growTo(desk, wanted);
		desk.press('enter');
	}
	const item = desk.world.items.find(one => one.id === id);
	if (item?.status === 'suggested') {
		focus(desk, id);
		desk.press('a');
	}
}

function stated(desk: Desk, id: string) {
	const item = desk.world.items.find(one => one.id === id);
	return item?.kind === 'statement' ? item : undefined;
}

function mendParts(desk: Desk, id: string, goal: NonNullable<Extract<Task, { kind: 'statement' }>['goal']>): void {
	for (const role of ['cue', 'speaker'] as const) {
		if (sameSpan(stated(desk, id)?.[role], goal[role])) continue;
		focus(desk, id);
		desk.press(role === 'cue' ? 'v' : 's');
		chooseSpan(desk, role, goal[role]);
	}
	const type = stated(desk, id)?.statement.type;
	if (type !== goal.type) {
		focus(desk, id);
		const key = desk.world.scheme.statements.types.find(({ label }) => label === goal.type)?.key;
		if (key === undefined) throw new Error(`no key for ${goal.type}`);
		desk.press(key);
	}
}

/** Takes the line of the list that gives this span, or chooses the words in the text. */
function chooseSpan(desk: Desk, role: 'cue' | 'speaker', wanted: Span | undefined): void {
	const { task } = desk.state;
	if (task?.kind !== 'list') throw new Error('no list came');
	const lines = leftChoices(task);
	const at = lines.findIndex(({ choice: { outcome } }) => {
		const [effect] = outcome.kind === 'do' ? outcome.effects : [];
		if (effect?.do !== 'decide' || effect.decision.command !== 'isnad.attribute') return false;
		const range = effect.decision.argument[role];
		if (range === null || range === undefined) return wanted === undefined;
		return wanted !== undefined && equals(desk.spanOf(range), wanted);
	});
	if (at >= 0) {
		take(desk, at);
		return;
	}
	take(
		desk,
		lines.findIndex(({ choice }) => choice.outcome.kind === 'words'),
	);
	if (wanted === undefined) throw new Error('no line for nobody');
	if (!reach(desk, moves, ({ anchor, head }) => anchor === head && head === wanted.start)) {
		throw new Error('no way to the words');
	}
	if (!reach(desk, edges, ({ anchor, head }) => anchor === wanted.start && head === wanted.end)) {
		throw new Error('no way to select the words');
	}
	desk.press('enter');
}

function take(desk: Desk, at: number): void {
	if (at < 9) desk.press(String(at + 1));
	else desk.press(...Array.from({ length: at }, () => 'down'), 'enter');
}
