import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
	createProtocolConnection,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { annotationsNotification } from '../../server/src/protocol/requests.ts';

/** As it ends, the server says how long its events waited at the most; counted from when the first text is read. */
const tellsDelay = `data:text/javascript,import{monitorEventLoopDelay}from'node:perf_hooks';const h=monitorEventLoopDelay({resolution:1});h.enable();setTimeout(()=>h.reset(),2000);process.on('exit',()=>process.stderr.write('DELAY '+h.max/1e6))`;

/** The server in a process of its own, with the times at which its messages came. */
export class ClockedServer {
	readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
	readonly #connection: ProtocolConnection;
	#said = '';
	#waiting: ((at: number) => void) | undefined;

	constructor(program: string) {
		this.#child = spawn(process.execPath, ['--import', tellsDelay, program, '--stdio'], { stdio: 'pipe' });
		this.#child.stderr.setEncoding('utf8').on('data', chunk => {
			this.#said += chunk;
		});
		this.#connection = createProtocolConnection(
			new StreamMessageReader(this.#child.stdout),
			new StreamMessageWriter(this.#child.stdin),
		);
		this.#connection.onRequest('client/registerCapability', () => null);
		this.#connection.onNotification(annotationsNotification, () => {
			this.#waiting?.(performance.now());
			this.#waiting = undefined;
		});
		this.#connection.listen();
	}

	async start(folder: string): Promise<void> {
		const uri = pathToFileURL(folder).href;
		await this.#connection.sendRequest('initialize', {
			processId: process.pid,
			rootUri: uri,
			workspaceFolders: [{ uri, name: 'bench' }],
			capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } },
			initializationOptions: { abilities: { annotations: true, commandLinks: true } },
		});
		await this.#connection.sendNotification('initialized', {});
	}

	/** When the next highlights come. */
	nextHighlights(): Promise<number> {
		return new Promise(resolve => {
			this.#waiting = resolve;
		});
	}

	open(uri: string, text: string): void {
		void this.#connection.sendNotification('textDocument/didOpen', {
			textDocument: { uri, languageId: 'arabic-news', version: 1, text },
		});
	}

	change(uri: string, version: number, place: { line: number; character: number }, text: string): void {
		void this.#connection.sendNotification('textDocument/didChange', {
			textDocument: { uri, version },
			contentChanges: [{ range: { start: place, end: place }, text }],
		});
	}

	/** Milliseconds until a request is answered. */
	async timed(method: string, params: object): Promise<number> {
		const start = performance.now();
		await this.#connection.sendRequest(method, params);
		return performance.now() - start;
	}

	/** Ends it; the longest time its events waited, in milliseconds. */
	async stop(): Promise<string> {
		const exited = once(this.#child, 'exit');
		await this.#connection.sendRequest('shutdown');
		await this.#connection.sendNotification('exit');
		await exited;
		this.#connection.dispose();
		return Number(/DELAY (\S+)/.exec(this.#said)?.[1] ?? Number.NaN).toFixed(0);
	}
}
