import type { Connection, InitializeResult } from 'vscode-languageserver';
import type { Files } from '../core/ports.ts';
import type { Scheduler } from '../core/steps.ts';
import { Articles } from './articles.ts';
import { capabilities } from './capabilities.ts';
import { clientFiles } from './clientFiles.ts';
import { registerCommands } from './commands.ts';
import { Corpora } from './corpora.ts';
import { CorpusIndexes, type OpenCorpus } from './corpusIndexes.ts';
import { registerFeatures } from './features.ts';
import type { StartTraining } from './handlers/train.ts';
import { OwnModels } from './ownModels.ts';
import { Queue } from './queue.ts';
import { schemeFiles } from './schemeFiles.ts';
import { readAbilities, readSettings } from './settings.ts';
import { Sidecars } from './sidecars.ts';
import { followFiles, followFolders, registerDocuments } from './sync.ts';
import type { World } from './world.ts';

/** What the place that starts the server has to offer. */
export interface Host {
	/** Files of `file:` uris, where the host can reach them. */
	readonly files?: Files;
	readonly scheduler: Scheduler;
	/** Opens a corpus in threads, where the host has them. */
	readonly openCorpus?: OpenCorpus;
	/** Trains in a thread, where the host has them. */
	readonly train?: StartTraining;
}

/** Wires a connection to everything the server can do, and listens. */
export function startServer(connection: Connection, host: Host): void {
	connection.onInitialize((params): InitializeResult => {
		const abilities = readAbilities(params.initializationOptions?.abilities);
		const folders = (params.workspaceFolders ?? []).map(folder => folder.uri);
		if (folders.length === 0 && params.rootUri) {
			folders.push(params.rootUri);
		}
		const files = schemeFiles(host.files, abilities.files ? clientFiles(connection) : undefined);
		const world: World = {
			connection,
			files,
			scheduler: host.scheduler,
			client: params.capabilities,
			abilities,
			settings: readSettings(params.initializationOptions?.options),
			folders,
			logger: { log: (level, message, data) => log(connection, level, message, data) },
			corpora: new Corpora(files, () => world.folders),
			articles: new Articles(() => world),
			sidecars: new Sidecars(() => world),
			indexes: new CorpusIndexes(() => world, host.openCorpus ?? (() => undefined)),
			models: new OwnModels(() => world),
			train: host.train ?? (() => undefined),
			transactions: new Queue(),
		};
		registerDocuments(world);
		registerFeatures(world);
		registerCommands(world);
		connection.onInitialized(() => {
			followFolders(world);
			followFiles(world);
		});
		return { capabilities: capabilities(params.capabilities, abilities), serverInfo: { name: 'isnad' } };
	});
	connection.listen();
}

function log(connection: Connection, level: string, message: string, data?: object): void {
	const text = data === undefined ? message : `${message} ${JSON.stringify(data)}`;
	if (level === 'error') {
		connection.console.error(text);
	} else if (level === 'warning') {
		connection.console.warn(text);
	} else {
		connection.console.log(text);
	}
}
