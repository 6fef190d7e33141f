import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { commandLink, markdown, plainText } from '../../server/src/lsp/markdown.ts';

suite('foreign strings in Markdown', () => {
	function check(text: string, expected: string): void {
		assert.equal(markdown({ isolate: false }).foreign(text), expected, text);
	}

	test('stay as they are where nothing in them is markup', () => {
		check('سلمى ناصر (أ.ف.ب) - 2014!', 'سلمى ناصر (أ.ف.ب) - 2014!');
	});

	test('are no emphasis, code, link, image or strike-through', () => {
		check('*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~');
		check('![x](command:y)', '!\\[x\\](command:y)');
		check('\\*', '\\\\\\*');
	});

	test('are no HTML and no character reference', () => {
		check('<img src=x> &lt;b&gt;', '&lt;img src=x&gt; &amp;lt;b&amp;gt;');
	});

	test('are no address', () => {
		check(
			'https://example.org www.example.org a@example.org',
			'https\\://example.org www\\.example.org a\\@example.org',
		);
	});

	test('stay on one line and in one table cell', () => {
		check(' a\n\n# b\r\n\tc\u0000\u001b[2J ', 'a # b c \\[2J');
	});

	test('end where they end, whatever bidi controls they hold', () => {
		assert.equal(markdown({ isolate: true }).foreign('سلمى\u202e\u2069\u2067 ناصر'), '\u2068سلمى ناصر\u2069');
	});

	test('are cut when they are long, never inside a pair', () => {
		check(`${'a'.repeat(299)}😀b`, `${'a'.repeat(299)}…`);
	});
});

suite('lines', () => {
	test('read from right to left in Arabic where isolates are shown', () => {
		assert.equal(markdown({ isolate: true }).line('س', 'rtl'), '\u2067س\u2069');
		assert.equal(markdown({ isolate: true }).line('a', 'ltr'), 'a');
		assert.equal(markdown({ isolate: false }).line('س', 'rtl'), 'س');
	});
});

suite('command links', () => {
	test('carry one argument that nothing in it can end', () => {
		const link = commandLink('isnad.editor.accept', { uri: "file:///a (1)/'b'.txt", id: 'e1' });
		assert.match(link, /^command:isnad\.editor\.accept\?[\w%.-]+$/);
		assert.deepEqual(JSON.parse(decodeURIComponent(link.slice(link.indexOf('?') + 1))), [
			{ uri: "file:///a (1)/'b'.txt", id: 'e1' },
		]);
	});

	test('are left out of plain text', () => {
		assert.equal(plainText.link('Accept', 'command:x'), '');
	});
});
