/** A hundred texts of a million code units that are made to be slow. */
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { adversaries } from './support/adversaries.ts';
import { count, none, type Row, type SoakOptions, scaled, threadTime } from './support/soak.ts';
import { spansOf, wrongSpan } from './support/spans.ts';

export const name = 'Adversarial texts';

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const length = scaled(1_000_000, scale, 4_000);
	const wrong: string[] = [];
	const times: { readonly what: string; readonly half: number; readonly whole: number }[] = [];
	const all = adversaries(seed);
	for (const { what, text } of all) {
		let half = timed(what, text(length / 2), wrong);
		let whole = timed(what, text(length), wrong);
		if (whole > 2.3 * half || whole > 1000) {
			// Compiling and collecting garbage fall on one of the two by chance.
			half = Math.min(half, timed(what, text(length / 2), wrong));
			whole = Math.min(whole, timed(what, text(length), wrong));
		}
		times.push({ what, half, whole });
		say(`${what}: ${whole.toFixed(0)} ms`);
	}
	const slow = times.toSorted((a, b) => b.whole - a.whole);
	// Under 50 ms the clock and the compiler say more than the text.
	const grown = times.filter(({ whole }) => whole >= 50).toSorted((a, b) => b.whole / b.half - a.whole / a.half);
	const growth = grown.map(({ whole, half }) => whole / half);
	const [slowest] = slow;
	const above = growth.filter(factor => factor > 2.3).length;
	return [
		none(`texts of ${count(length)} code units that throw or give a wrong span`, wrong, all.length, 'texts'),
		{
			what: 'slowest text, processor time of the thread',
			figure: `${Math.round(slowest?.whole ?? 0)} ms (${slowest?.what}); median ${Math.round(slow[slow.length >> 1]?.whole ?? 0)} ms`,
			bar: '1 s',
			ok: (slowest?.whole ?? 0) <= 1000,
			measured: true,
		},
		{
			what: 'most growth where the text doubles, of texts that take 50 ms or more',
			figure: `${(growth[0] ?? 0).toFixed(2)} (${grown[0]?.what}); ${above} of ${growth.length} above the bar`,
			bar: '2.3',
			ok: above === 0,
			measured: true,
		},
	];
}

function timed(what: string, text: string, wrong: string[]): number {
	return threadTime(() => {
		try {
			for (const span of spansOf(analyse(text))) {
				const why = wrongSpan(text, span);
				if (why !== undefined) wrong.push(`${what}: ${why} ${JSON.stringify(span)}`);
			}
		} catch (error) {
			wrong.push(`${what}: ${error instanceof Error ? error.stack : error}`);
		}
	});
}
