import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { decodeText } from '../../../server/src/core/text/decode.ts';
import { decodeBytes } from '../../../server/src/decodeBytes.ts';

/** Bytes in latin1 notation; what is expected is the text, or the problem's code and values. */
function check(
	bytes: string,
	expected: string | readonly [string, Readonly<Record<string, unknown>>],
	encoding?: string,
) {
	const { value, problems } = decodeText(Buffer.from(bytes, 'latin1'), decodeBytes, encoding);
	const [problem] = problems;
	assert.deepEqual(problem === undefined ? value : [problem.code, problem.values], expected);
}

const utf8 = (text: string) => Buffer.from(text).toString('latin1');
const utf16 = (text: string) => Buffer.from(text, 'utf16le').toString('latin1');
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1');
/** "قال الوزير" in windows-1256. */
const windows1256 = '\xde\xc7\xe1 \xc7\xe1\xe6\xd2\xed\xd1';

suite('decode', () => {
	test('reads UTF-8 without being told', () => check(utf8('قال الوزير'), 'قال الوزير'));
	test('reads nothing', () => check('', ''));
	test('drops one byte order mark', () => check(utf8('\ufeff\ufeffقال'), '\ufeffقال'));
	test('keeps line ends', () => check(utf8('أ\r\nب\rج\n'), 'أ\r\nب\rج\n'));
	test('knows UTF-16 by its mark', () => {
		check(utf16('\ufeffقال'), 'قال');
		check(swapped('\ufeffقال'), 'قال');
		check(utf16('\ufeffقال'), 'قال', 'windows-1256');
	});
	test('reads the encoding it is told', () => check(windows1256, 'قال الوزير', 'windows-1256'));
	test('bears single damaged letters', () =>
		check(`${utf8('قال الوزير إن الطريق مفتوح')}\xff`, 'قال الوزير إن الطريق مفتوح\ufffd'));

	test('names windows-1256 where UTF-8 fails', () => {
		check(windows1256, ['encoding-mistaken', { encoding: 'utf-8', suggested: 'windows-1256' }]);
	});
	test('names UTF-16 that has lost its mark', () => {
		check(utf16('قال الوزير'), ['encoding-mistaken', { encoding: 'utf-8', suggested: 'utf-16le' }]);
		check(swapped('قال الوزير'), ['encoding-mistaken', { encoding: 'utf-8', suggested: 'utf-16be' }]);
	});
	test('sees UTF-8 read as windows-1256', () => {
		check(utf8('قال الوزير'), ['encoding-mistaken', { encoding: 'windows-1256', suggested: 'utf-8' }], 'windows-1256');
	});
	test('refuses what is no text', () => {
		check('\xff\x00\x9f\x00\x01', ['encoding-undecodable', { encoding: 'utf-8', percent: 100 }]);
	});
	test('refuses an encoding that does not exist', () => {
		check('a', ['encoding-unknown', { encoding: 'cp-arabic' }], 'cp-arabic');
	});
});
