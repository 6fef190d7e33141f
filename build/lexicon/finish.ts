/** Last value of a generator that is run to its end; what it yields goes to `seen`. */
export function finish<Step, Result>(
	steps: Generator<Step, Result>,
	seen: (step: Step) => void = () => undefined,
): Result {
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
		seen(step.value);
	}
}
