import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type ReferenceOptions, references } from '../../../server/src/core/features/references.ts';
import { parseFixture, shown } from '../../support/fixture.ts';

function check(marked: string, declaration: ReferenceOptions['declaration'], expected: string): void {
	const { view, cursor } = parseFixture(marked);
	const spans = references(view, cursor, { declaration });
	assert.equal(spans.map(span => shown(view, span)).join(' '), expected, marked);
}

suite('references', () => {
	const text = '{PER name=k:ناصر} {PER name=k:سلمى ناصر} {LOC:حلب} {PER name=k:¦ناصر}';

	test('finds every mention in text order', () => {
		check(text, 'include', '[ناصر] [سلمى ناصر] [ناصر]');
	});

	test('leaves the fullest mention out where the declaration is not wanted', () => {
		check(text, 'leave-out', '[ناصر] [ناصر]');
	});

	test('finds nothing off a name', () => {
		check('{S#s:لا ¦بأس}', 'include', '');
	});
});
