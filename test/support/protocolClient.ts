import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
	type ClientCapabilities,
	createProtocolConnection,
	DidChangeTextDocumentNotification,
	DidCloseTextDocumentNotification,
	DidOpenTextDocumentNotification,
	DidSaveTextDocumentNotification,
	ExecuteCommandRequest,
	ExitNotification,
	InitializedNotification,
	type InitializeParams,
	InitializeRequest,
	type InitializeResult,
	type ProtocolConnection,
	PublishDiagnosticsNotification,
	type PublishDiagnosticsParams,
	type Range,
	ShutdownRequest,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { CommandAnswer, CommandArguments, ServerCommand } from '../../server/src/protocol/commands.ts';
import type { InitializationOptions } from '../../server/src/protocol/options.ts';
import {
	type AnnotationsParams,
	annotationsNotification,
	type CompareParams,
	type CompareResult,
	compareRequest,
	type DocumentResult,
	documentRequest,
	type LayersResult,
	layersRequest,
} from '../../server/src/protocol/requests.ts';

export interface ProtocolClientOptions {
	/** Folder opened as the workspace; null as an editor that opened a single file. */
	readonly folder: string | null;
	readonly capabilities?: ClientCapabilities;
	readonly initializationOptions?: InitializationOptions;
}

/** A language client without an editor: the built server over stdio, everything it sends kept for a test to look at. */
export class ProtocolClient {
	readonly connection: ProtocolConnection;
	readonly annotations: AnnotationsParams[] = [];
	readonly diagnostics: PublishDiagnosticsParams[] = [];
	readonly initialized: InitializeResult;
	readonly #process: ChildProcess;
	readonly #versions = new Map<string, number>();
	readonly #texts = new Map<string, string>();

	static async start(options: ProtocolClientOptions): Promise<ProtocolClient> {
		const server = fileURLToPath(new URL('../../dist/server.node.js', import.meta.url));
		const child = spawn(process.execPath, [server, '--stdio'], {
			stdio: ['pipe', 'pipe', 'inherit'],
			env: { ...process.env, XDG_CACHE_HOME: join(tmpdir(), 'isnad-test-cache') },
		});
		const connection = createProtocolConnection(
			new StreamMessageReader(child.stdout),
			new StreamMessageWriter(child.stdin),
		);
		connection.listen();
		const uri = options.folder === null ? null : pathToFileURL(options.folder).href;
		const params: InitializeParams = {
			processId: process.pid,
			rootUri: uri,
			workspaceFolders: uri === null ? null : [{ uri, name: 'test' }],
			capabilities: options.capabilities ?? {
				textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } },
			},
			initializationOptions: options.initializationOptions ?? { abilities: { annotations: true, commandLinks: true } },
		};
		connection.onRequest('client/registerCapability', () => null);
		connection.onRequest('workspace/configuration', (asked: { items: unknown[] }) => asked.items.map(() => null));
		const initialized = await connection.sendRequest(InitializeRequest.type, params);
		const client = new ProtocolClient(connection, child, initialized);
		await connection.sendNotification(InitializedNotification.type, {});
		return client;
	}

	constructor(connection: ProtocolConnection, child: ChildProcess, initialized: InitializeResult) {
		this.connection = connection;
		this.#process = child;
		this.initialized = initialized;
		connection.onNotification(annotationsNotification, (params: AnnotationsParams) => {
			this.annotations.push(params);
		});
		connection.onNotification(PublishDiagnosticsNotification.type, params => {
			this.diagnostics.push(params);
		});
	}

	/** Opens a file from disk, or with another text than the disk's, and answers its uri. */
	async open(path: string, languageId = 'arabic-news', text = readFileSync(path, 'utf8')): Promise<string> {
		const uri = pathToFileURL(path).href;
		this.#versions.set(uri, 1);
		this.#texts.set(uri, text);
		const textDocument = { uri, languageId, version: 1, text };
		await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
		return uri;
	}

	/** Replaces a range of the text as an editor does, and answers the new version. */
	async change(uri: string, range: Range, text: string): Promise<number> {
		const version = (this.#versions.get(uri) ?? 0) + 1;
		this.#versions.set(uri, version);
		await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
			textDocument: { uri, version },
			contentChanges: [{ range, text }],
		});
		return version;
	}

	async saved(uri: string): Promise<void> {
		await this.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
	}

	async close(uri: string): Promise<void> {
		await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
	}

	document(uri: string, layer?: string): Promise<DocumentResult> {
		return this.connection.sendRequest(documentRequest, { uri, ...(layer === undefined ? {} : { layer }) });
	}

	layers(uri: string): Promise<LayersResult> {
		return this.connection.sendRequest(layersRequest, { uri });
	}

	compare(uri: string, layers: CompareParams['layers']): Promise<CompareResult> {
		return this.connection.sendRequest(compareRequest, { uri, layers });
	}

	run<C extends ServerCommand>(command: C, argument: CommandArguments[C]): Promise<CommandAnswer> {
		return this.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
	}

	/** The range of the n-th (from 1) occurrence of some words in an opened text. */
	range(uri: string, words: string, n = 1): Range {
		const text = this.#texts.get(uri) ?? '';
		let start = -1;
		for (let i = 0; i < n; i++) {
			start = text.indexOf(words, start + 1);
			if (start < 0) {
				throw new Error(`"${words}" does not occur ${n} times in ${uri}`);
			}
		}
		return { start: positionAt(text, start), end: positionAt(text, start + words.length) };
	}

	/** Ends the server as an editor does, and answers its exit code. */
	async stop(): Promise<number | null> {
		const exited = once(this.#process, 'exit');
		await this.connection.sendRequest(ShutdownRequest.type);
		await this.connection.sendNotification(ExitNotification.type);
		const [code] = await exited;
		this.connection.dispose();
		return typeof code === 'number' ? code : null;
	}
}

function positionAt(text: string, offset: number): { line: number; character: number } {
	const before = text.slice(0, offset).split(/\r\n|\r|\n/);
	return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
