import { type ExtensionContext, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { indexNotification } from '../../server/src/protocol/corpus.ts';
import { type AnnotationsParams, annotationsNotification } from '../../server/src/protocol/requests.ts';
import { trainNotification } from '../../server/src/protocol/training.ts';
import { AnnotationMode } from './annotating.ts';
import type { App } from './app.ts';
import { Articles } from './articles.ts';
import { Choosing } from './choosing.ts';
import { registerCommands } from './commands/index.ts';
import { Comparing } from './comparing.ts';
import { Focus } from './focus.ts';
import { Highlights } from './highlights.ts';
import { Indexes } from './indexes.ts';
import { inviting } from './invitation.ts';
import { assignLanguage } from './language.ts';
import { type CreateClient, clientOptions, sendSettings } from './languageClient.ts';
import { registerReader } from './reader/editor.ts';
import { Readers } from './reader/readers.ts';
import { serverOver } from './server.ts';
import { section } from './settings.ts';
import { Trainings } from './trainings.ts';
import { t } from './ui.ts';
import { DocumentTree } from './views/documentTree.ts';
import { showStatus } from './views/statusBar.ts';
import { answerFileRequests } from './virtualFiles.ts';

let client: BaseLanguageClient | undefined;

/** Starts the server and puts together everything the user meets. A failure is shown, not only logged. */
export async function activateIsnad(context: ExtensionContext, createClient: CreateClient): Promise<void> {
	try {
		await start(context, createClient);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		void window.showErrorMessage(t('activation-failed', { reason }));
		throw error;
	}
}

export async function deactivateIsnad(): Promise<void> {
	await client?.stop();
}

async function start(
	{ subscriptions, workspaceState: memory, extensionUri }: ExtensionContext,
	createClient: CreateClient,
): Promise<void> {
	const started = createClient(clientOptions());
	client = started;

	const server = serverOver(started);
	const articles = new Articles(server);
	const highlights = new Highlights();
	const mode = new AnnotationMode(memory);
	const focus = new Focus(highlights);
	const choosing = new Choosing(server);
	const comparing = new Comparing(server);
	const readers = new Readers();
	const indexes = new Indexes();
	const trainings = new Trainings();
	const app: App = {
		server,
		articles,
		mode,
		focus,
		choosing,
		comparing,
		readers,
		indexes,
		trainings,
		extension: extensionUri,
		memory,
		isRunning: () => started.isRunning(),
		restart: () => started.start(),
		showLog: () => started.outputChannel.show(),
	};

	answerFileRequests(started);
	started.onNotification(annotationsNotification, draw(articles, highlights));
	started.onNotification(indexNotification, state => indexes.update(state));
	started.onNotification(trainNotification, state => trainings.update(state));
	subscriptions.push(articles, highlights, mode, focus, choosing, readers, indexes, trainings);
	subscriptions.push(registerCommands(app), showStatus(app));
	await started.start();

	subscriptions.push(
		sendSettings(started),
		rewordOnChange(articles, highlights),
		assignLanguage({ article: server.article, memory, onAnswer: inviting(memory) }),
		new DocumentTree(app),
		registerReader(app),
	);
}

function draw(articles: Articles, highlights: Highlights): (message: AnnotationsParams) => Promise<void> {
	return async message => {
		articles.update(message);
		highlights.update(message);
		if (message.whole) highlights.setScheme(message.uri, await articles.scheme(message.uri));
	};
}

/** Another language of the interface makes the server word everything anew. */
function rewordOnChange(articles: Articles, highlights: Highlights): { dispose(): void } {
	return workspace.onDidChangeConfiguration(async event => {
		if (!event.affectsConfiguration(section)) return;
		articles.forget();
		for (const { document } of window.visibleTextEditors) {
			const uri = document.uri.toString();
			if (articles.totals(uri)) highlights.setScheme(uri, await articles.scheme(uri));
		}
	});
}
