import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** In the page, the editor that commands are about. */
export const activeEditor = '.editor-group-container.active .editor-instance .monaco-editor';

/** A word as drawn. `left` and `width` are CSS pixels; a letter that lost its neighbour changes the width. */
export interface DrawnWord {
	readonly text: string;
	readonly left: number;
	readonly width: number;
}

/** What one row of the editor shows; a paragraph that is wrapped has several. */
export interface DrawnLine {
	readonly text: string;
	readonly top: number;
	readonly height: number;
	/** From right to left as the eye meets them. Runs of letters, marks and digits: punctuation is left out. */
	readonly words: readonly DrawnWord[];
	/** The same, of the same text drawn in one piece that nothing splits. */
	readonly alone?: readonly DrawnWord[];
}

/** A highlight of ours on one row. */
export interface DrawnMark {
	/** The words under it from right to left, with single spaces. */
	readonly words: string;
	readonly line: string;
	/** Widths of the border in pixels: top, right, bottom, left. */
	readonly sides: readonly number[];
	/** Width of the outline in pixels. */
	readonly outline: number;
	readonly background: string;
}

export interface DrawnEditor {
	readonly lines: readonly DrawnLine[];
	readonly marks: readonly DrawnMark[];
	/** The words that are selected. */
	readonly selected: string;
}

/** What the active editor draws; its rows from top to bottom. */
export function drawnEditor(page: Page, options: { readonly alone?: boolean } = {}): Promise<DrawnEditor> {
	return inPage(page, 'editor', options);
}

/** Width of a known Arabic word in the active editor's font, and of its letters apart. Equal: no font joins them. */
export function joinedAndApart(page: Page): Promise<{ readonly joined: number; readonly apart: number }> {
	return inPage(page, 'joinedAndApart');
}

/** The lines of the marks that cover exactly these words (their punctuation left out), as `solid` or `dashed`. */
export async function linesOf(page: Page, words: string): Promise<readonly string[]> {
	const wanted = onlyWords(words);
	const { marks } = await drawnEditor(page);
	return [...new Set(marks.filter(mark => mark.words === wanted).map(mark => mark.line))].sort();
}

/** The words in the frame round what the next command is about. */
export async function framed(page: Page): Promise<string> {
	const { marks } = await drawnEditor(page);
	return marks
		.filter(({ outline, line }) => outline === 2 && line === 'solid')
		.map(({ words }) => words)
		.join(' ');
}

/** The middle of the first of some words, which stand on one row; `n` chooses among several places. */
export async function pointOf(page: Page, words: string, n = 1): Promise<{ readonly x: number; readonly y: number }> {
	const wanted = onlyWords(words).split(' ');
	const { lines } = await drawnEditor(page);
	const places = lines.flatMap(line =>
		line.words
			.filter((_, index) => wanted.every((word, offset) => line.words[index + offset]?.text === word))
			.map(({ left, width }) => ({ x: left + width / 2, y: line.top + line.height / 2 })),
	);
	const place = places[n - 1];
	if (!place) throw new Error(`“${words}” is drawn ${places.length} times on one row, not ${n} times`);
	return place;
}

/** Letters, marks and digits, with single spaces. */
export function onlyWords(text: string): string {
	return (text.match(/[\p{L}\p{M}\p{N}\u200c\u200d]+/gu) ?? []).join(' ');
}

/** Runs test/support/page/<name>.js on the active editor. Plain scripts, since only they see the page's own types. */
async function inPage<T>(page: Page, name: string, options: unknown = {}): Promise<T> {
	const source = await readFile(join(import.meta.dirname, 'page', `${name}.js`), 'utf8');
	const expression = source
		.trim()
		.replace(/^\/\*[\s\S]*?\*\//, '')
		.replace(/;$/, '');
	return page.evaluate(`(${expression})(${JSON.stringify(activeEditor)}, ${JSON.stringify(options)})`);
}
