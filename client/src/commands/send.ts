import { commands, window } from 'vscode';
import type { CommandAnswer, CommandArguments, ServerCommand } from '../../../server/src/protocol/commands.ts';
import type { App } from '../app.ts';
import { type Item, inOrder, isSuggested, itemsOf } from '../items.ts';
import { advanceAfterDecision } from '../settings.ts';
import { offer, showProblems, t } from '../ui.ts';
import type { Place } from './place.ts';

/** Has the server do something and tells the user what it objects to; undefined where nothing was done. */
export async function send<C extends ServerCommand>(
	app: App,
	command: C,
	argument: CommandArguments[C],
): Promise<CommandAnswer | undefined> {
	const answer = await app.server.run(command, argument).catch(error => {
		void serverFailed(app, error);
		return undefined;
	});
	if (!answer) return undefined;
	app.articles.outdate(argument.uri);
	hideHover();
	showProblems(answer.problems);
	return answer.problems.some(({ severity }) => severity === 'error') ? undefined : answer;
}

/**
 * Sends a decision about an item. Where the item was a suggestion and the user came by key, the cursor goes on to the next
 * one, unless the settings say no.
 */
export async function decide<C extends ServerCommand>(
	app: App,
	{ editor, document }: Place,
	item: Item,
	command: C,
	argument: CommandArguments[C],
): Promise<CommandAnswer | undefined> {
	const answer = await send(app, command, argument);
	if (!answer || !isSuggested(item) || !advanceAfterDecision()) return answer;
	// Asked anew: a decision may hide other suggestions, for example within a longer name.
	const known = await app.articles.item(document);
	const left = known ? itemsOf(known).filter(other => isSuggested(other) && other.id !== item.id) : [];
	const next = left.find(other => inOrder(item, other) < 0) ?? left[0];
	if (next) app.focus.goTo(editor, next);
	return answer;
}

/** A hover that is open tells, and offers, what was so before. */
function hideHover(): void {
	commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
}

export async function serverFailed(app: App, error: unknown): Promise<void> {
	if (!app.isRunning()) return offer(t('server-stopped'), t('start-again'), app.restart);
	const words = error instanceof Error ? error.message : String(error);
	const log = t('show-log');
	if ((await window.showErrorMessage(t('server-failed', { reason: words }), log)) === log) app.showLog();
}
