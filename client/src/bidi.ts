/** Keeps words of one direction together inside a line of the other: Unicode's first-strong isolate round them; see `inert`. */
export function isolated(words: string): string {
	return words === '' ? '' : `\u2068${inert(words)}\u2069`;
}

/** For what stands beside isolated words in one line of the interface: it starts and ends as left-to-right. */
export function besideIsolated(words: string): string {
	return words === '' ? '' : `\u200e${inert(words)}\u200e`;
}

/**
 * Words of others for a message or a list: VS Code would make links of `[words](command:…)` in notifications, and icons of
 * `$(name)` in lists. Neither happens behind an invisible joiner.
 */
export function inert(words: string): string {
	return words.replace(/\]\(|\$\(/g, match => `${match.charAt(0)}\u2060(`);
}
