import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { selectionRange } from '../../../server/src/core/features/selectionRange.ts';
import { parseFixture, shown } from '../../support/fixture.ts';

function check(marked: string, expected: string): void {
	const { view, parsed, cursor } = parseFixture(marked);
	const spans = selectionRange(view, parsed, cursor).map(span => shown(view, span).replaceAll('\n', '/'));
	assert.equal(spans.join(' '), expected, marked);
}

suite('selection range', () => {
	test('grows from token to name, statement part, sentence, paragraph, text', () => {
		check(
			'خبر.\n{CUE#s:قال} إن {S#s:{ORG:جامعة ¦حلب} آمنة}. نعم.\n',
			'[حلب] [جامعة حلب] [جامعة حلب آمنة] [قال إن جامعة حلب آمنة.] [قال إن جامعة حلب آمنة. نعم.] [خبر./قال إن جامعة حلب آمنة. نعم./]',
		);
	});

	test('begins with a name that is part of a token', () => {
		check('و{LOC:ح¦لب}', '[حلب] [وحلب]');
	});

	test('takes the word that a cursor stands behind', () => {
		check('زار {LOC:حلب}¦، أمس', '[حلب] [زار حلب، أمس]');
	});

	test('takes the word that a cursor stands before', () => {
		check('«¦لا»', '[لا] [«لا»]');
	});

	test('leaves out a span that only meets the place', () => {
		check('{PER:سلمى}{LOC:¦حلب}', '[حلب] [سلمىحلب]');
	});

	test('holds each step inside the next', () => {
		check('{S#s:{PER:أب ¦جد} هو}', '[جد] [أب جد] [أب جد هو]');
	});

	test('answers the whole text on an empty line and in an empty text', () => {
		check('أ\n\n¦\nب', '[أ///ب]');
		check('¦', '[]');
	});
});
