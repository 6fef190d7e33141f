import type { Counts } from './count.ts';
import type { GoldDocument } from './gold.ts';
import type { Judged } from './judged.ts';
import type { Prediction } from './prediction.ts';

/** Lower ends of the bins of scores. */
const bins = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95];

/**
 * How many suggestions of each bin of scores are right. A statement is right when gold has it at IoU >= 0.5 with the same
 * speaker (one typed reported: when gold has it so typed); a name when its place and label are. MISC, and statements that the
 * protocol excuses for what gold says of them, are left out.
 */
export function calibration(gold: GoldDocument, predicted: Prediction, statements: readonly Judged[]): Counts {
	const counts = new Map<string, [number, number]>();
	const add = (what: string, score: number | undefined, right: boolean) => {
		if (score === undefined) return;
		const row = `${what} ${binOf(score)}`;
		const [good, all] = counts.get(row) ?? [0, 0];
		counts.set(row, [good + Number(right), all + 1]);
	};
	for (const { gold: wanted, got, speaker } of statements) {
		if (got === undefined || (wanted?.soft === true && wanted.type !== 'reported')) continue;
		const right =
			wanted !== undefined && (wanted.type === 'reported') === (got.type === 'reported') && speaker !== false;
		add('statements', got.score, right);
	}
	const places = new Set(gold.entities.map(({ start, end, label }) => `${start},${end},${label}`));
	for (const { start, end, label, score } of predicted.entities) {
		if (label !== 'MISC') add('names', score, places.has(`${start},${end},${label}`));
	}
	return counts;
}

function binOf(score: number): string {
	const index = bins.findLastIndex(low => score >= low - 1e-9);
	const low = bins[Math.max(0, index)] ?? 0;
	const high = bins[index + 1] ?? 1;
	return `${low.toFixed(2)}-${high === 1 ? '1.00' : (high - 0.01).toFixed(2)}`;
}
