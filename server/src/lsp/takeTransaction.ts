import { remember, type Transaction } from '../core/decisions/history.ts';
import type { Problem } from '../core/model.ts';
import type { CommandAnswer } from '../protocol/commands.ts';
import * as toProto from './toProto.ts';
import { applyTransaction } from './transaction.ts';
import type { World } from './world.ts';

/** Applies a transaction and remembers it, so that it can be undone; answers what a command answers. Only inside `world.transactions`. */
export async function takeTransaction(
	world: World,
	transaction: Transaction,
	ids: readonly string[] = [],
	problems: readonly Problem[] = [],
): Promise<CommandAnswer> {
	const saving = await applyTransaction(world, transaction);
	if (!saving.some(({ severity }) => severity === 'error')) {
		world.articles.history = remember(world.articles.history, transaction);
	}
	const articles = Object.values(transaction.documents).filter(({ records }) => records.length > 0).length;
	const [id] = ids;
	return {
		...(id === undefined ? {} : { id, ids }),
		articles,
		problems: [...problems, ...saving].map(problem => toProto.problemItem(problem, world.settings.language)),
	};
}
