import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { suite, test } from 'node:test';
import { sha256Hex, sha256OfBytes } from '../../../server/src/core/text/hash.ts';

function check(text: string): void {
	const bytes = Buffer.from(text, 'utf8');
	const expected = createHash('sha256').update(bytes).digest('hex');
	assert.equal(sha256Hex(text), expected, JSON.stringify(text));
	assert.equal(sha256OfBytes(bytes), expected, JSON.stringify(text));
}

suite('hash', () => {
	test('is what sha256sum prints', () => {
		assert.equal(sha256Hex('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
		for (const text of ['', 'قال الوزير: «نبدأ غدا».\n', '😀', 'أ'.normalize('NFD'), '\ufeffa', 'ب'.repeat(100_000)]) {
			check(text);
		}
	});

	test('takes a lone surrogate for the sign that stands for it in a file', () => {
		check('a\ud800b');
		assert.equal(sha256Hex('a\udc00'), sha256Hex('a\ufffd'));
	});
});
