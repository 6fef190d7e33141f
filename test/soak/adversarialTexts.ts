/**
 * A hundred texts of a million code units that are made to be slow. Every text is timed at its full length; what takes longer than the
 * clock and the compiler can blur is measured at a quarter, half and the whole by the method of test/support/growth.ts.
 */
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { growthOf, timed } from '../support/growth.ts';
import { adversaries } from './support/adversaries.ts';
import { count, none, type Row, type SoakOptions, scaled } from './support/soak.ts';
import { spansOf, wrongSpan } from './support/spans.ts';

export const name = 'Adversarial texts';

/** Milliseconds from which on a text's growth is measured. */
const tellsGrowth = 50;

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const length = scaled(1_000_000, scale, 4_000);
	const wrong: string[] = [];
	const slow: { readonly what: string; readonly time: number }[] = [];
	const grown: { readonly what: string; readonly growth: number }[] = [];
	const all = adversaries(seed);
	for (const { what, text } of all) {
		const why = wrongIn(what, text(length / 2)) ?? wrongIn(what, text(length));
		if (why !== undefined) {
			wrong.push(why);
			continue;
		}
		let time = timed(analyse, text(length));
		if (time >= tellsGrowth) {
			const { times, growth } = growthOf([text(length / 4), text(length / 2), text(length)], analyse);
			time = times[2];
			grown.push({ what, growth });
			say(`${what}: growth ${growth.toFixed(2)}`);
		}
		slow.push({ what, time });
		say(`${what}: ${time.toFixed(0)} ms`);
	}
	slow.sort((a, b) => b.time - a.time);
	grown.sort((a, b) => b.growth - a.growth);
	const [slowest] = slow;
	const [most] = grown;
	const above = grown.filter(({ growth }) => growth > 2.3).length;
	return [
		none(`texts of ${count(length)} code units that throw or give a wrong span`, wrong, all.length, 'texts'),
		{
			what: 'slowest text, processor time of the thread',
			figure: `${Math.round(slowest?.time ?? 0)} ms (${slowest?.what}); median ${Math.round(slow[slow.length >> 1]?.time ?? 0)} ms`,
			bar: '1 s',
			ok: (slowest?.time ?? 0) <= 1000,
			measured: true,
		},
		{
			what: `most growth where the text doubles (slope through three lengths), of texts that take ${tellsGrowth} ms or more`,
			figure:
				most === undefined
					? 'none'
					: `${most.growth.toFixed(2)} (${most.what}); ${above} of ${grown.length} above the bar`,
			bar: '2.3',
			ok: above === 0,
			measured: true,
		},
	];
}

/** The first thing that is wrong with an analysis, if anything. */
function wrongIn(what: string, text: string): string | undefined {
	try {
		for (const span of spansOf(analyse(text))) {
			const why = wrongSpan(text, span);
			if (why !== undefined) return `${what}: ${why} ${JSON.stringify(span)}`;
		}
	} catch (error) {
		return `${what}: ${error instanceof Error ? error.stack : error}`;
	}
	return undefined;
}
