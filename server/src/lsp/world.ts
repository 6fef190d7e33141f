import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Files, Logger } from '../core/ports.ts';
import type { Scheduler } from '../core/steps.ts';
import type { IsnadClientAbilities } from '../protocol/options.ts';
import type { Articles } from './articles.ts';
import type { Corpora } from './corpora.ts';
import type { CorpusIndexes } from './corpusIndexes.ts';
import type { StartTraining } from './handlers/train.ts';
import type { OwnModels } from './ownModels.ts';
import type { Queue } from './queue.ts';
import type { Settings } from './settings.ts';
import type { Sidecars } from './sidecars.ts';

/** What the parts of one running server share. Made once in server.ts; `settings` and `folders` change with the client's. */
export interface World {
	readonly connection: Connection;
	readonly files: Files;
	readonly scheduler: Scheduler;
	readonly logger: Logger;
	readonly client: ClientCapabilities;
	readonly abilities: Required<IsnadClientAbilities>;
	settings: Settings;
	folders: readonly string[];
	readonly corpora: Corpora;
	readonly articles: Articles;
	readonly sidecars: Sidecars;
	readonly indexes: CorpusIndexes;
	readonly models: OwnModels;
	readonly train: StartTraining;
	/** Steps over several documents, one after another. */
	readonly transactions: Queue;
}
