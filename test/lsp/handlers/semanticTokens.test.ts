import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { SemanticTokens } from 'vscode-languageserver';
import {
	handleSemanticTokens,
	handleSemanticTokensRange,
	semanticTokensLegend,
} from '../../../server/src/lsp/handlers/semanticTokens.ts';
import { openFixture } from '../../support/openFixture.ts';

/** Each token as `line:character+length type modifiers`, its numbers made absolute. */
function decoded({ data }: SemanticTokens): string[] {
	const tokens: string[] = [];
	let line = 0;
	let character = 0;
	for (let i = 0; i < data.length; i += 5) {
		const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
		line += lines;
		character = lines > 0 ? characters : character + characters;
		const names = semanticTokensLegend.tokenModifiers.filter((_name, bit) => modifiers & (1 << bit));
		tokens.push(`${line}:${character}+${length} ${semanticTokensLegend.tokenTypes[type]} ${names.join(' ')}`);
	}
	return tokens;
}

suite('semantic tokens over LSP', () => {
	const text = '{PER:سلمى}\n{CUE#s:قالت} {S#s confirmed:في {LOC confirmed:حلب}} {VEHICLE:سيارة}';

	test('are standard types with our own modifiers', () => {
		const { document } = openFixture(text);
		assert.deepEqual(decoded(handleSemanticTokens(document, { textDocument: document })), [
			'0:0+4 class suggested',
			'1:0+4 keyword confirmed',
			'1:5+3 string confirmed',
			'1:8+3 enum confirmed',
			'1:12+5 type suggested',
		]);
	});

	test('are those of a range where only that is asked for', () => {
		const { document } = openFixture(text);
		const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
		assert.deepEqual(decoded(handleSemanticTokensRange(document, { textDocument: document, range })), [
			'0:0+4 class suggested',
		]);
	});
});
