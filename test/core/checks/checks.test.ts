import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type CheckOptions, checkDocument } from '../../../server/src/core/checks/checkDocument.ts';
import { isDamaged } from '../../../server/src/core/checks/encoding.ts';
import { checkSidecarLabels } from '../../../server/src/core/checks/sidecarLabels.ts';
import { parseFixture } from '../../support/fixture.ts';

/** Each problem as `severity code start-end values`. */
function check(marked: string, expected: readonly string[], options: CheckOptions = {}): void {
	const { view } = parseFixture(marked);
	const told = checkDocument(view, options).map(({ severity, code, span, values = {} }) =>
		[severity, code, span && `${span.start}-${span.end}`, ...Object.values(values)].join(' ').trim(),
	);
	assert.deepEqual(told, expected, JSON.stringify(marked));
}

suite('checks: bidi controls', () => {
	test('warn of overrides, by name', () => {
		check('قال \u202eخبير\u202c أمس', ['warning bidi-override 4-5 RLO, PDF']);
	});

	test('tell of embeddings and isolates, once a paragraph', () => {
		check('\u202bقال\u202c \u202bخبير\u202c\nنعم\n\u2067لا\u2069', [
			'info bidi-control 0-1 RLE ×2, PDF ×2',
			'info bidi-control 17-18 RLI, PDI',
		]);
	});

	test('leave marks and joiners alone', () => {
		check('قال\u200f \u200eخبير\u061c مي\u200cنويسد', []);
	});

	test('see controls between and after the last words', () => {
		check('نعم\n\u202d\n', ['warning bidi-override 4-5 LRO']);
	});
});

suite('checks: encoding', () => {
	test('tell once of a text in another encoding, and of nothing else', () => {
		check('\u202e\ufffd\ufffd\ufffd \ufffd\ufffd', ['error encoding-damaged 1-2']);
	});

	test('bear one damaged letter in twenty', () => {
		assert.equal(isDamaged(`${'ا'.repeat(19)}\ufffd`), false);
		assert.equal(isDamaged(`${'ا'.repeat(18)}\ufffd`), true);
		assert.equal(isDamaged(''), false);
	});
});

suite('checks: orphans', () => {
	test('tell of decisions whose words are gone', () => {
		check('زار {LOC#a orphan:حلب} أمس', ['warning orphan 4-7 حلب a']);
		check('{S#s orphan speaker=سلمى:لا}', ['warning orphan 0-2 سلمى s']);
	});

	test('keep within a text that became shorter', () => {
		const { view } = parseFixture('زار {LOC#a orphan:حلب}');
		const problems = checkDocument({ ...view, text: 'زار' });
		assert.deepEqual(problems[0]?.span, { start: 3, end: 3 });
	});
});

suite('checks: moved', () => {
	test('ask to look at places found approximately', () => {
		check('زار {LOC confirmed moved:حلب} {S#s confirmed moved:لا} {LOC rejected moved:حمص}', [
			'info moved 4-7 حلب',
			'info moved 8-10 لا',
		]);
	});
});

suite('checks: speakers', () => {
	const text = '{S#a confirmed:أولا} {S#b confirmed speaker=سلمى:ثانيا} {S#c:ثالثا}';

	test('are off unless asked for', () => {
		check(text, []);
	});

	test('tell of confirmed statements of which nothing says who speaks', () => {
		check(text, ['info statement-without-speaker 0-4'], { speakers: 'on' });
	});
});

suite('checks: labels in a sidecar', () => {
	/** Words found, in brackets. */
	function checkLabels(source: string, expected: string): void {
		const found = checkSidecarLabels(source, ['PER', 'LOC']).map(
			({ span }) => `[${source.slice(span?.start, span?.end)}]`,
		);
		assert.equal(found.join(' '), expected, source);
	}

	test('warn of those that the scheme does not have', () => {
		checkLabels(
			'records:\n  - id: a\n    label: PER\n  - label: CAR\n    id: b\n  - label: "BUS" # new\n',
			'[CAR] [BUS]',
		);
		checkLabels('isnad: 1\r\nrecords:\r\n  - label: CAR\r\n', '[CAR]');
	});

	test('look at records only, and at no other key', () => {
		checkLabels('label: CAR\nlabels: { a: b }\n', '');
		checkLabels('records:\n  - comment: label: CAR\n    exact: label: CAR\n    # label: CAR\n    label:\n', '');
	});
});
