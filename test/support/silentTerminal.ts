import { Readable, Writable } from 'node:stream';
import type { Terminal } from '../../server/src/cli/terminal.ts';

/** A terminal that nobody looks at. */
export function silentTerminal(): Terminal {
	const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
	return {
		stdin: Readable.from([]),
		stdout: nowhere(),
		stderr: nowhere(),
		watched: false,
		onInterrupt: () => undefined,
	};
}
