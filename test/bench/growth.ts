/**
 * How the statement engine's time grows on hostile texts, part of `npm run bench`: time(2n)/time(n) is 2 for linear work. Each text is
 * measured at n, 2n and 4n; a measurement repeats the work until it has taken 50 ms at least, so that the clock's steps and the compiler
 * do not count; garbage is collected before each; the rounds take the sizes in turn, so that a slow moment strikes all alike, and the
 * least of each size is kept. The growth is 2 to the power of the slope through the three points, both scales logarithmic (least squares).
 * The command asks for a large young generation (--max-semi-space-size), or what is measured is when the collector moves survivors.
 * Times are the thread's own on the processor. Numbers are for reading, nothing fails.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { findRegions } from '../../server/src/core/statements/findRegions.ts';
import { findStatements } from '../../server/src/core/statements/findStatements.ts';
import { parseText } from '../../server/src/core/text/parsed.ts';
import { hostilePieces, repeated } from '../support/hostileStatements.ts';

/** UTF-16 units of the three texts; the shortest is larger than a processor's caches. The budget of time is for the middle one. */
const sizes = [500_000, 1_000_000, 2_000_000] as const;
/** Milliseconds that one measurement takes at least. */
const least = 50;
const rounds = 3;
const budget = { time: 1000, growth: 2.3 };

setFlagsFromString('--expose-gc');
const clean: () => void = runInNewContext('gc');

function work(text: string): number {
	const parsed = parseText(text);
	const steps = findStatements(parsed, [], findRegions(parsed));
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value.statements.length;
	}
}

/** Milliseconds of this thread for one run of the work. */
function timed(text: string, times: number): number {
	clean();
	const before = process.threadCpuUsage();
	for (let time = 0; time < times; time++) work(text);
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1000 / times;
}

function measure(piece: string): { readonly times: readonly number[]; readonly growth: number } {
	const texts = sizes.map(length => repeated(piece, length));
	const runs = texts.map(text =>
		Math.max(1, Math.ceil(least / Math.max(0.05, Math.min(timed(text, 1), timed(text, 1))))),
	);
	const best = texts.map(() => Number.POSITIVE_INFINITY);
	for (let round = 0; round < rounds; round++) {
		for (const [at, text] of texts.entries()) {
			best[at] = Math.min(best[at] ?? 0, timed(text, runs[at] ?? 1));
		}
	}
	const [first = 0, , last = 0] = best;
	// Of three points one step apart, the slope through the outer two is that of least squares.
	return { times: best, growth: 2 ** (Math.log2(last / first) / 2) };
}

/** With arguments, only the texts of those names. */
const only = process.argv.slice(2);
const pieces = hostilePieces.filter(([name]) => only.length === 0 || only.includes(name.trim()));
const width = 31;
console.log(
	`${`hostile text, units of UTF-16:`.padEnd(width)}  ${sizes.map(size => `${size.toLocaleString('en')}`.padStart(11)).join('')}   growth   (ms of the thread; budget ${budget.time} ms, ${budget.growth})`,
);
let above = 0;
for (const [name, piece] of pieces) {
	const { times, growth } = measure(piece);
	const fine = growth <= budget.growth && (times[1] ?? 0) <= budget.time;
	above += fine ? 0 : 1;
	console.log(
		`${name.padEnd(width)}  ${times.map(time => time.toFixed(1).padStart(11)).join('')}   ${growth.toFixed(2).padStart(6)}   ${fine ? 'ok' : 'ABOVE'}`,
	);
}
console.log(
	above === 0
		? `All ${pieces.length} texts within both budgets.`
		: `${above} of ${pieces.length} texts ABOVE a budget.`,
);
