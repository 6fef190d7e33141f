import type { AnnotationsParams } from '../../../server/src/protocol/requests.ts';
import type { Highlight } from '../../../server/src/protocol/types.ts';

/** What the server last told of a document. */
export interface Drawn {
	readonly version: number;
	readonly revision: number;
	readonly highlights: ReadonlyMap<string, Highlight>;
}

/**
 * Takes in a message. Late messages change nothing. One for another version of the text is taken in but must not be drawn:
 * the next message builds on it.
 */
export function takeIn(before: Drawn | undefined, message: AnnotationsParams): Drawn {
	if (before && !message.whole && message.revision <= before.revision) return before;
	const highlights = new Map(message.whole ? [] : before?.highlights);
	for (const id of message.removed) highlights.delete(id);
	for (const highlight of message.upserted) highlights.set(highlight.id, highlight);
	return { version: message.version, revision: message.revision, highlights };
}
