import { once } from 'node:events';
import type { Writable } from 'node:stream';

export interface Output {
	/** Resolves when there is room for more. Does nothing once the reader has left. Rejects when writing fails. */
	write(chunk: string | Uint8Array): Promise<void>;
	/** Resolves when all is written. Leaves the stream open. */
	flush(): Promise<void>;
}

/** Writes with back pressure. `left` is called once when the reader closes its end, as `head` does. */
export function outputTo(stream: Writable, left: () => void): Output {
	let closed = false;
	let failure: unknown;
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') {
			failure ??= error;
		} else if (!closed) {
			closed = true;
			left();
		}
	});
	const check = () => {
		if (failure !== undefined) throw failure;
		return !closed;
	};
	return {
		write: async chunk => {
			if (check() && !stream.write(chunk) && !stream.destroyed) {
				// An error is kept by the listener above; here it only ends the wait.
				await once(stream, 'drain').catch(() => undefined);
				check();
			}
		},
		flush: async () => {
			if (check() && !stream.destroyed) {
				await new Promise<void>(resolve => stream.write('', () => resolve()));
				check();
			}
		},
	};
}
