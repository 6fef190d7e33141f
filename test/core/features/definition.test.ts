import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { definition } from '../../../server/src/core/features/definition.ts';
import { parseFixture, shown } from '../../support/fixture.ts';

function check(marked: string, expected: string | undefined): void {
	const { view, cursor } = parseFixture(marked);
	const result = definition(view, cursor);
	const actual = result && `${shown(view, result.origin)} -> ${shown(view, result.target)} at ${result.target.start}`;
	assert.equal(actual, expected, marked);
}

suite('definition', () => {
	test('leads from a short name to the first of its fullest mentions', () => {
		check(
			'{PER name=k:ناصر} {PER name=k:سلمى ناصر} {PER name=k:¦ناصر} {PER name=k:سلمى ناصر}',
			'[ناصر] -> [سلمى ناصر] at 5',
		);
	});

	test('does not take vowel marks for fullness', () => {
		check('{LOC name=k:مصر} و{LOC name=k:¦مِصْر}', '[مِصْر] -> [مصر] at 0');
	});

	test('leads from a statement to its speaker', () => {
		check('{CUE#s:قال} {SPK#s:خبير} إن {S#s:السد ¦آمن}', '[السد آمن] -> [خبير] at 4');
	});

	test('leads from a statement with an implicit subject to the words it was taken from', () => {
		check('{ANT#s:خبير} {CUE#s:¦وأضاف} أن {S#s how=implicit:السد آمن}', '[وأضاف] -> [خبير] at 0');
	});

	test('knows none for a statement without speaker, and elsewhere', () => {
		check('{S#s:السد ¦آمن}', undefined);
		check('¦أمس', undefined);
	});
});
