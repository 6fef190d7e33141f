import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Answer } from './rawServer.ts';

const program = join(import.meta.dirname, '../../../dist/server.worker.js');

/** What the bundle for browsers finds in one: messages, and nothing of Node. */
const browser = `
	const { parentPort, workerData } = require('node:worker_threads');
	globalThis.self = globalThis;
	globalThis.addEventListener = () => undefined;
	globalThis.postMessage = data => parentPort.postMessage(data);
	parentPort.on('message', data => globalThis.onmessage({ data }));
	require('node:vm').runInThisContext(require('node:fs').readFileSync(workerData, 'utf8'));
`;

interface Message extends Answer {
	readonly id?: number | string | null;
	readonly method?: string;
	readonly params?: unknown;
}

/** The built server of browsers in a thread, spoken to as RawServer is; its client reads files for it and writes none. */
export class WorkerServer {
	readonly answers = new Map<number, Answer[]>();
	readonly #worker = new Worker(browser, { eval: true, workerData: program });
	#waiting: (() => void) | undefined;
	#last = 0;

	constructor() {
		this.#worker.on('message', (message: Message) => void this.#hear(message));
	}

	async start(folder: string): Promise<void> {
		const uri = pathToFileURL(folder).href;
		this.request('initialize', {
			processId: null,
			rootUri: uri,
			workspaceFolders: [{ uri, name: 'soak' }],
			capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } },
			initializationOptions: { abilities: { annotations: true, commandLinks: true, files: true } },
		});
		await this.settled();
		this.notify('initialized', {});
	}

	request(method: string, params: unknown): number {
		this.#last += 1;
		this.answers.set(this.#last, []);
		this.#worker.postMessage({ jsonrpc: '2.0', id: this.#last, method, params });
		return this.#last;
	}

	notify(method: string, params: unknown): void {
		this.#worker.postMessage({ jsonrpc: '2.0', method, params });
	}

	async settled(): Promise<void> {
		while ([...this.answers.values()].some(answers => answers.length === 0)) {
			await new Promise<void>(resolve => {
				this.#waiting = resolve;
			});
		}
	}

	kill(): void {
		void this.#worker.terminate();
	}

	async #hear(message: Message): Promise<void> {
		if (message.method === undefined) {
			if (typeof message.id === 'number') this.answers.get(message.id)?.push(message);
			this.#waiting?.();
		} else if (message.id !== undefined) {
			const result = message.method === 'isnad/fs/read' ? await contentOf(message.params) : null;
			this.#worker.postMessage({ jsonrpc: '2.0', id: message.id, result });
		}
	}
}

async function contentOf(params: unknown): Promise<{ readonly content: string } | null> {
	const { uri } = params as { readonly uri: string };
	const bytes = await readFile(fileURLToPath(uri)).catch(() => undefined);
	return bytes === undefined ? null : { content: bytes.toString('base64') };
}
