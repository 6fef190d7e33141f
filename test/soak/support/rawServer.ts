import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const program = join(import.meta.dirname, '../../../dist/server.node.js');

export interface Answer {
	readonly result?: unknown;
	readonly error?: { readonly code: number; readonly message: string };
}

interface Message extends Answer {
	readonly id?: number | string | null;
	readonly method?: string;
	readonly params?: unknown;
}

/** Told by a signal, the server collects its garbage and says what is left. The signals of Windows cannot do this. */
const tellsHeap = `data:text/javascript,process.on('SIGUSR2',()=>{gc();gc();process.stderr.write(process.memoryUsage().heapUsed+'\\n')})`;

/** The built server over stdio, spoken to in bare JSON: whatever a client could send can be sent, and every answer is counted. */
export class RawServer {
	/** Every answer to each request, by its id. */
	readonly answers = new Map<number, Answer[]>();
	/** Notifications from the server are handed to these. */
	readonly listeners: ((method: string, params: unknown) => void)[] = [];
	readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
	readonly exited: Promise<number | null>;
	#buffer = Buffer.alloc(0);
	#last = 0;
	#waiting: (() => void) | undefined;

	constructor(under: readonly string[] = []) {
		const node = [process.execPath, '--expose-gc', '--import', tellsHeap, program, '--stdio'];
		const [command = process.execPath, ...rest] = [...under, ...node];
		this.#child = spawn(command, rest, { stdio: 'pipe' });
		this.#child.stdin.on('error', () => undefined);
		this.#child.stdout.on('data', chunk => this.#take(chunk));
		this.exited = once(this.#child, 'exit').then(([code]) => {
			this.#waiting?.();
			return typeof code === 'number' ? code : null;
		});
	}

	async start(folder: string): Promise<void> {
		const uri = pathToFileURL(folder).href;
		this.request('initialize', {
			processId: process.pid,
			rootUri: uri,
			workspaceFolders: [{ uri, name: 'soak' }],
			capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } },
			initializationOptions: { abilities: { annotations: true, commandLinks: true } },
		});
		await this.settled();
		this.notify('initialized', {});
	}

	/** Sends a request and answers its id. */
	request(method: string, params: unknown): number {
		this.#last += 1;
		this.answers.set(this.#last, []);
		this.#send({ id: this.#last, method, params });
		return this.#last;
	}

	notify(method: string, params: unknown): void {
		this.#send({ method, params });
	}

	/** Resolves when every request has an answer, or the server is gone. */
	async settled(): Promise<void> {
		while (this.alive && [...this.answers.values()].some(answers => answers.length === 0)) {
			await new Promise<void>(resolve => {
				this.#waiting = resolve;
			});
		}
	}

	get alive(): boolean {
		return this.#child.exitCode === null && this.#child.signalCode === null;
	}

	/** Megabytes of heap in use once its garbage is collected. */
	async heap(): Promise<number> {
		const told = once(this.#child.stderr, 'data');
		this.#child.kill('SIGUSR2');
		const [bytes] = await told;
		return Number(`${bytes}`) / 2 ** 20;
	}

	/** Ends it as an editor does. */
	async stop(): Promise<number | null> {
		this.request('shutdown', null);
		await this.settled();
		this.notify('exit', null);
		return this.exited;
	}

	kill(): void {
		this.#child.kill('SIGKILL');
	}

	#send(message: object): void {
		const body = JSON.stringify({ jsonrpc: '2.0', ...message });
		this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
	}

	#take(chunk: Buffer): void {
		this.#buffer = Buffer.concat([this.#buffer, chunk]);
		for (;;) {
			const head = this.#buffer.indexOf('\r\n\r\n');
			if (head < 0) return;
			const length = Number(/Content-Length: (\d+)/.exec(this.#buffer.toString('latin1', 0, head))?.[1]);
			const end = head + 4 + length;
			if (this.#buffer.length < end) return;
			const body = this.#buffer.toString('utf8', head + 4, end);
			this.#buffer = this.#buffer.subarray(end);
			this.#hear(JSON.parse(body));
		}
	}

	#hear(message: Message): void {
		if (message.method === undefined) {
			if (typeof message.id === 'number') this.answers.get(message.id)?.push(message);
			this.#waiting?.();
		} else if (message.id !== undefined) {
			// The server asks for settings, registrations, refreshes.
			this.#send({ id: message.id, result: null });
		} else {
			for (const listener of this.listeners) listener(message.method, message.params);
		}
	}
}
