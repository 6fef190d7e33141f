import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { documentHighlight } from '../../../server/src/core/features/documentHighlight.ts';
import { parseFixture, shown } from '../../support/fixture.ts';

function check(marked: string, expected: string): void {
	const { view, cursor } = parseFixture(marked);
	const spans = documentHighlight(view, cursor);
	assert.equal(spans.map(({ role, span }) => `${role}${shown(view, span)}`).join(' '), expected, marked);
}

suite('document highlight', () => {
	test('marks every mention of a name, however written', () => {
		check('{PER name=k:سلمى ناصر} و{LOC:حلب} و{PER name=k:¦ناصر}', 'name[سلمى ناصر] name[ناصر]');
	});

	test('marks all parts of a statement', () => {
		check(
			'«{S#s:¦أولا}» {CUE#s:قال} {SPK#s:الخبير} «{S#s:ثانيا}»',
			'content[أولا] content[ثانيا] cue[قال] speaker[الخبير]',
		);
	});

	test('takes the name inside a statement', () => {
		check('{S#s:زرت {LOC:¦حلب}}', 'name[حلب]');
	});

	test('marks nothing elsewhere', () => {
		check('¦أمس {LOC:حلب}', '');
	});
});
