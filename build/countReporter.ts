import type { TestEvent } from 'node:test/reporters';

/** How many tests of a run ended how. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

/** A reporter for node:test that writes the counts of the whole run as one line of JSON. */
export default async function* countReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
	for await (const event of events) {
		if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
		const { passed, tests, skipped, todo } = event.data.counts;
		const counts: Counts = { passed, failed: tests - passed - skipped - todo, skipped: skipped + todo };
		yield JSON.stringify(counts);
	}
}
