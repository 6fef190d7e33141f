import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { updated } from '../../server/src/lsp/updated.ts';

type Edit = readonly [line: number, character: number, toLine: number, toCharacter: number, text: string];

/** Lines are counted after the edits as in the same text opened afresh. */
function check(text: string, ...edits: readonly Edit[]): void {
	let document = TextDocument.create('file:///a', 'x', 1, text);
	document.positionAt(0);
	for (const [line, character, toLine, toCharacter, inserted] of edits) {
		const range = { start: { line, character }, end: { line: toLine, character: toCharacter } };
		document = updated(document, { range, text: inserted }, document.version + 1);
		const fresh = TextDocument.create('file:///a', 'x', 1, document.getText());
		for (let at = 0; at <= document.getText().length; at++) {
			assert.deepEqual(document.positionAt(at), fresh.positionAt(at), JSON.stringify([document.getText(), at]));
		}
	}
}

suite('a text that is edited', () => {
	test('counts its lines right after an edit beyond its end', () => {
		check('', [1, 0, 2, 0, '\n']);
		check('a\nb', [5, 0, 7, 3, 'c\nd']);
		check('a\nb', [0, 9, 7, 3, '\r\n']);
		check('a\nb', [7, 0, 9, 0, ''], [1, 0, 1, 1, '\n\n']);
	});

	test('counts its lines right where CR and LF meet or part', () => {
		check('a\nb', [0, 1, 0, 1, '\r']);
		check('a\r\nb', [0, 1, 1, 0, '\r']);
		check('a\rx\nb', [1, 0, 1, 1, '']);
	});

	test('keeps its version', () => {
		const document = TextDocument.create('file:///a', 'x', 1, 'a\r\nb');
		assert.equal(updated(document, { text: 'c' }, 7).version, 7);
		assert.equal(
			updated(document, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: '' }, 8)
				.version,
			8,
		);
	});
});
