import { clearLine } from './harmless.ts';
import type { Terminal } from './terminal.ts';

export interface Report {
	/** A line on stderr about something that is wrong. */
	complain(line: string): void;
	/** So many documents there will be; from then on the time left is shown too. */
	expect(documents: number): void;
	/** So many more documents are done; shown now and then where somebody watches. */
	advance(documents: number): void;
	/** So many were done by an earlier run. */
	skip(documents: number): void;
	/** Takes the progress away. */
	end(): void;
	/** Documents done, with those of an earlier run. */
	readonly documents: number;
	/** Lines complained about. */
	readonly complaints: number;
}

/** Problems and progress on stderr; progress only where somebody watches. */
export function reportTo(terminal: Terminal): Report {
	const begun = performance.now();
	let complaints = 0;
	let done = 0;
	let skipped = 0;
	let expected: number | undefined;
	let shownAt = 0;
	const clear = () => {
		if (shownAt > 0) terminal.stderr.write(clearLine);
	};
	return {
		complain: line => {
			clear();
			complaints += 1;
			terminal.stderr.write(`${line}\n`);
		},
		expect: documents => {
			expected = documents;
		},
		advance: more => {
			done += more;
			const now = performance.now();
			if (terminal.watched && now - shownAt > 200) {
				clear();
				shownAt = now;
				terminal.stderr.write(progressWords(done, skipped, expected, now - begun));
			}
		},
		skip: more => {
			skipped += more;
		},
		end: clear,
		get documents() {
			return skipped + done;
		},
		get complaints() {
			return complaints;
		},
	};
}

/** `12,345 of 30,000 documents, 41 %, 2 min left`. The time is that of the documents done so far, in `milliseconds`, for those to come. */
export function progressWords(
	done: number,
	skipped: number,
	expected: number | undefined,
	milliseconds: number,
): string {
	const all = (done + skipped).toLocaleString('en');
	if (expected === undefined || done === 0) return `${all} documents`;
	const left = Math.max(0, expected - skipped - done);
	const share = Math.floor((100 * (done + skipped)) / Math.max(expected, done + skipped));
	return `${all} of ${expected.toLocaleString('en')} documents, ${share} %, ${duration((milliseconds / done) * left)} left`;
}

function duration(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	if (seconds < 90) return `${seconds} s`;
	const minutes = Math.round(seconds / 60);
	return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
