import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../../server/src/core/analysis/analyse.ts';
import { tokenize } from '../../../server/src/core/text/tokens.ts';
import { formOf } from '../../../server/src/core/text/wordForms.ts';

const keys = [
	'',
	'ا',
	'وزير',
	'ab',
	'ba',
	'ا'.repeat(47),
	'ا'.repeat(48),
	'ا'.repeat(49),
	'ب'.repeat(5000),
	'\ud83d',
	'\0',
];

test('a form has the key it was asked for', () => {
	for (const key of [...keys, ...keys]) {
		assert.equal(formOf(key).key, key);
	}
});

test('what was read before changes nothing', () => {
	const text =
		'عمان (رويترز) - قال وزير الخارجية سامر العبيدي إن الاجتماع سيعقد الأحد في جنيف.\nوأضاف العبيدي أنه متفائل.';
	const before = JSON.stringify(analyse(text));
	const others = Array.from(
		{ length: 90_000 },
		(_, n) => `كلمة${n.toString(36).replace(/[0-9]/g, digit => 'بتثجحخدذرز'[Number(digit)] ?? '')}`,
	);
	const seen = tokenize(others.join(' ')).map(token => token.key);
	assert.deepEqual(
		seen,
		others.map(word => word.replace('ة', 'ه')),
	);
	assert.equal(JSON.stringify(analyse(text)), before);
});

test('half a pair is no letter, whatever stood elsewhere', () => {
	const kinds = (text: string) => tokenize(text).map(token => token.kind);
	const before = kinds('𐤀𐤁 كلمة');
	assert.equal(tokenize('𐤀𐤁')[0]?.key, '𐤀𐤁');
	assert.deepEqual(kinds('\ud802 كلمة'), ['mark', 'word']);
	assert.deepEqual(kinds('𐤀𐤁 كلمة'), before);
});
