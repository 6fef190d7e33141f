import { commands, window } from 'vscode';
import type { SchemeItem } from '../../../server/src/protocol/types.ts';
import type { App } from '../app.ts';
import { fixedCommand, keyName } from '../keys.ts';
import { isArticle } from '../language.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { label, labelHere } from './label.ts';
import { labelAllInDocument } from './labelAllInDocument.ts';
import { placeFor } from './place.ts';
import { statement } from './statement.ts';

/**
 * Does what a key stands for: a label or a statement type of the scheme, else a command of the fixed table, else the label
 * at that place in the scheme. Keys are done one after another, in the order typed.
 */
export const key: Command = {
	id: 'isnad.editor.key',
	async run(app, { key: pressed }) {
		if (pressed === undefined) return;
		if (app.choosing.active) return pressed === 'enter' || pressed === 'e' ? app.choosing.take() : undefined;
		const turn = queue.then(() => press(app, pressed));
		queue = turn.catch(() => undefined);
		return turn;
	},
};

let queue: Promise<unknown> = Promise.resolve();

async function press(app: App, pressed: string): Promise<unknown> {
	const document = window.activeTextEditor?.document;
	if (!document || !isArticle(document)) return;
	// A key of the fixed table must work where the server has no scheme to give.
	const scheme = await app.articles.scheme(document.uri.toString()).catch(() => undefined);
	const action = scheme && actionOf(app, scheme, pressed);
	if (action) return action();
	const command = fixedCommand(pressed);
	return command === undefined ? whisper(t('key-unused', { key: keyName(pressed) })) : commands.executeCommand(command);
}

function actionOf(app: App, { entities, statements }: SchemeItem, pressed: string): (() => unknown) | undefined {
	const plain = pressed.replace(/^shift\+/, '');
	const named = entities.find(known => known.key?.toLowerCase() === plain)?.label;
	if (named !== undefined) return () => (plain === pressed ? label.run(app, { label: named }) : labelAll(app, named));
	if (statements.key?.toLowerCase() === pressed) return () => statement.run(app, {});
	const type = statements.types.find(known => known.key?.toLowerCase() === pressed)?.label;
	if (type !== undefined) return () => statement.run(app, { type });
	if (!/^[1-9]$/.test(pressed)) return undefined;
	const numbered = entities[Number(pressed) - 1]?.label;
	return numbered === undefined ? undefined : () => label.run(app, { label: numbered });
}

/** With Shift: labels here, then offers every other mention in the article. */
async function labelAll(app: App, named: string): Promise<unknown> {
	const place = await placeFor(app, {});
	const answer = place && (await labelHere(app, place, named));
	const id = answer?.id ?? answer?.ids?.[0];
	return id === undefined ? undefined : labelAllInDocument.run(app, { id });
}
