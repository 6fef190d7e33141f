/** A name that was suggested with a score from 0 to 1. */
export interface Scored {
	readonly score: number;
	readonly right: boolean;
}

const bins = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** What scores are worth: for each bin of them how many names there are, their mean score, and the share that is right. */
export function reliabilityTable(names: readonly Scored[]): string {
	let table = 'scores from   names   mean  right\n';
	for (const [at, low] of bins.entries()) {
		const high = bins[at + 1] ?? Number.POSITIVE_INFINITY;
		const inside = names.filter(({ score }) => score >= low && score < high);
		if (inside.length > 0) {
			const mean = inside.reduce((sum, { score }) => sum + score, 0) / inside.length;
			const right = inside.filter(one => one.right).length / inside.length;
			const cells = [low.toFixed(2).padEnd(11), String(inside.length).padStart(7), mean.toFixed(2), right.toFixed(2)];
			table += `${cells[0]} ${cells[1]}   ${cells[2]}   ${cells[3]}\n`;
		}
	}
	return table;
}
