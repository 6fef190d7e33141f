import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layered } from '../../client/src/highlights/layers.ts';
import type { LookedMark } from '../../client/src/highlights/look.ts';

/** Marks are written `LABEL start-end`, with what is expected as `LABEL start-end layer`. */
function check(written: string, expected: string): void {
	const marks = written.split(', ').map((one): LookedMark => {
		const [color = '', span = ''] = one.split(' ');
		const [start = 0, end = 0] = span.split('-').map(Number);
		return {
			look: { role: 'name', status: 'confirmed', pattern: 0, color },
			range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
		};
	});
	const told = layered(marks).map(({ look, range: { start, end } }) => {
		return `${look.color} ${start.character}-${end.character} ${look.layer ?? 0}`;
	});
	assert.equal(told.join(', '), expected);
}

test('marks of one look that meet are drawn on different layers', () => {
	check('LOC 0-3, LOC 5-8', 'LOC 0-3 0, LOC 5-8 0');
	check('LOC 5-8, LOC 0-3', 'LOC 0-3 0, LOC 5-8 0');
	check('LOC 4-8, LOC 0-8', 'LOC 0-8 0, LOC 4-8 1');
	check('LOC 0-8, LOC 0-3', 'LOC 0-8 0, LOC 0-3 1');
	check('LOC 0-3, LOC 3-6, LOC 6-9', 'LOC 0-3 0, LOC 3-6 1, LOC 6-9 0');
	check('LOC 0-9, ORG 2-4, LOC 4-9', 'LOC 0-9 0, ORG 2-4 0, LOC 4-9 1');
	check('A 0-9, A 1-9, A 2-9, A 3-9, A 4-9', 'A 0-9 0, A 1-9 1, A 2-9 2, A 3-9 3, A 4-9 3');
});
