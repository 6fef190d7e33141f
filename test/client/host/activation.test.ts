import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, extensions } from 'vscode';
import { serverCommands } from '../../../server/src/protocol/commands.ts';
import { openArticle } from './support.ts';

describe('activation', () => {
	it('happens for an article, and brings every command', async () => {
		await openArticle('news/sada-almina/muscat-talks.txt');
		const extension = extensions.getExtension('isnad.isnad');
		assert.ok(extension?.isActive);
		const contributed: readonly { readonly command: string }[] = extension.packageJSON.contributes.commands;
		const known = new Set(await commands.getCommands(true));
		assert.deepEqual(
			[...contributed.map(({ command }) => command), ...serverCommands].filter(id => !known.has(id)),
			[],
		);
	});
});
