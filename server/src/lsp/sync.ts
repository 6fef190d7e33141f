import {
	DidChangeConfigurationNotification,
	DidChangeTextDocumentNotification,
	DidChangeWatchedFilesNotification,
	DidCloseTextDocumentNotification,
	DidOpenTextDocumentNotification,
	DidSaveTextDocumentNotification,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { layerName } from '../core/corpus/paths.ts';
import { newsScheme } from '../core/scheme/builtIn.ts';
import { diagnostics } from './handlers/diagnostic.ts';
import { schemeItem } from './schemeItem.ts';
import { readSettings } from './settings.ts';
import { Sidecars } from './sidecars.ts';
import { updated } from './updated.ts';
import type { World } from './world.ts';

/**
 * Keeps up with what the client opens, edits, saves and closes, and with its settings. Our own loop over the changes instead of
 * the library's documents, since records move with every single change.
 */
export function registerDocuments(world: World): void {
	const { connection, articles, sidecars } = world;

	connection.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument }) => {
		const { uri, languageId, version, text } = textDocument;
		const document = TextDocument.create(uri, languageId, version, text);
		if (Sidecars.takes(uri)) {
			sidecars.set(document);
			return diagnoseSidecar(world, uri);
		}
		return guarded(world, 'open', articles.open(document));
	});

	connection.onNotification(
		DidChangeTextDocumentNotification.type,
		({ textDocument: { uri, version }, contentChanges }) => {
			const open = sidecars.get(uri);
			if (open !== undefined) {
				sidecars.set(contentChanges.reduce((text, change) => updated(text, change, version), open));
				return diagnoseSidecar(world, uri);
			}
			return articles.get(uri)?.change(contentChanges, version);
		},
	);

	connection.onNotification(DidSaveTextDocumentNotification.type, ({ textDocument: { uri } }) => {
		const touched = Sidecars.takes(uri) ? articles.all() : articles.all().filter(article => article.uri === uri);
		world.indexes.touched([uri]);
		return guarded(world, 'save', Promise.all(touched.map(article => article.refresh())));
	});

	connection.onNotification(DidCloseTextDocumentNotification.type, ({ textDocument: { uri } }) => {
		sidecars.close(uri);
		articles.close(uri);
		if (world.client.textDocument?.diagnostic === undefined) {
			return connection.sendDiagnostics({ uri, diagnostics: [] });
		}
		return undefined;
	});

	connection.onDidChangeWatchedFiles(({ changes }) => {
		const uris = changes.map(({ uri }) => uri);
		world.indexes.touched(uris);
		const remodelled = world.models.touched(uris) ? articles.all().map(article => article.remodel()) : [];
		return guarded(world, 'watch', Promise.all([...remodelled, ...articles.all().map(article => article.refresh())]));
	});

	connection.onNotification(DidChangeConfigurationNotification.type, ({ settings }) => {
		const section: unknown =
			typeof settings === 'object' && settings !== null && 'isnad' in settings ? settings.isnad : settings;
		const before = world.settings;
		world.settings = readSettings(section);
		const otherLayer = layerName(before.layer) !== layerName(world.settings.layer);
		const otherModel = before.model !== world.settings.model;
		if (otherModel) world.models.forget();
		const task = Promise.all(
			articles.all().map(async article => {
				if (otherLayer) return article.reload();
				if (otherModel) await article.remodel();
				return article.resend();
			}),
		);
		return guarded(world, 'configure', task);
	});

	connection.onShutdown(async () => {
		await articles.settled();
		await world.indexes.close();
	});
}

/** Asks the client to tell of articles, sidecars and registers that others write. It is a help only: nothing relies on being told. */
export function followFiles({ client, connection, logger }: World): void {
	if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
		connection.client
			.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{txt,yaml,tsv}' }] })
			.catch(error => logger.log('warning', 'Files are not watched', { error: String(error) }));
	}
}

/** Registered once the client is ready for it. */
export function followFolders(world: World): void {
	if (world.client.workspace?.workspaceFolders) {
		world.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
			const gone = new Set(removed.map(folder => folder.uri));
			world.folders = [...world.folders.filter(uri => !gone.has(uri)), ...added.map(folder => folder.uri)];
		});
	}
}

async function diagnoseSidecar(world: World, uri: string): Promise<void> {
	const sidecar = world.sidecars.snapshot(uri);
	if (sidecar !== undefined && world.client.textDocument?.diagnostic === undefined) {
		const { language } = world.settings;
		const scheme = schemeItem(world.articles.sharing(uri)?.corpus?.scheme ?? newsScheme, language);
		const found = diagnostics(sidecar, { language, scheme });
		await world.connection.sendDiagnostics({ uri, version: sidecar.version, diagnostics: found });
	}
}

/** A notification has nobody to answer: what fails is logged, and the server goes on. */
async function guarded(world: World, what: string, task: Promise<unknown>): Promise<void> {
	try {
		await task;
	} catch (error) {
		world.logger.log('error', 'A notification failed', {
			what,
			error: error instanceof Error ? error.stack : String(error),
		});
	}
}
