/**
 * Says on stderr, in plain words, what a script does and how far it is; stdout stays free for results.
 *
 * On a terminal the line of a running step is rewritten in place, elsewhere (CI) a line is added now and then.
 */
export function say(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** Runs one step: says what begins, repeats every few seconds how long it has taken, says when it is done. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
	const start = Date.now();
	say(`${what} …`);
	const heartbeat = setInterval(() => beat(what, start), process.stderr.isTTY ? 1000 : 15_000);
	try {
		const result = await work();
		clearLine();
		say(`${what}: done (${seconds(start)})`);
		return result;
	} finally {
		clearInterval(heartbeat);
	}
}

/** Time since `start` (milliseconds since the epoch), as people read it: `0.4 s`, `12 s`, `3 min 5 s`. */
export function seconds(start: number, now: number = Date.now()): string {
	const tenths = Math.round((now - start) / 100);
	const whole = Math.round(tenths / 10);
	if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function beat(what: string, start: number): void {
	if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K  ${what}: ${seconds(start)}`);
	else say(`  still at it: ${what} (${seconds(start)})`);
}

function clearLine(): void {
	if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
}
