import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { csvLine } from '../../../server/src/core/corpus/csv.ts';

function check(cells: readonly (string | number)[], expected: string): void {
	assert.equal(csvLine(cells), `${expected}\r\n`);
}

suite('CSV', () => {
	test('quotes what needs it', () => check(['a', 'b,c', 'd"e', 'f\ng', ' h', ''], 'a,"b,c","d""e","f\ng"," h",'));
	test('leaves numbers and Arabic as they are', () => check([-3, 'قال: «نعم»، ثم مضى'], '-3,قال: «نعم»، ثم مضى'));
	for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\n@x']) {
		test(`takes the sting out of ${JSON.stringify(formula)}`, () => {
			assert.match(csvLine([formula]), /^"?'/);
		});
	}
});
