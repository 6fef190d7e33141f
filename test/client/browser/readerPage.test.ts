import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openReader, type ReaderHost, type ReaderHostOptions } from '../../support/readerHost.ts';
import { temporaryCorpus } from '../../support/temporaryCorpus.ts';
import { until } from '../../support/until.ts';

const sample = join(import.meta.dirname, '../../../annotations/sample');

/** Opens an article of a corpus made of files, and closes it afterwards. */
async function withReader(
	files: Readonly<Record<string, string>>,
	options: Partial<ReaderHostOptions> & { readonly from?: string },
	look: (host: ReaderHost, folder: string) => Promise<void>,
): Promise<void> {
	const { from, ...rest } = options;
	const folder = await temporaryCorpus({ files, ...(from === undefined ? {} : { from }) });
	const host = await openReader({ folder, article: 'news/a.txt', ...rest });
	try {
		await until('labels are shown', async () => (await host.page.locator('.legend .chip').count()) > 0);
		await look(host, folder);
	} finally {
		await host.close();
		await rm(folder, { recursive: true, force: true });
	}
}

const corpus = { 'annotations/corpus.yaml': 'isnad: 1\ninclude: ["news/**/*.txt"]\n' };

/** What the page shows of the text, paragraph by paragraph. */
const shownLines = 'JSON.stringify([...document.querySelectorAll(".row > p")].map(p => p.textContent))';

/** Each would run a script, load something or break out, were it taken for anything but text. */
const payloads: readonly string[] = [
	'<script>alert(1)</script>',
	'</p></section></main><script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'<svg onload=alert(1)>',
	'<svg><script>alert(1)</script></svg>',
	'"><img src=x onerror=alert(1)>',
	"'><img src=x onerror=alert(1)>",
	'<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
	'<a href="javascript:alert(1)" autofocus onfocus=alert(1)>x</a>',
	'<style>@import url(http://evil.test/x.css)</style>',
	'<link rel=stylesheet href=http://evil.test/x.css>',
	'<meta http-equiv=refresh content="0;url=http://evil.test/">',
	'<base href="http://evil.test/">',
	'<form action=http://evil.test><input name=a autofocus></form>',
	'<object data=http://evil.test></object><embed src=http://evil.test>',
	'<video><source onerror=alert(1)></video>',
	'<details open ontoggle=alert(1)>',
	'<math><mtext></p><img src=x onerror=alert(1)></mtext></math>',
	'<!--><img src=x onerror=alert(1)>-->',
	'<![CDATA[<img src=x onerror=alert(1)>]]>',
	'&lt;script&gt;alert(1)&lt;/script&gt;',
	'&#60;img src=x onerror=alert(1)&#62;',
	'[x](javascript:alert(1)) ![x](http://evil.test/x.png) [x](command:workbench.action.quit)',
	'\u202e<img src=x onerror=alert(1)>\u202c',
	'\u2066<script>\u2069alert(1)\u2066</script>\u2069',
	'url("javascript:alert(1)") expression(alert(1)) ; background:url(http://evil.test)',
	'$' + '{alert(1)} {{alert(1)}} `alert(1)`',
	'<\u0000script>alert(1)</script>',
	'<plaintext>',
	'<textarea></textarea><title></title><noscript><p title="</noscript><img src=x onerror=alert(1)>">',
];

suite("the Reader's page", () => {
	test('takes article, register, labels, speakers and comments for text only', async () => {
		const quoted = (words: string): string => JSON.stringify(words.replace('\0', ''));
		const text = [...payloads.map(words => `قال ${words} إنه سيعود.`), 'وصل سامر النجار إلى عمان.'].join('\n');
		const files = {
			...corpus,
			'annotations/corpus.yaml': 'isnad: 1\ninclude: ["news/**/*.txt"]\nscheme: own\n',
			'annotations/scheme.yaml': [
				'isnad: 1',
				'name: own',
				'entities:',
				...payloads
					.slice(0, 20)
					.flatMap((words, index) => [`  - label: L${index}`, `    name: ${quoted(words)}`, '    color: "#3b90fe"']),
			].join('\n'),
			'annotations/entities.yaml': [
				'isnad: 1',
				'entities:',
				...payloads.flatMap((words, index) => [
					`  - key: k${index}`,
					'    label: L1',
					`    name: ${quoted(words)}`,
					`    aliases: [${quoted(words)}]`,
				]),
			].join('\n'),
			'news/a.txt': text,
		};
		await withReader(files, {}, async ({ page, client, uri, refused }) => {
			assert.deepEqual(JSON.parse(await page.evaluate(shownLines)), text.replace('\0', '\ufffd').split('\n'));
			const { id = '' } = await client.run('isnad.label', {
				uri,
				range: client.range(uri, 'سامر النجار'),
				label: 'L0',
			});
			await client.run('isnad.link', { uri, id, entity: 'k2' });
			await client.run('isnad.note', { uri, id, comment: payloads[2] ?? '' });
			await client.run('isnad.statement', { uri, content: [client.range(uri, payloads[2] ?? '')] });
			await page.keyboard.press(']');
			await page.keyboard.press(';');
			await page.locator('.overlay .choice').first().waitFor();
			await page.keyboard.press('Escape');
			await page.keyboard.press('Shift+Slash');
			await page.locator('.sheet-groups').waitFor();
			await page.keyboard.press('Escape');
			assert.equal(await page.locator('main img, main script, main svg:not(.thread), main iframe, main a').count(), 0);
			assert.deepEqual(refused, []);
		});
	});

	test('shows every character of the text as one, and sends exact places', async () => {
		const lines = ['عنوان\u200fمع علامة', '', 'قـــال مِصْرُ 👩‍👩‍👧 \u202bداخل\u202c ثم\tجدول  مسافتان', '\u00a0حافة '];
		for (const end of ['\n', '\r\n', '\r']) {
			await withReader({ ...corpus, 'news/a.txt': lines.join(end) }, {}, async ({ page, client, uri }) => {
				assert.deepEqual(JSON.parse(await page.evaluate(shownLines)), lines);
				await page.locator('main').press('ArrowDown');
				for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Shift+ArrowLeft', 'm'])
					await page.keyboard.press(key);
				const words = await until(
					'the label is known',
					async () => (await client.document(uri))?.entities.find(({ from }) => from === 'manual')?.text,
				);
				assert.equal(words, 'ثم');
			});
		}
	});

	for (const theme of ['light', 'dark', 'high-contrast'] as const) {
		test(`gives axe nothing serious to say in ${theme}`, async () => {
			const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
			await withReader(
				{},
				{ from: sample, article: 'news/nabd-alwadi/water-budget.txt', theme, language: 'ar' },
				async ({ page }) => {
					const found: string[] = [];
					await page.evaluate(axe);
					for (const key of ['Period', 's', 'Escape', 'BracketRight', 'Shift+Slash', 'Escape', 'Period', 'c']) {
						await page.keyboard.press(key);
						const problems = await page.evaluate(
							'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => id + ": " + nodes.map(({ html, any }) => html.slice(0, 120) + " " + (any[0]?.message ?? "")).slice(0, 3).join(" | ")))',
						);
						found.push(...(problems as string[]).map(problem => `${key}: ${problem}`));
					}
					assert.deepEqual(found, []);
				},
			);
		});
	}
});
