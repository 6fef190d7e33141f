import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { endsOf, exactOf, makeAnchor } from '../../../server/src/core/sidecar/anchor.ts';
import { at } from './records.ts';

suite('makeAnchor', () => {
	test('keeps the words and sixteen code points around them', () => {
		const text = '🔴 عاجل من العاصمة: وصل الوزير إلى المطار صباح اليوم';
		assert.deepEqual(makeAnchor(text, at(text, 'الوزير')), {
			span: at(text, 'الوزير'),
			exact: 'الوزير',
			prefix: 'من العاصمة: وصل ',
			suffix: ' إلى المطار صباح',
		});
		assert.equal(makeAnchor('🔴🔴🔴 علي', { start: 7, end: 10 }).prefix, '🔴🔴🔴 ');
	});

	test('counts line ends as one and leaves out a BOM', () => {
		const text = '\uFEFFأ\r\nب\rج\r\n\r\nد';
		assert.deepEqual(makeAnchor(text, at(text, 'ب\rج')), {
			span: at(text, 'ب\rج'),
			exact: 'ب\nج',
			prefix: 'أ\n',
			suffix: '\n\nد',
		});
	});
});

suite('exactOf', () => {
	test('shortens what is over 120 code points to both ends and a hash', () => {
		const short = '🔴'.repeat(120);
		assert.equal(exactOf(short), short);
		const long = `${'أ'.repeat(60)}${'ب'.repeat(61)}`;
		assert.match(exactOf(long), /^أ{40} \[…[0-9a-f]{16}…\] ب{40}$/u);
		assert.deepEqual(endsOf(exactOf(long)), { head: 'أ'.repeat(40), tail: 'ب'.repeat(40) });
		assert.notEqual(exactOf(`${long}ب`), exactOf(long));
		assert.equal(exactOf(`${long.slice(0, 50)}\r\n${long}`), exactOf(`${long.slice(0, 50)}\n${long}`));
	});

	test('is not taken in by words that look shortened', () => {
		for (const words of ['', ' […', `أ […${'0'.repeat(16)}…] ب`, '[…]']) {
			assert.equal(endsOf(words), undefined);
		}
	});
});
