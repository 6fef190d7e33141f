/** The server in a web worker; every file goes through the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.ts';

/** The worker's global scope, as far as the connection needs it; the project has no DOM types. */
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0] &
	ConstructorParameters<typeof BrowserMessageWriter>[0];

const channel = new MessageChannel();
let waiting: (() => void)[] = [];
channel.port1.addEventListener('message', () => {
	const due = waiting;
	waiting = [];
	for (const resume of due) {
		resume();
	}
});
channel.port1.start();

startServer(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)), {
	scheduler: {
		now: () => performance.now(),
		// A message, since a timer of 0 is clamped to 4 ms in browsers.
		breathe: () =>
			new Promise<void>(resolve => {
				waiting.push(resolve);
				channel.port2.postMessage(undefined);
			}),
	},
});
