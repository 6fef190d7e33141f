import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	type Coefficient,
	cohensKappa,
	krippendorffsAlpha,
	type Unit,
	unitsOf,
} from '../../../server/src/core/agreement/coefficients.ts';

function check({ value, observed, expected, units }: Coefficient, wanted: readonly (string | number)[]): void {
	const shown = [value, observed, expected].map(part => (part === undefined ? '-' : part.toFixed(3)));
	assert.deepEqual([...shown, units], wanted);
}

/** One line a coder, one column a unit; a point where the coder said nothing. */
function unitsIn(...coders: readonly string[]): readonly Unit[] {
	const rows = coders.map(line => line.split(' '));
	return (rows[0] ?? []).map((_, column) => ({
		values: rows.map(row => row[column] ?? '.').filter(value => value !== '.'),
		times: 1,
	}));
}

function contingency(rows: Readonly<Record<string, Readonly<Record<string, number>>>>) {
	return new Map(Object.entries(rows).map(([a, row]) => [a, new Map(Object.entries(row))]));
}

test('kappa of the two psychiatrists of Cohen 1960', () => {
	const table = contingency({
		schizophrenia: { schizophrenia: 88, neurosis: 14, other: 18 },
		neurosis: { schizophrenia: 10, neurosis: 40, other: 10 },
		other: { schizophrenia: 2, neurosis: 6, other: 12 },
	});
	check(cohensKappa(table), ['0.492', '0.700', '0.410', 200]);
});

test('kappa says nothing where one category is all there is', () => {
	check(cohensKappa(contingency({ in: { in: 7 } })), ['-', '1.000', '1.000', 7]);
	check(cohensKappa(contingency({})), ['-', '0.000', '0.000', 0]);
});

test('alpha of two observers and two categories, Krippendorff 2011, A', () => {
	const units = unitsIn('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
	check(krippendorffsAlpha(units), ['0.095', '0.600', '0.558', 10]);
});

test('alpha of two observers and five categories, Krippendorff 2011, B', () => {
	const units = unitsIn('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
	check(krippendorffsAlpha(units), ['0.692', '0.750', '0.188', 12]);
});

test('alpha of four observers with missing values, Krippendorff 2011, C', () => {
	const units = unitsIn(
		'1 2 3 3 2 1 4 1 2 . . .',
		'1 2 3 3 2 2 4 1 2 5 . 3',
		'. 3 3 3 2 3 4 2 2 5 1 .',
		'1 2 3 3 2 4 4 1 2 5 1 .',
	);
	check(krippendorffsAlpha(units), ['0.743', '0.800', '0.221', 11]);
});

test('alpha of a table of two coders is that of its units', () => {
	const units = unitsIn('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
	const table = contingency({ 0: { 0: 5, 1: 3 }, 1: { 0: 1, 1: 1 } });
	assert.deepEqual(krippendorffsAlpha(unitsOf(table)), krippendorffsAlpha(units));
});
