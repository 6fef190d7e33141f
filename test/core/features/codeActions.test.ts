import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { codeActions } from '../../../server/src/core/features/codeActions.ts';
import { parseFixture } from '../../support/fixture.ts';

function check(marked: string, expected: readonly string[]): void {
	const { view, selection } = parseFixture(marked);
	const actions = codeActions(view, selection, { labels: ['PER', 'ORG', 'LOC'] });
	const told = actions.map(({ does, ...rest }) =>
		[does, ...Object.values(rest).filter(value => typeof value !== 'object')].join(' '),
	);
	assert.deepEqual(told, expected, marked);
}

suite('code actions', () => {
	test('offer to accept, reject and relabel a suggested name', () => {
		check('زار {LOC#a:ح¦لب}', ['accept a حلب', 'reject a حلب', 'relabel a حلب PER', 'relabel a حلب ORG']);
	});

	test('offer only other labels for a confirmed name', () => {
		check('زار {LOC#a confirmed:ح¦لب}', ['relabel a حلب PER', 'relabel a حلب ORG']);
	});

	test('offer to accept a place that has to be confirmed', () => {
		check('زار {LOC#a confirmed moved:ح¦لب}', ['accept a حلب', 'relabel a حلب PER', 'relabel a حلب ORG']);
	});

	test('offer other types for a statement', () => {
		check('{CUE#s:¦قال} {S#s direct:لا}', [
			'accept s لا',
			'reject s لا',
			'setType s لا indirect',
			'setType s لا mixed',
			'setType s لا reported',
		]);
	});

	test('offer to accept all that a selection holds, and to label it', () => {
		check('زار ¦خبير {LOC#a:حلب} و{LOC#b:حمص} و{LOC:حم¦اة}', [
			'acceptAll 2',
			'label خبير حلب وحمص وحم PER',
			'label خبير حلب وحمص وحم ORG',
			'label خبير حلب وحمص وحم LOC',
		]);
	});

	test('offer no label for blanks, for several lines, for a name as it is', () => {
		check('أ¦ ¦ب', []);
		check('¦أ\nب¦', []);
		check('¦{LOC#a confirmed:حلب}¦', ['relabel a حلب PER', 'relabel a حلب ORG']);
	});

	test('offer nothing elsewhere', () => {
		check('¦أمس', []);
	});
});
