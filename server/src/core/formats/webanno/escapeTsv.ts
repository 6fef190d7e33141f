/** A value or text as WebAnno TSV 3.3 writes it: reserved characters behind a backslash. */
export function escapeTsv(text: string): string {
	return text.replace(/->|[\\[\]|_;\t\n\r*]/g, found => escapes[found] ?? `\\${found}`);
}

const escapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '->': '\\->' };

/** The text that stands behind such escapes. */
export function unescapeTsv(text: string): string {
	return text.replace(/\\(->|.)/gsu, (_, char: string) => ({ t: '\t', n: '\n', r: '\r' })[char] ?? char);
}

/** The pieces between separators that are not escaped. */
export function splitTsv(text: string, separator: string): readonly string[] {
	const pieces: string[] = [];
	let from = 0;
	for (let i = 0; i < text.length; i++) {
		if (text.charAt(i) === '\\') {
			i += 1;
		} else if (text.charAt(i) === separator) {
			pieces.push(text.slice(from, i));
			from = i + 1;
		}
	}
	return [...pieces, text.slice(from)];
}
