/**
 * How the statement engine's time grows on hostile texts, part of `npm run bench`, by the method of test/support/growth.ts.
 * Numbers are for reading, nothing fails.
 */
import { findRegions } from '../../server/src/core/statements/findRegions.ts';
import { findStatements } from '../../server/src/core/statements/findStatements.ts';
import { parseText } from '../../server/src/core/text/parsed.ts';
import { growthOf } from '../support/growth.ts';
import { hostilePieces, repeated } from '../support/hostileStatements.ts';

/** UTF-16 units of the three texts; the shortest is larger than a processor's caches. The budget of time is for the middle one. */
const sizes = [500_000, 1_000_000, 2_000_000] as const;
const budget = { time: 1000, growth: 2.3 };

function work(text: string): number {
	const parsed = parseText(text);
	const steps = findStatements(parsed, [], findRegions(parsed));
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value.statements.length;
	}
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
	const [short, middle, long] = sizes;
	const texts = [repeated(piece, short), repeated(piece, middle), repeated(piece, long)] as const;
	const { times, growth } = growthOf(texts, work);
	const fine = growth <= budget.growth && times[1] <= budget.time;
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
