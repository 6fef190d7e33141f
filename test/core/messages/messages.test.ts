import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { messages, say, type Values, type Wording } from '../../../server/src/core/messages/say.ts';

const source = path.join(import.meta.dirname, '../../../server/src');

/** What the server's own code says, file by file. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
	.filter(name => name.endsWith('.ts'))
	.map(name => ({ name, text: readFileSync(path.join(source, name), 'utf8') }));

/** Beginnings of codes; wherever a literal in the server begins so, it is one. */
const beginnings =
	'action|bidi|command|corpus|encoding|hover|how|import|layer|link|lost|merge|read-only|redo|register|save|scheme|sidecar|statement|status|symbols|undo|yaml';

/** Codes in a file: by their beginning, of a problem (`code: …`), of a refusal, or said (`say(language, …)`). Comparisons are none. */
function codesOf(text: string): string[] {
	const begun = [...text.matchAll(new RegExp(`'((?:${beginnings})-[a-z\\d-]+)'`, 'g'))].map(([, code = '']) => code);
	const places = [...text.matchAll(/\b(?:code: |(?:refused|say)\((?!\w+: )(?:[\w.()]+, )?)([^,;\n]*)/g)].map(
		([, expression = '']) => expression,
	);
	const given = places.flatMap(expression => [...expression.matchAll(/(?<!=== )'([a-z][a-z\d-]*)'/g)]);
	return [...begun, ...given.map(([, code = '']) => code)];
}

/** Codes that are put together at run time: `sidecar-` before one of the YAML reader's. */
function isMade(code: string): boolean {
	return code.startsWith('sidecar-') && isUsed(code.slice('sidecar-'.length));
}

function isUsed(code: string): boolean {
	return files.some(({ text }) => text.includes(`'${code}'`));
}

suite('messages', () => {
	test('exist for every code in the server', () => {
		const missing = files
			.filter(({ name }) => /^(core|lsp)/.test(name))
			.flatMap(({ name, text }) =>
				codesOf(text)
					.filter(code => !Object.hasOwn(messages, code))
					.map(code => `${name}: ${code}`),
			);
		assert.deepEqual(missing, []);
	});

	test('are all in use', () => {
		assert.deepEqual(
			Object.keys(messages).filter(code => !isUsed(code) && !isMade(code)),
			[],
		);
	});

	test('are in English and Arabic, with the same placeholders', () => {
		for (const [code, { en, ar }] of Object.entries(messages)) {
			assert.deepEqual(placeholders(en), placeholders(ar), code);
			for (const form of formsOf(ar)) {
				assert.match(form, /[\u0600-\u06ff]|^\{/, `${code} is not in Arabic: ${form}`);
			}
			for (const form of formsOf(en)) {
				assert.doesNotMatch(form, /[\u0600-\u06ff]/, `${code} is not in English: ${form}`);
			}
		}
	});

	test('count with every form that the language has', () => {
		for (const [code, { en, ar }] of Object.entries(messages)) {
			if (typeof en !== 'string' || typeof ar !== 'string') {
				assert.deepEqual(Object.keys(en).sort(), ['one', 'other'], code);
				assert.deepEqual(Object.keys(ar).sort(), ['few', 'many', 'one', 'other', 'two', 'zero'], code);
			}
		}
	});
});

suite('say', () => {
	function check(language: 'en' | 'ar', code: string, values: Values, expected: string): void {
		assert.equal(say(language, code, values), expected, code);
	}

	test('puts values in their places', () => {
		check('en', 'sidecar-missing-key', { key: 'label' }, 'Missing here: label');
		check('ar', 'sidecar-missing-key', { key: 'label' }, 'ناقص هنا: label');
	});

	test('leaves a placeholder without a value, and takes no value from the prototype', () => {
		check('en', 'sidecar-missing-key', {}, 'Missing here: {key}');
		check('en', 'toString', {}, 'toString');
	});

	test('does not read placeholders or patterns in values', () => {
		check('en', 'sidecar-missing-key', { key: '{key}$&' }, 'Missing here: {key}$&');
	});

	test('answers an unknown code by itself', () => {
		check('ar', 'no-such-code', {}, 'no-such-code');
	});

	test('agrees with numbers', () => {
		check('en', 'hover-mentions', { count: 1 }, 'Mentioned once in this text');
		check('en', 'hover-mentions', { count: 5 }, 'Mentioned 5 times in this text');
		check('ar', 'hover-mentions', { count: 1 }, 'ذُكر مرة واحدة في النص');
		check('ar', 'hover-mentions', { count: 2 }, 'ذُكر مرتين في النص');
		check('ar', 'hover-mentions', { count: 3 }, 'ذُكر 3 مرات في النص');
		check('ar', 'hover-mentions', { count: 11 }, 'ذُكر 11 مرة في النص');
		check('ar', 'hover-mentions', { count: 100 }, 'ذُكر 100 مرة في النص');
		check('ar', 'hover-mentions', { count: 103 }, 'ذُكر 103 مرات في النص');
	});
});

function formsOf(wording: Wording): readonly string[] {
	return typeof wording === 'string' ? [wording] : Object.values(wording);
}

/** Without those of single forms: "once" needs no number. */
function placeholders(wording: Wording): readonly string[] {
	return [...new Set(formsOf(wording).flatMap(form => form.match(/\{\w+\}/g) ?? []))].sort();
}
