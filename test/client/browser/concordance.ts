import type { FrameLocator, Page } from 'playwright-core';

/** The concordance that is shown, once it can be typed into: VS Code puts a frame in a frame. */
export async function concordance(page: Page): Promise<FrameLocator> {
	const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
	await frame.locator('input.words').waitFor({ timeout: 60_000 });
	return frame;
}
