/**
 * How time grows with a text's length: time(2n)/time(n) is 2 for linear work. A measurement repeats the work until it has taken 50 ms
 * at least, so that the clock's steps and the compiler do not count; garbage is collected before each; the rounds take the sizes in
 * turn, so that a slow moment strikes all alike, and the least of each size is kept. The growth is 2 to the power of the slope through
 * the points, both scales logarithmic (least squares). Commands that measure ask for a large young generation (--max-semi-space-size),
 * or what is measured is when the collector moves survivors. Times are the thread's own on the processor.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds that one measurement takes at least. */
const least = 50;
const rounds = 3;

setFlagsFromString('--expose-gc');
const clean: () => void = runInNewContext('gc');

/** Milliseconds of one run for each of three texts, each twice as long as the one before, and the growth. */
export function growthOf(
	texts: readonly [string, string, string],
	work: (text: string) => void,
): { readonly times: readonly [number, number, number]; readonly growth: number } {
	const runs = texts.map(text =>
		Math.max(1, Math.ceil(least / Math.max(0.05, Math.min(timed(work, text, 1), timed(work, text, 1))))),
	);
	const best = texts.map(() => Number.POSITIVE_INFINITY);
	for (let round = 0; round < rounds; round++) {
		for (const [at, text] of texts.entries()) {
			best[at] = Math.min(best[at] ?? 0, timed(work, text, runs[at] ?? 1));
		}
	}
	const [first = 0, middle = 0, last = 0] = best;
	// Of three points one step apart, the slope through the outer two is that of least squares.
	return { times: [first, middle, last], growth: 2 ** (Math.log2(last / first) / 2) };
}

/** Milliseconds of this thread for one run of the work, after collecting garbage. */
export function timed(work: (text: string) => void, text: string, times = 1): number {
	clean();
	const before = process.threadCpuUsage();
	for (let time = 0; time < times; time++) work(text);
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1000 / times;
}
