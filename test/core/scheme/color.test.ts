import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { namedColors, readColor } from '../../../server/src/core/scheme/color.ts';

function check(text: string, expected: string | undefined): void {
	assert.equal(readColor(text), expected, JSON.stringify(text));
}

suite('colours', () => {
	test('are six hexadecimal digits', () => {
		check('#3b90fe', '#3b90fe');
		check('#3B90FE', '#3b90fe');
		for (const text of [
			'3b90fe',
			'#3b90f',
			'#3b90fe0',
			'#3b90fg',
			'#fff',
			'#3b90fe80',
			' #3b90fe',
			'#3b90fe\n',
			'#٣٣٣٣٣٣',
			'',
		]) {
			check(text, undefined);
		}
	});

	test('or one of twelve names', () => {
		assert.equal(Object.keys(namedColors).length, 12);
		for (const [name, color] of Object.entries(namedColors)) {
			assert.match(color, /^#[0-9a-f]{6}$/, name);
			check(name, color);
		}
		for (const text of ['Red', 'magenta', 'transparent', 'inherit', 'constructor', '__proto__', 'toString']) {
			check(text, undefined);
		}
	});

	test('and nothing that a style sheet would take for more', () => {
		const rest = [
			'; background-image: url(https://example.org/x)',
			'}body{display:none',
			' !important',
			'/**/',
			'\\3b ',
			';',
		];
		for (const more of rest) {
			check(`red${more}`, undefined);
			check(`#3b90fe${more}`, undefined);
			check(`${more}#3b90fe`, undefined);
		}
		for (const text of ['url(x)', 'var(--x)', 'rgb(1, 2, 3)', 'expression(alert(1))', 'currentColor']) {
			check(text, undefined);
		}
	});
});
