import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { semanticTokens } from '../../../server/src/core/features/semanticTokens.ts';
import { parseFixture, shown } from '../../support/fixture.ts';

function check(marked: string, expected: string): void {
	const { view, selection } = parseFixture(marked);
	const within = selection.start < selection.end ? selection : undefined;
	const pieces = semanticTokens(view, within).map(
		piece => `${piece.role} ${piece.label} ${piece.status}${shown(view, piece)}`,
	);
	assert.equal(pieces.join(', '), expected, marked);
}

suite('semantic tokens', () => {
	test('tells names, cues, speakers and content apart', () => {
		check(
			'{CUE#s:قال} {SPK#s confirmed:خبير} إن {S#s confirmed:السد آمن} في {LOC:حلب}',
			'cue indirect confirmed[قال], speaker indirect confirmed[خبير], content indirect confirmed[السد آمن], name LOC suggested[حلب]',
		);
	});

	test('cuts what lies under a name', () => {
		check(
			'{S#s:زرت {LOC:حلب} أمس}',
			'content indirect suggested[زرت ], name LOC suggested[حلب], content indirect suggested[ أمس]',
		);
	});

	test('shows the inner of two names', () => {
		check(
			'{ORG:جامعة {LOC:حلب} الحرة}',
			'name ORG suggested[جامعة ], name LOC suggested[حلب], name ORG suggested[ الحرة]',
		);
	});

	test('cuts spans that cross: the shorter lies on top', () => {
		const { view } = parseFixture('{PER:أب جد هو} {LOC:هي}');
		const entities = view.entities.map((entity, index) =>
			index === 1 ? { ...entity, span: { start: 6, end: 11 } } : entity,
		);
		const pieces = semanticTokens({ ...view, entities });
		assert.deepEqual(
			pieces.map(({ label, start, end }) => `${label} ${start}-${end}`),
			['PER 0-6', 'LOC 6-11'],
		);
	});

	test('never crosses a line end', () => {
		check('{S#s:أ\r\n\r\nب}', 'content indirect suggested[أ], content indirect suggested[ب]');
	});

	test('gives what a range touches', () => {
		check('{LOC:حلب} ¦{LOC:حمص}¦ {LOC:حماة}', 'name LOC suggested[حمص]');
	});

	test('shows nothing rejected', () => {
		check('{LOC rejected:حلب}', '');
	});
});
