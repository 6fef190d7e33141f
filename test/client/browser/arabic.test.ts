import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchBrowser } from '../../../build/browser.ts';
import { joinedAndApart } from '../../support/drawn.ts';

test('the browser of these tests joins Arabic letters, else their pictures would prove nothing', async () => {
	const { page, close } = await launchBrowser();
	try {
		await page.setContent('<body style="font: 40px \'Noto Naskh Arabic\', sans-serif"></body>');
		const { joined, apart } = await joinedAndApart(page);
		assert.ok(joined > 0 && joined < apart * 0.9, `joined ${joined}, apart ${apart}`);
	} finally {
		await close();
	}
});
