import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSidecar } from '../../../server/src/core/sidecar/readSidecar.ts';
import { shrinkage } from '../../../server/src/core/sidecar/shrinkage.ts';

function sidecar(from: number, to: number) {
	const record = (n: number): string =>
		`  - id: e${String(n).padStart(5, '0')}\n    kind: entity\n    state: confirmed\n    label: PER\n    span: [${n}, ${n + 1}]\n`;
	const records = Array.from({ length: to - from }, (_, index) => record(from + index));
	return readSidecar(`isnad: 1\nrecords:${records.length === 0 ? ' []' : ''}\n${records.join('')}`).value;
}

/** Records are numbered; a version has those from one number up to another. */
function check(
	before: readonly [number, number],
	after: readonly [number, number],
	expected: ReturnType<typeof shrinkage>,
): void {
	assert.deepEqual(shrinkage(sidecar(...before), sidecar(...after)), expected);
}

suite('shrinkage', () => {
	test('is more than twenty and more than three in ten', () => {
		check([0, 70], [0, 48], { gone: 22, of: 70 });
		check([0, 70], [0, 49], undefined);
		check([0, 71], [0, 49], { gone: 22, of: 71 });
		check([0, 21], [0, 0], { gone: 21, of: 21 });
		check([0, 20], [0, 0], undefined);
	});

	test('counts what is gone, whatever came instead', () => {
		check([0, 40], [25, 90], { gone: 25, of: 40 });
		check([0, 40], [0, 90], undefined);
		check([0, 0], [0, 40], undefined);
	});
});
