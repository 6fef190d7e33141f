import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { capabilities } from '../../server/src/lsp/capabilities.ts';
import { serverCommands } from '../../server/src/protocol/commands.ts';

suite('capabilities', () => {
	test('offer pulled diagnostics only to a client that can pull', () => {
		assert.equal(capabilities({}).diagnosticProvider, undefined);
		assert.ok(capabilities({ textDocument: { diagnostic: {} } }).diagnosticProvider);
	});

	test('offer what scrambles Arabic in VS Code to other editors only', () => {
		const others = capabilities({});
		const ours = capabilities({}, { annotations: true });
		assert.deepEqual(
			[others, ours].map(offered => [offered.semanticTokensProvider, offered.definitionProvider].map(Boolean)),
			[
				[true, true],
				[false, false],
			],
		);
	});

	test('offer the server commands, under their own ids', () => {
		const commands = capabilities({}).executeCommandProvider?.commands ?? [];
		assert.deepEqual(commands, [...serverCommands]);
		assert.ok(commands.every(command => !command.startsWith('isnad.editor.')));
	});
});
