import type { Counts } from './count.ts';
import { drawsBelow } from './mersenneTwister.ts';
import { rounded } from './python.ts';

/** [precision, recall, F1], or [share that is right, out of how many], rounded to four digits. */
export type Figure = readonly [number, number, number] | readonly [number, number];
/** In the order of printing. */
export type Figures = ReadonlyMap<string, Figure>;

/** Figures over all documents together: counts are added up first. */
export function figures(counts: readonly Counts[]): Figures {
	const totals = new Map<string, number[]>();
	for (const document of counts) {
		for (const [name, row] of document) {
			const total = totals.get(name) ?? row.map(() => 0);
			for (const [index, value] of row.entries()) total[index] = (total[index] ?? 0) + value;
			totals.set(name, total);
		}
	}
	return new Map([...totals].map(([name, row]) => [name, figure(row)]));
}

/**
 * 95 % of the F1 (or share) of each figure over 1,000 draws of as many documents, with replacement (bootstrap by document;
 * Efron 1979). The draws are always the same ones.
 */
export function bootstrapIntervals(counts: readonly Counts[]): ReadonlyMap<string, readonly [number, number]> {
	const draw = drawsBelow(7);
	const samples = Array.from({ length: 1000 }, () =>
		figures(counts.map(() => counts[draw(counts.length)] ?? new Map())),
	);
	const interval = (name: string): readonly [number, number] => {
		const values = samples.map(sample => headline(sample.get(name))).sort((a, b) => a - b);
		return [values[25] ?? 0, values[974] ?? 0];
	};
	return new Map([...figures(counts).keys()].map(name => [name, interval(name)]));
}

function headline(figure: Figure | undefined): number {
	return (figure?.length === 3 ? figure[2] : figure?.[0]) ?? 0;
}

function figure([first = 0, second = 0, third]: readonly number[]): Figure {
	if (third === undefined) {
		return [second === 0 ? 0 : rounded(first / second, 4), second];
	}
	const precision = first + second === 0 ? 0 : first / (first + second);
	const recall = first + third === 0 ? 0 : first / (first + third);
	const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
	return [rounded(precision, 4), rounded(recall, 4), rounded(f1, 4)];
}
