import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { mergeRegisters } from '../../../server/src/core/corpus/mergeRegister.ts';
import { readRegister } from '../../../server/src/core/corpus/register.ts';

const head = '# سجل\nisnad: 1\nentities:\n';

function entry(key: string, name = key, more = ''): string {
	return `  - key: ${key}\n    label: PER\n    name: ${name}\n${more}`;
}

/** Merges lists of entries; `expected` is the merged file without its head. */
function check(
	base: readonly string[],
	mine: readonly string[],
	theirs: readonly string[],
	expected: readonly string[],
	conflicts: readonly string[] = [],
): void {
	const [b = '', m = '', t = ''] = [base, mine, theirs].map(list => (list.length === 0 ? '' : head + list.join('')));
	const merged = mergeRegisters(b, m, t);
	assert.deepEqual([merged?.source, merged?.conflicts], [head + expected.join(''), conflicts]);
	assert.deepEqual(readRegister(merged?.source ?? '').problems, []);
}

suite('mergeRegisters', () => {
	const [a, b, c] = [entry('a'), entry('b'), entry('c')];

	test('takes the entries of both, each where it stood', () => {
		check([b], [a, b], [b, c], [a, b, c]);
		check([a], [a, b], [a, c], [a, c, b]);
		check([], [a], [c], [a, c]);
		check([a, b], [b], [a, b, c], [b, c]);
	});

	test('takes what either changed, with its comments', () => {
		const noted = `  # انظر الأرشيف\n${entry('a', 'آ')}`;
		check([a, b], [noted, b], [a, entry('b', 'ب')], [noted, entry('b', 'ب')]);
		check([a], [a], [noted], [noted]);
	});

	test('merges one entry field by field, and every alias', () => {
		const aliases = (...names: readonly string[]): string =>
			`    aliases:\n${names.map(name => `      - ${name}\n`).join('')}`;
		check(
			[entry('a', 'a', aliases('x', 'u'))],
			[entry('a', 'a', `${aliases('x', 'u', 'z')}    note: مهم\n`)],
			[entry('a', 'آ', aliases('u', 'w'))],
			[entry('a', 'آ', `${aliases('u', 'z', 'w')}    note: مهم\n`)],
		);
	});

	test('keeps an entry that one took out and the other changed', () => {
		check([a, b], [b], [entry('a', 'آ'), b], [entry('a', 'آ'), b]);
		check([a, b], [a, entry('b', 'ب')], [a], [a, entry('b', 'ب')]);
	});

	test('keeps mine of a true conflict, with theirs in a comment', () => {
		check([a], [entry('a', 'x')], [entry('a', 'z')], [`  # name: z\n${entry('a', 'x')}`], ['a']);
	});

	test('leaves to others what is no list of entries', () => {
		for (const odd of ['entities: {}\n', 'entities:\n  - key: a\n', `${head}${a}${a}`, '<<<<<<< ours\n']) {
			assert.equal(mergeRegisters('', head + a, odd)?.conflicts, undefined, odd);
		}
	});
});
