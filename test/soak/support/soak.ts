/** What every program in test/soak is: `name` and `run`, exported by its file. */
export interface Soak {
	/** Half a line for the table's heading. */
	readonly name: string;
	run(options: SoakOptions): Promise<readonly Row[]>;
}

export interface SoakOptions {
	/** 1 is the full measure of docs/reliability.md; less for a try. */
	readonly scale: number;
	readonly seed: number;
	/** A line on how far it is. */
	say(line: string): void;
}

/** One line of the table: what was looked at, what came out, and what it has to reach. */
export interface Row {
	readonly what: string;
	readonly figure: string | number;
	/** `told` where there is none: a figure for reading. */
	readonly bar: string;
	readonly ok: boolean;
	/** A time or a size, which a busy machine can spoil: judged by `npm run test:soak`, never by a test. */
	readonly measured?: true;
}

/** How many of `full` are done at a scale, at least `least`. */
export function scaled(full: number, scale: number, least = 1): number {
	return Math.max(Math.min(full, least), Math.round(full * scale));
}

/** A whole number for the table. */
export function count(value: number): string {
	return value.toLocaleString('en');
}

/** A row that holds where nothing was found, with the first two that were found. */
export function none(what: string, found: readonly string[], of: number, unit: string): Row {
	const examples = found.slice(0, 2).map(text => text.replaceAll(/[\n|]/g, ' ').slice(0, 160));
	return {
		what,
		figure: `${count(found.length)} of ${count(of)} ${unit}${examples.length > 0 ? `: ${examples.join('; ')}` : ''}`,
		bar: '0',
		ok: found.length === 0 && of > 0,
	};
}

/** Milliseconds of processor time that this thread spends in `work`: a busy machine does not count. */
export function threadTime(work: () => void): number {
	const before = process.threadCpuUsage();
	work();
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1000;
}
