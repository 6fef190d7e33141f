import type { FrameLocator, Page } from 'playwright-core';
import { until } from '../../support/until.ts';

/** A page beside the Reader that is shown, by its class: VS Code puts a frame in a frame. */
export async function shownPage(page: Page, name: string): Promise<FrameLocator> {
	const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
	await frame.locator(`main.${name}`).waitFor({ timeout: 20_000 });
	return frame;
}

/** Waits until something in the page reads so, one string for each element. */
export async function reads(frame: FrameLocator, selector: string, wanted: readonly string[]): Promise<void> {
	await until(
		`${selector} reads ${wanted.join(' | ')}`,
		async () => (await frame.locator(selector).allInnerTexts()).map(plain).join('\n') === wanted.join('\n'),
		20_000,
	);
}

/** Without what keeps directions apart, in one line. */
function plain(words: string): string {
	return words
		.replace(/[\u2066-\u2069\u200e\u200f]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}
