import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver';
import { handleDefinition } from '../../../server/src/lsp/handlers/definition.ts';
import { handleDocumentHighlight } from '../../../server/src/lsp/handlers/documentHighlight.ts';
import { handleDocumentSymbol } from '../../../server/src/lsp/handlers/documentSymbol.ts';
import { handleFolding } from '../../../server/src/lsp/handlers/folding.ts';
import { handleReferences } from '../../../server/src/lsp/handlers/references.ts';
import { handleSelectionRange } from '../../../server/src/lsp/handlers/selectionRange.ts';
import { openFixture, place, requestContext } from '../../support/openFixture.ts';

const mentions = 'زارت {PER name=k:سلمى ناصر}\nثم {PER name=k:¦ناصر}';

suite('navigation over LSP', () => {
	test('goes to the fullest mention', () => {
		const { document, position } = openFixture(mentions);
		const location = handleDefinition(document, { textDocument: document, position });
		assert.deepEqual(location && [location.uri, place(location.range)], [document.uri, '0:5-0:14']);
	});

	test('lists mentions, with the declaration if wanted', () => {
		const { document, position } = openFixture(mentions);
		const list = (includeDeclaration: boolean): string[] =>
			handleReferences(document, { textDocument: document, position, context: { includeDeclaration } }).map(
				({ range }) => place(range),
			);
		assert.deepEqual(list(true), ['0:5-0:14', '1:3-1:7']);
		assert.deepEqual(list(false), ['1:3-1:7']);
	});

	test('tells cue and speaker from content by the kind of highlight', () => {
		const { document, position } = openFixture('{CUE#s:قال} {SPK#s:خبير} {S#s:¦لا}');
		const found = handleDocumentHighlight(document, { textDocument: document, position });
		assert.deepEqual(
			found.map(({ range, kind }) => `${place(range)} ${kind}`),
			['0:9-0:11 1', '0:0-0:3 3', '0:4-0:8 2'],
		);
	});

	test('links selection ranges from inside out', () => {
		const { document, position } = openFixture('في {LOC:¦حلب}');
		const [first] = handleSelectionRange(document, { textDocument: document, positions: [position] });
		const chain = (range: SelectionRange | undefined): string[] =>
			range ? [place(range.range), ...chain(range.parent)] : [];
		assert.deepEqual(chain(first), ['0:3-0:6', '0:0-0:6']);
	});

	test('folds only what covers several lines', () => {
		const { document } = openFixture('{R boilerplate:وسوم}\nخبر\n{S#s:أولا\nثانيا}\n{R boilerplate:شارك\nانشر}');
		assert.deepEqual(handleFolding(document, { textDocument: document }), [
			{ startLine: 2, endLine: 3 },
			{ startLine: 4, endLine: 5, kind: 'comment' },
		]);
	});
});

suite('outline over LSP', () => {
	function lines(symbol: DocumentSymbol, depth = 0): string[] {
		const line = [symbol.name, symbol.detail].filter(part => part !== undefined).join(' | ');
		return ['  '.repeat(depth) + line, ...(symbol.children ?? []).flatMap(child => lines(child, depth + 1))];
	}

	function check(marked: string, language: 'en' | 'ar', expected: readonly string[]): void {
		const { document } = openFixture(marked);
		const symbols = handleDocumentSymbol(document, { textDocument: document }, requestContext({ language }));
		assert.deepEqual(
			symbols.flatMap(symbol => lines(symbol)),
			expected,
		);
	}

	const text = '{S#s direct speaker=سلمى_ناصر:السد\nآمن} {S#t:لا} {LOC:حلب}';

	test('is worded in English', () => {
		check(text, 'en', [
			'Statements',
			'  سلمى ناصر | 1',
			'    السد آمن | direct statement',
			'  Speaker not known | 1',
			'    لا | indirect statement',
			'Names',
			'  Place | 1',
			'    حلب | 1',
		]);
	});

	test('is worded in Arabic', () => {
		check(text, 'ar', [
			'الأقوال',
			'  سلمى ناصر | 1',
			'    السد آمن | قول مباشر',
			'  القائل غير معروف | 1',
			'    لا | قول غير مباشر',
			'الكيانات',
			'  مكان | 1',
			'    حلب | 1',
		]);
	});

	test('has no empty names, which LSP forbids', () => {
		check('{S#s speaker=_: }{LOC:}', 'en', [
			'Statements',
			'  … | 1',
			'    … | indirect statement',
			'Names',
			'  Place | 1',
			'    … | 1',
		]);
	});
});
