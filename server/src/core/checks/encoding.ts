import type { DocumentView, Problem } from '../model.ts';

/** Share of U+FFFD above which a text was decoded with the wrong encoding, in code units. */
const bearable = 0.05;

/** Whether so much of a text could not be decoded that nothing should be suggested or saved for it. Linear. */
export function isDamaged(text: string): boolean {
	return replacements(text) > text.length * bearable;
}

/**
 * Check: a text in another encoding.
 *
 * Files of the 1990s and 2000s are often Windows-1256; read as UTF-8 their letters turn to U+FFFD. Told once, at the first of them.
 */
export function checkEncoding({ text }: DocumentView): readonly Problem[] {
	if (!isDamaged(text)) {
		return [];
	}
	const start = text.indexOf('\ufffd');
	return [{ code: 'encoding-damaged', severity: 'error', span: { start, end: start + 1 } }];
}

function replacements(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
		count += 1;
	}
	return count;
}
