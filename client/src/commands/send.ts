import { window } from 'vscode';
import type { CommandAnswer, CommandArguments, ServerCommand } from '../../../server/src/protocol/commands.ts';
import type { App } from '../app.ts';
import { type Item, isSuggested, itemsOf } from '../items.ts';
import { advanceAfterDecision } from '../settings.ts';
import { showProblems, t } from '../ui.ts';
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
	showProblems(answer.problems);
	return answer.problems.some(({ severity }) => severity === 'error') ? undefined : answer;
}

/**
 * Sends a decision about an item. Where the item was a suggestion and the user came by key, the cursor goes on to the next
 * one, unless the settings say no.
 */
export async function decide<C extends ServerCommand>(
	app: App,
	{ editor, known }: Place,
	item: Item,
	command: C,
	argument: CommandArguments[C],
): Promise<CommandAnswer | undefined> {
	const next = itemsOf(known).filter(isSuggested);
	const index = next.findIndex(({ id }) => id === item.id);
	const answer = await send(app, command, argument);
	if (answer && index >= 0 && advanceAfterDecision()) {
		const following = next[index + 1] ?? next[0];
		if (following && following.id !== item.id) app.focus.goTo(editor, following);
	}
	return answer;
}

export async function serverFailed(app: App, error: unknown): Promise<void> {
	const words = error instanceof Error ? error.message : String(error);
	const log = t('show-log');
	if ((await window.showErrorMessage(t('server-failed', { reason: words }), log)) === log) app.showLog();
}
