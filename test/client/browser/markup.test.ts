import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, suite, test } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { stringify } from 'yaml';
import { temporaryCorpus } from '../../support/temporaryCorpus.ts';
import { until } from '../../support/until.ts';
import { openWorkbench, palette, pictureIfFailed, screenshot, type Workbench } from '../../support/workbench.ts';
import { hoverOn, openArticle } from './article.ts';
import { readerPage } from './readerPage.ts';

const payloads: readonly string[] = JSON.parse(
	readFileSync(join(import.meta.dirname, '../../fixtures/markup.json'), 'utf8'),
).map((payload: string) => payload.replace(/[\r\n\0]/g, ' '));

const people = 'سعاد مروان لبيبة رشدي هناء جابر نوال عدنان فريدة سالم بثينة وليد جميلة حسان رباب عصام نجوى ثامر'.split(
	' ',
);
/** What a hover shows of a comment at most, with some room. */
const longest = 270;

/** All payloads, a few to each person's comment. */
const comments = payloads.reduce<string[]>((chunks, payload) => {
	const last = chunks.at(-1);
	if (last !== undefined && last.length + payload.length < longest) chunks[chunks.length - 1] = `${last} ${payload}`;
	else chunks.push(payload);
	return chunks;
}, []);

suite('markup in texts, names and comments', () => {
	let folder: string;
	let workbench: Workbench;
	/** Requests to the address that payloads name, dialogs, and scripts that ran. */
	const happened: string[] = [];

	before(async () => {
		assert.ok(comments.length <= people.length);
		folder = await temporaryCorpus({ files: corpusFiles() });
		workbench = await openWorkbench({
			folder,
			viewport: { width: 1400, height: 3000 },
			settings: { 'isnad.suggestions': 'off' },
		});
		const context = workbench.page.context();
		context.on('request', request => {
			if (request.url().includes('isnad.invalid')) happened.push(`request ${request.url()}`);
		});
		context.on('dialog', dialog => {
			happened.push(`dialog ${dialog.message()}`);
			void dialog.dismiss();
		});
		context.on('page', page => happened.push(`window ${page.url()}`));
	});
	afterEach(context => pictureIfFailed(context, workbench?.page));
	after(async () => {
		await workbench?.close();
		await rm(folder, { recursive: true, force: true });
	});

	test('is words in the text and in every hover', async () => {
		const { page } = workbench;
		await openArticle(page, 'markup.txt', { suggestions: false });
		for (const person of comments.map((_comment, index) => people[index] ?? '')) {
			await hoverOn(page, person, `${person} ·`);
			assert.deepEqual(await strange(page, '.monaco-hover.fade-in:not(.hidden)'), [], person);
		}
		await nothingHappened(page);
	});

	test('is words in the tree', async () => {
		const { page } = workbench;
		await page.locator('.activitybar a.action-label[aria-label="Isnad"]').click();
		await until(
			'the tree is there',
			async () => (await page.locator('.pane-body .monaco-list-row').count()) > people.length / 2,
		);
		assert.deepEqual(await strange(page, '.part.sidebar .pane-body'), []);
		await screenshot(page, 'markup');
		await nothingHappened(page);
	});

	test('is words in the Reader, its margin and its inspector', async () => {
		const { page } = workbench;
		await palette(page, 'Isnad: Open in Reader');
		const reader = await readerPage(page);
		await until('the article is there', async () =>
			(await reader.frame.locator('main').innerText()).includes('<img src=x onerror='),
		);
		await until('names are drawn', async () => (await reader.highlighted('-confirmed')).length >= comments.length);
		for (let step = 0; step < comments.length; step++) {
			await page.keyboard.press('j');
			assert.deepEqual(await strange(reader.frame, 'body'), []);
		}
		await screenshot(page, 'markup-reader');
		await nothingHappened(page);
	});

	async function nothingHappened(page: Page): Promise<void> {
		const hurt = await Promise.all(
			page
				.frames()
				.map(async frame =>
					(await frame.evaluate('globalThis.isnadHurt').catch(() => undefined)) === 1 ? [frame.url()] : [],
				),
		);
		assert.deepEqual([...happened, ...hurt.flat()], []);
	}
});

/** Elements below some place that only markup of a payload could have made, and attributes that run. */
async function strange(page: Page | FrameLocator, place: string): Promise<readonly string[]> {
	const found = `[...document.querySelectorAll(${JSON.stringify(place)})].flatMap(place => [...place.querySelectorAll('*')])
		.filter(element =>
			/^(script|img|image|iframe|object|embed|video|audio|form|base|meta|marquee|frameset|portal)$/i.test(element.tagName) ||
			[...element.attributes].some(({ name, value }) =>
				/^on|^src|^xlink/.test(name) ||
				(/^(data-)?href$/.test(name) && value !== '' && !value.startsWith('command:isnad.editor.'))) ||
			/isnad.invalid/.test(element.getAttribute('style') ?? ''))
		.map(element => element.outerHTML.slice(0, 200))`;
	const there = `document.querySelectorAll(${JSON.stringify(`${place} *`)}).length > 0`;
	return page.locator('html').evaluate(`${there} ? ${found} : ['nothing']`);
}

function corpusFiles(): Readonly<Record<string, string>> {
	const lines = [
		...comments.map((_comment, index) => `هنا ${people[index]} بيننا.`),
		...payloads.map(payload => `هنا ${payload} بيننا.`),
	];
	const text = `${lines.join('\n')}\n`;
	let at = 0;
	const starts = lines.map(line => {
		const start = at;
		at += [...line].length + 1;
		return start;
	});
	const records = lines.map((line, index) => {
		const from = (starts[index] ?? 0) + [...'هنا '].length;
		const exact = line.slice('هنا '.length, -' بيننا.'.length);
		return {
			...{
				id: `e${String(index)
					.padStart(3, '0')
					.replace(/\d/g, digit => 'abcdefghjk'.charAt(Number(digit)))}aa`,
				kind: 'entity',
				state: 'confirmed',
				label: 'PER',
			},
			...{ span: [from, from + [...exact].length], exact, from: 'manual' },
			...(comments[index] === undefined ? { form: exact } : { comment: comments[index], entity: comments[index] }),
		};
	});
	return {
		'annotations/corpus.yaml': 'isnad: 1\n',
		'news/markup.txt': text,
		'annotations/news/markup.txt.yaml': stringify({ isnad: 1, text: 'news/markup.txt', records }, { lineWidth: 0 }),
	};
}
