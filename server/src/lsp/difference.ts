import type { TextChange } from '../core/sidecar/live.ts';

/** The shortest edit between two texts, where a client sends the whole text anew. */
export function difference(before: string, after: string): TextChange | undefined {
	let start = 0;
	const shorter = Math.min(before.length, after.length);
	while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) {
		start += 1;
	}
	let tail = 0;
	while (
		tail < shorter - start &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	) {
		tail += 1;
	}
	const edit = { start, end: before.length - tail, newLength: after.length - tail - start };
	return edit.start === edit.end && edit.newLength === 0 ? undefined : edit;
}
