import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findRegions } from '../../../server/src/core/statements/findRegions.ts';
import { findStatements } from '../../../server/src/core/statements/findStatements.ts';
import { parseText } from '../../../server/src/core/text/parsed.ts';
import { adversaries } from '../../soak/support/adversaries.ts';
import { hostilePieces, repeated } from '../../support/hostileStatements.ts';

/** Elementary steps of the engine on a text: how often it looks at a token. They do not depend on the machine. */
function stepsOf(text: string): number {
	const parsed = parseText(text);
	let looks = 0;
	const tokens = new Proxy(parsed.tokens, {
		get(target, key) {
			looks += 1;
			return Reflect.get(target, key);
		},
	});
	const found = findStatements({ ...parsed, tokens }, [], findRegions(parsed));
	while (found.next().done !== true) {
		// Only counted.
	}
	return looks;
}

/** UTF-16 units; above the longest unit of the engine, so that its bounds are reached. */
const length = 8_000;

function check(name: string, text: (length: number) => string): void {
	const once = stepsOf(text(length));
	const twice = stepsOf(text(2 * length));
	assert.ok(twice <= 2.2 * once + 2000, `${name}: ${once} steps on ${length} units, ${twice} on twice as many`);
}

suite('steps grow as the text does', () => {
	for (const [name, piece] of hostilePieces) {
		test(JSON.stringify(name), () => check(name, size => repeated(piece, size)));
	}

	test('a hundred generated texts', () => {
		for (const { what, text } of adversaries(20261122)) {
			check(what, text);
		}
	});
});
