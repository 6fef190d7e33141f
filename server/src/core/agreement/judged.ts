import { iou } from '../span.ts';
import type { GoldDocument, GoldStatement } from './gold.ts';
import { matchesAbove, statementsOf } from './matching.ts';
import type { PredictedStatement, Prediction } from './prediction.ts';
import { speakerJudge } from './speaker.ts';

/** A statement that is in gold, in the suggestions, or in both at IoU >= 0.5, and what is right of it. */
export interface Judged {
	readonly gold?: GoldStatement;
	readonly got?: PredictedStatement;
	readonly exact: boolean;
	/** Of those in both; absent too where the scoring protocol does not ask. */
	readonly type?: boolean;
	readonly cue?: boolean;
	readonly speaker?: boolean;
	/** Neither missed nor false: gold marked borderline, relay or reported, and what it matches; suggestions typed reported. */
	readonly excused: boolean;
}

/** All statements of one article: those of gold in its order, then suggestions that match none. */
export function judged(document: GoldDocument, predicted: Prediction): readonly Judged[] {
	const statements = statementsOf(document, predicted);
	const matches = new Map(matchesAbove(0.5, statements).map(match => [match.gold, match]));
	const taken = new Set([...matches.values()].map(({ got }) => got));
	const speakerRight = speakerJudge(document);
	return [
		...statements.wanted.map(gold => {
			const match = matches.get(gold);
			if (match === undefined) return { gold, exact: false, excused: gold.soft };
			const { got } = match;
			const speaker = speakerRight(gold, got);
			return {
				gold,
				got,
				exact: match.iou > 0.99999,
				type: gold.type === got.type,
				...(gold.cue === undefined ? {} : { cue: got.cue !== undefined && iou([gold.cue], got.cue) >= 0.5 }),
				...(speaker === undefined ? {} : { speaker }),
				excused: gold.soft,
			};
		}),
		...statements.got
			.filter(got => !taken.has(got))
			.map(got => ({ got, exact: false, excused: got.type === 'reported' })),
	];
}
