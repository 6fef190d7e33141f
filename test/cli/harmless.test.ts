import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { suite, test } from 'node:test';
import { clearLine, harmless, harmlessTo } from '../../server/src/cli/harmless.ts';

function check(text: string, expected: string): void {
	assert.equal(harmless(text), expected);
}

suite('text for a terminal', () => {
	test('keeps words, line ends and tabs', () => check('قال:\t«نعم» 😀\r\nsecond\n', 'قال:\t«نعم» 😀\nsecond\n'));
	test('has no sequences that command it', () => {
		check('\u001b]0;title\u0007', '\ufffd]0;title\ufffd');
		check('\u001b[2J\u009b2J', '\ufffd[2J\ufffd2J');
		check('right\rwrong\b\u007f\0', 'right\ufffdwrong\ufffd\ufffd\ufffd');
	});
	test('turns no line round', () => check('\u202eabc\u202c \u2066x\u2069', '\ufffdabc\ufffd \ufffdx\ufffd'));

	test('is written so by a stream, whole characters only, with our own progress', async () => {
		const chunks: string[] = [];
		const stream = harmlessTo(
			new Writable({
				write: (chunk, _encoding, done) => {
					chunks.push(String(chunk));
					done();
				},
			}),
		);
		const word = Buffer.from('قال\u009b');
		const given = [clearLine, word.subarray(0, 3), word.subarray(3, 7), word.subarray(7), `${clearLine}x`];
		for (const chunk of given) await new Promise(resolve => stream.write(chunk, resolve));
		assert.equal(chunks.join(''), `${clearLine}قال\ufffd\ufffd\ufffd[Kx`);
	});
});
