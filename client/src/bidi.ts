/** Keeps words of one direction together inside a line of the other: Unicode's first-strong isolate round them. */
export function isolated(words: string): string {
	return words === '' ? '' : `\u2068${words}\u2069`;
}

/** For what stands beside isolated words in one line of the interface: it starts and ends as left-to-right. */
export function besideIsolated(words: string): string {
	return words === '' ? '' : `\u200e${words}\u200e`;
}
