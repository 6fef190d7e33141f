import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pageCommands, readFromExtension, readFromPage } from '../../client/src/reader/messages.ts';

const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 4 } };
const decide = (command: unknown, argument: unknown) => ({ type: 'decide', seq: 1, version: 2, command, argument });

/** Messages as a page might send them that is not ours, or no longer. */
function refuses(...messages: readonly unknown[]): void {
	for (const message of messages) assert.equal(readFromPage(message), undefined, JSON.stringify(message));
}

function takes(...messages: readonly object[]): void {
	for (const message of messages) assert.deepEqual(readFromPage(message), message);
}

suite('messages of the Reader', () => {
	test('are taken where every part is right', () => {
		takes(
			{ type: 'ready' },
			{ type: 'position', range },
			{ type: 'look', size: 20, leading: 2, width: 640 },
			{ type: 'editor', command: 'openText' },
			{ type: 'ask', seq: 0, version: 1, what: 'token', position: range.start },
			{ type: 'ask', seq: 0, version: 1, what: 'guess', content: [range] },
			{ type: 'ask', seq: 0, version: 1, what: 'find', query: 'سعد' },
			decide('isnad.label', { range, label: 'PER' }),
			decide('isnad.statement', { content: [range], type: 'direct', cue: range, speakerEntity: 'saad' }),
			decide('isnad.attribute', { id: 'a', speaker: null }),
			decide('isnad.undo', {}),
		);
	});

	test('are refused where the type, the command or a part is another', () => {
		refuses(undefined, null, 'ready', [], {}, { type: 'toString' }, { type: '__proto__' }, { type: 7 });
		refuses({ type: 'editor', command: 'workbench.action.quit' }, { type: 'editor', command: 'toString' });
		refuses({ type: 'look', size: 1e9, leading: 2, width: 640 }, { type: 'look', size: '20', leading: 2, width: 640 });
		refuses({ type: 'position', range: { start: { line: -1, character: 0 }, end: range.end } });
		refuses({ type: 'position', range: { start: { line: 0.5, character: 0 }, end: range.end } });
		refuses(
			{ type: 'ask', seq: 0, version: 1, what: 'document' },
			{ type: 'ask', seq: 0, version: 1, what: 'find', query: {} },
		);
		refuses(
			decide('isnad.place', { id: 'a', range }),
			decide('constructor', {}),
			decide('isnad.accept', {}),
			decide('isnad.accept', { id: 'a', uri: 'file:///etc/passwd' }),
			decide('isnad.label', { range, label: { toString: 'x' } }),
			decide('isnad.statement', { content: range }),
			decide('isnad.setType', { id: 'a', type: 'shouted' }),
			decide('isnad.undo', []),
			{ ...decide('isnad.undo', {}), version: 'x' },
		);
	});

	test('have a form for every command that the page may send', () => {
		for (const command of pageCommands)
			assert.equal(readFromPage(decide(command, { surprise: 1 })), undefined, command);
	});

	test('of the extension are looked at by the page', () => {
		const text = { type: 'text', version: 1, lines: ['x'.repeat(100_000)] };
		assert.deepEqual(readFromExtension(text), text);
		for (const message of [
			null,
			{ type: 'text', version: 1, lines: [1] },
			{ type: 'goTo', range: 1 },
			{ type: 'valueOf' },
		]) {
			assert.equal(readFromExtension(message), undefined, JSON.stringify(message));
		}
	});
});
