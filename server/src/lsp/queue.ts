/** Runs tasks one after another in the order they were given; one that fails does not stop the next. */
export class Queue {
	#last: Promise<unknown> = Promise.resolve();

	run<T>(task: () => Promise<T>): Promise<T> {
		const result = this.#last.then(task, task);
		this.#last = result.catch(() => undefined);
		return result;
	}

	/** Resolves when all that was given so far has run. */
	idle(): Promise<void> {
		return this.run(async () => undefined);
	}
}
