import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { until } from '../../support/until.ts';

/** The Reader that is shown, as a user of the browser meets it. */
export interface ReaderPage {
	readonly frame: FrameLocator;
	/** Waits until suggestions are drawn. */
	readonly drawn: () => Promise<void>;
	/** The words of a highlight of the page, by a part of its name. */
	readonly highlighted: (name: string) => Promise<readonly string[]>;
	/** The middle of some words, from the corner of the paragraph that has them. */
	readonly placeOf: (words: string) => Promise<{ readonly x: number; readonly y: number }>;
}

const wordsOfHighlights = readFileSync(join(import.meta.dirname, '../../support/page/highlights.js'), 'utf8')
	.trim()
	.replace(/^\/\*[\s\S]*?\*\//, '')
	.replace(/;$/, '');

/** Finds the page in the active editor: VS Code puts a frame in a frame. */
export async function readerPage(page: Page, index = 0): Promise<ReaderPage> {
	const frame = page.frameLocator(`iframe.webview.ready >> nth=${index}`).frameLocator('iframe#active-frame');
	await frame.locator('main').waitFor({ timeout: 60_000 });
	const highlighted = (name: string): Promise<readonly string[]> =>
		frame.locator('main').evaluate(`(${wordsOfHighlights})(undefined, ${JSON.stringify(name)})`);
	const inMain = (script: string): Promise<never> => frame.locator('main').evaluate(script);
	return {
		frame,
		placeOf: words =>
			inMain(`(() => {
				const node = [...document.querySelectorAll('.row > p')].map(p => p.firstChild).find(text => text?.data.includes(${JSON.stringify(words)}));
				const range = document.createRange();
				range.setStart(node, node.data.indexOf(${JSON.stringify(words)}));
				range.setEnd(node, range.startOffset + ${words.length});
				const box = range.getBoundingClientRect();
				const origin = node.parentElement.getBoundingClientRect();
				return { x: box.x + box.width / 2 - origin.x, y: box.y + box.height / 2 - origin.y };
			})()`),
		highlighted,
		drawn: () =>
			until('suggestions are drawn', async () => (await highlighted('-suggested-')).length > 0, 30_000).then(
				() => undefined,
			),
	};
}

/** Waits until some words are in focus. */
export async function inFocus(reader: ReaderPage, words: string): Promise<void> {
	await until(`“${words}” is in focus`, async () => (await reader.highlighted('focus')).join(' ') === words, 20_000);
}
