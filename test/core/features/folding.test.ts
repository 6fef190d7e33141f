import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folding } from '../../../server/src/core/features/folding.ts';
import { parseFixture, shown } from '../../support/fixture.ts';

function check(marked: string, expected: string): void {
	const { view, parsed } = parseFixture(marked);
	const folds = folding(view, parsed).map(({ kind, span }) => `${kind}${shown(view, span).replaceAll('\n', '/')}`);
	assert.equal(folds.join(' '), expected, marked);
}

suite('folding', () => {
	test('folds boilerplate, neighbouring lines as one', () => {
		check(
			'خبر\n{R boilerplate:شارك}\n\n{R boilerplate:اقرأ أيضا}\nخبر\n{R boilerplate:وسوم}',
			'boilerplate[شارك//اقرأ أيضا] boilerplate[وسوم]',
		);
	});

	test('folds a statement with all its parts', () => {
		check('{CUE#s:قال} {SPK#s:خبير}:\n«{S#s:أولا\nثانيا}»\nخبر', 'statement[قال خبير:/«أولا/ثانيا]');
	});

	test('leaves scare quotes and rejected statements alone', () => {
		check('{R scare:س\nص} {S#s rejected:أ\nب}', '');
	});

	test('folds a stretch once', () => {
		check('{S#a:{S#b:أ\nب}}', 'statement[أ/ب]');
	});
});
