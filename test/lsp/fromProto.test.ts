import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as fromProto from '../../server/src/lsp/fromProto.ts';

function offset(text: string, line: number, character: number): number {
	return fromProto.offset(TextDocument.create('file:///a.txt', 'arabic-news', 1, text), { line, character });
}

suite('from LSP positions', () => {
	test('count UTF-16 code units', () => {
		assert.equal(offset('a😀b', 0, 3), 3);
		assert.equal(offset('أ\nب ج', 1, 2), 4);
	});

	test('stand before a pair, not inside it', () => {
		assert.equal(offset('a😀b', 0, 2), 1);
	});

	test('end with the line and with the text', () => {
		assert.equal(offset('أ\r\nب', 0, 9), 1);
		assert.equal(offset('أ\r\nب', 9, 9), 4);
		assert.equal(offset('', 3, 0), 0);
	});

	test('make a span of a range, a reversed one too', () => {
		const text = TextDocument.create('file:///a.txt', 'arabic-news', 1, 'قال خبير');
		const [a, b] = [
			{ line: 0, character: 4 },
			{ line: 0, character: 8 },
		];
		assert.deepEqual(fromProto.span(text, { start: a, end: b }), { start: 4, end: 8 });
		assert.deepEqual(fromProto.span(text, { start: b, end: a }), { start: 4, end: 8 });
	});
});

suite('ranges that a client sends', () => {
	const position = { line: 0, character: 1 };

	test('are taken as they are', () => {
		assert.deepEqual(fromProto.readRange({ start: position, end: position }), { start: position, end: position });
	});

	test('are refused in any other form', () => {
		const others = [
			undefined,
			null,
			'0:1',
			{},
			{ start: position },
			{ start: position, end: { line: 0 } },
			{ start: position, end: { line: -1, character: 0 } },
			{ start: position, end: { line: 0.5, character: 0 } },
			{ start: position, end: { line: '0', character: 0 } },
		];
		assert.deepEqual(
			others.filter(other => fromProto.readRange(other) !== undefined),
			[],
		);
	});
});
