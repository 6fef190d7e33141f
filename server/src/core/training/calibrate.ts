/** A name that was found, by its margin, and whether it was right. */
export interface Judged {
	readonly label: string;
	readonly margin: number;
	readonly right: boolean;
}

const steps = 24;

/**
 * How often names of each label and margin were right, in hundredths: by label, one step for each half nat, never falling with the
 * margin (pooling of adjacent violators), and drawn towards the label's mean where few were seen.
 */
export function calibrate(judged: readonly Judged[], labels: readonly string[], scale: number): number[][] {
	return labels.map(label =>
		curve(
			judged.filter(one => one.label === label),
			scale,
		),
	);
}

function curve(judged: readonly Judged[], scale: number): number[] {
	const right = new Array<number>(steps).fill(0);
	const all = new Array<number>(steps).fill(0);
	for (const one of judged) {
		const step = Math.min(steps - 1, Math.floor((one.margin * 2) / scale));
		all[step] = (all[step] ?? 0) + 1;
		right[step] = (right[step] ?? 0) + (one.right ? 1 : 0);
	}
	const mean = judged.length === 0 ? 0.5 : judged.filter(one => one.right).length / judged.length;
	const pools: { weight: number; rate: number; steps: number }[] = [];
	for (let step = 0; step < steps; step++) {
		const weight = (all[step] ?? 0) + 4;
		pools.push({ weight, rate: ((right[step] ?? 0) + 4 * mean) / weight, steps: 1 });
		for (;;) {
			const last = pools.at(-1);
			const before = pools.at(-2);
			if (last === undefined || before === undefined || before.rate <= last.rate) {
				break;
			}
			pools.splice(-2, 2, {
				weight: before.weight + last.weight,
				rate: (before.rate * before.weight + last.rate * last.weight) / (before.weight + last.weight),
				steps: before.steps + last.steps,
			});
		}
	}
	return pools.flatMap(pool => new Array<number>(pool.steps).fill(Math.min(99, Math.round(pool.rate * 100))));
}
