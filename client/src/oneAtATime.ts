/**
 * Runs an action at most once at a time. Calls that come meanwhile lead to one more run afterwards, however many they are;
 * each call's promise settles with a run that began after it. A failed run fails its callers and nobody else.
 */
export function oneAtATime<T>(action: () => Promise<T>): () => Promise<T> {
	let running: Promise<T> | undefined;
	let next: Promise<T> | undefined;

	function start(): Promise<T> {
		next = undefined;
		const run = action().finally(() => {
			if (running === run) running = undefined;
		});
		running = run;
		return run;
	}

	return () => {
		if (!running) return start();
		next ??= running.then(start, start);
		return next;
	};
}
