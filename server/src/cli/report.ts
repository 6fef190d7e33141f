import type { Terminal } from './terminal.ts';

export interface Report {
	/** A line on stderr about something that is wrong. */
	complain(line: string): void;
	/** So many more documents are done; shown now and then where somebody watches. */
	advance(documents: number): void;
	/** Takes the progress away. */
	end(): void;
	/** Lines complained about. */
	readonly complaints: number;
}

/** Problems and progress on stderr; progress only where somebody watches. */
export function reportTo(terminal: Terminal): Report {
	let complaints = 0;
	let documents = 0;
	let shownAt = 0;
	const clear = () => {
		if (shownAt > 0) terminal.stderr.write('\r\u001b[K');
	};
	return {
		complain: line => {
			clear();
			complaints += 1;
			terminal.stderr.write(`${line}\n`);
		},
		advance: more => {
			documents += more;
			const now = performance.now();
			if (terminal.watched && now - shownAt > 200) {
				clear();
				shownAt = now;
				terminal.stderr.write(`${documents.toLocaleString('en')} documents`);
			}
		},
		end: clear,
		get complaints() {
			return complaints;
		},
	};
}
