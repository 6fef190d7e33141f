import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { handleCompletion } from '../../../server/src/lsp/handlers/completion.ts';
import { requestContext } from '../../support/openFixture.ts';

test('completion over LSP replaces what was begun, in the order of the scheme', () => {
	const source = 'records:\n  - id: a\n    kind: entity\n    label: O';
	const text = TextDocument.create('file:///annotations/a.txt.yaml', 'yaml', 1, source);
	const position = { line: 3, character: 12 };
	const items = handleCompletion(
		{ uri: text.uri, version: 1, text, problems: [] },
		{ textDocument: text, position },
		requestContext(),
	);
	const [, second] = items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
	assert.ok(second?.textEdit);
	assert.equal(second.detail, 'Organisation');
	assert.equal(TextDocument.applyEdits(text, [second.textEdit as never]), `${source.slice(0, -1)}ORG`);
});

test('completion leaves the scheme alone: its labels are its own', () => {
	const text = TextDocument.create('file:///c/annotations/scheme.yaml', 'yaml', 1, 'entities:\n  - label: ');
	const params = { textDocument: text, position: { line: 1, character: 11 } };
	const sidecar = { uri: text.uri, version: 1, text, problems: [] };
	assert.deepEqual(handleCompletion(sidecar, params, requestContext()), []);
});
