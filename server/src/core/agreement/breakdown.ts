import { iou, type Span } from '../span.ts';
import { cover } from './cells.ts';
import type { Counts } from './count.ts';
import type { Judged } from './judged.ts';
import { cueClass, patternOf } from './pattern.ts';

/** One article, judged. */
export interface JudgedArticle {
	/** Path of the article as gold has it. */
	readonly name: string;
	/** One code point each. */
	readonly letters: readonly string[];
	readonly statements: readonly Judged[];
}

/** By what statements are sorted into rows, in the order of printing. */
export const groupings = ['type', 'speaker', 'pattern', 'cue class', 'length', 'slice', 'article'] as const;
export type Grouping = (typeof groupings)[number];

/** The three counts of each row: `${row}\tfound`, `\texact` [hits, false, missed], and `\tspeaker` [right, of all]. */
export function breakdown(grouping: Grouping, article: JudgedArticle): Counts {
	const counts = new Map<string, number[]>();
	for (const statement of article.statements) {
		if (statement.excused) continue;
		const row = rowOf(grouping, article, statement);
		const { gold, got, exact, speaker } = statement;
		add(counts, `${row}\tfound`, [gold && got ? 1 : 0, gold ? 0 : 1, got ? 0 : 1]);
		add(counts, `${row}\texact`, [exact ? 1 : 0, got && !exact ? 1 : 0, gold && !exact ? 1 : 0]);
		add(counts, `${row}\tspeaker`, speaker === undefined ? [0, 0] : [Number(speaker), 1]);
	}
	return counts;
}

/**
 * By role: places that are the same to the letter, and letters in common over letters claimed and letters wanted (the same for
 * precision and recall, other than in one-sided overlap scores).
 */
export function roles({ statements }: JudgedArticle): Counts {
	const counts = new Map<string, number[]>();
	for (const { gold, got, excused } of statements) {
		if (excused) continue;
		const spans: readonly (readonly [string, readonly Span[], readonly Span[]])[] = [
			['content', cover(gold?.content ?? []), got?.content ?? []],
			['cue', gold?.cue ? [gold.cue] : [], got?.cue ?? []],
			['speaker', gold?.speaker ? [gold.speaker] : [], got?.speaker ? [got.speaker.span] : []],
		];
		for (const [role, wanted, claimed] of spans) {
			const same = iou(wanted, claimed) > 0.99999;
			const any = (side: readonly Span[]) => (side.length > 0 && !same ? 1 : 0);
			add(counts, `${role} exact`, [same ? 1 : 0, any(claimed), any(wanted)]);
			const shared = letters(wanted) + letters(claimed) - letters(cover([...wanted, ...claimed]));
			add(counts, `${role} letters`, [shared, letters(claimed) - shared, letters(wanted) - shared]);
		}
	}
	return counts;
}

function add(counts: Map<string, number[]>, row: string, more: readonly number[]): void {
	const have = counts.get(row) ?? more.map(() => 0);
	counts.set(
		row,
		have.map((value, index) => value + (more[index] ?? 0)),
	);
}

function letters(spans: readonly Span[]): number {
	return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** A statement in both is sorted by what gold says of it. */
function rowOf(grouping: Grouping, { name, letters: text }: JudgedArticle, { gold, got }: Judged): string {
	const content = gold?.content ?? got?.content ?? [];
	const cue = gold === undefined ? got?.cue?.[0] : gold.cue;
	switch (grouping) {
		case 'type':
			return gold?.type ?? got?.type ?? '';
		case 'speaker':
			return (gold ?? got)?.speaker === undefined ? 'implicit' : 'written';
		case 'pattern':
			return patternOf(text, { content, cue });
		case 'cue class':
			return cue === undefined ? 'none' : cueClass(text.slice(cue.start, cue.end).join(''));
		case 'length': {
			const words = content.map(({ start, end }) => text.slice(start, end).join('')).join(' ');
			const count = words.split(/\s+/).length;
			return count <= 3 ? ' 1-3 words' : count <= 10 ? ' 4-10 words' : '11+ words';
		}
		case 'slice':
			return name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '.';
		case 'article':
			return name;
	}
}
