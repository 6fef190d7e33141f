/**
 * How fast the Reader is: `node --import ./build/hooks.ts test/bench/reader.ts`, after `npm run build`. The built page in a real
 * browser over the built server, without VS Code between them. Times are the browser's own clock. Numbers are for reading, nothing fails.
 */
import { rm } from 'node:fs/promises';
import { openReader } from '../support/readerHost.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { until } from '../support/until.ts';
import { benchTexts, countWords, percentile } from './texts.ts';

const { texts, of } = await benchTexts(2000);

/** Articles one after another, at least so much of what `measure` counts. */
function joined(least: number, measure: (text: string) => number): string {
	const taken: string[] = [];
	let size = 0;
	for (const text of texts) {
		if (size >= least) break;
		taken.push(text);
		size += measure(text);
	}
	return taken.join('\n\n');
}

/** What the page measures of itself; in the page. */
const painted = `({
	paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime - window.started,
	marks: window.marked - window.started,
})`;

/** Presses a key by an event and answers how long the page needs until what it changed is laid out; in the page. */
const press = (code: string): string => `(() => {
	const before = performance.now();
	document.querySelector('main').dispatchEvent(new KeyboardEvent('keydown', { code: '${code}', bubbles: true, cancelable: true }));
	document.body.getBoundingClientRect();
	return performance.now() - before;
})()`;

/** Scrolls through the article, a third of a window a frame, and answers how long each frame took; in the page. */
const scroll = `new Promise(done => {
	const frames = [];
	window.scrollTo(0, 0);
	let last = performance.now();
	requestAnimationFrame(function step(now) {
		frames.push(now - last);
		last = now;
		if (frames.length > 300 || window.scrollY + window.innerHeight >= document.documentElement.scrollHeight) return done(frames);
		window.scrollBy(0, window.innerHeight / 3);
		requestAnimationFrame(step);
	});
})`;

async function bench(name: string, text: string): Promise<void> {
	const folder = await temporaryCorpus({
		files: { 'annotations/corpus.yaml': 'isnad: 1\ninclude: ["news/**/*.txt"]\n', 'news/a.txt': text },
	});
	const host = await openReader({ folder, article: 'news/a.txt' });
	try {
		const { page } = host;
		await until('highlights are drawn', async () => Number(await page.evaluate('CSS.highlights.size')) > 1, 60_000);
		const { paint, marks } = (await page.evaluate(painted)) as { paint: number; marks: number };
		const steps: number[] = [];
		for (let index = 0; index < 40; index++) steps.push(Number(await page.evaluate(press('KeyJ'))));
		const decisions: number[] = [];
		const saved: number[] = [];
		for (let index = 0; index < 20; index++) {
			decisions.push(Number(await page.evaluate(press('KeyA'))));
			saved.push(await host.saved());
		}
		const frames = ((await page.evaluate(scroll)) as number[]).slice(1);
		const shown = (values: readonly number[]): string =>
			`${percentile(values, 0.5).toFixed(1)} ms in the middle, ${percentile(values, 0.95).toFixed(1)} ms at worst but one in twenty`;
		console.log(
			`${name}: ${text.length.toLocaleString('en')} characters, ${countWords(text).toLocaleString('en')} words of ${of}`,
		);
		console.log(
			`  first script line to first paint   ${paint.toFixed(0)} ms${name === 'article' ? ' (budget 120)' : ''}`,
		);
		console.log(`  first script line to highlights    ${marks.toFixed(0)} ms`);
		console.log(`  next suggestion, laid out          ${shown(steps)}`);
		console.log(`  accepted, drawn                    ${shown(decisions)}`);
		console.log(`  accepted, saved and answered       ${shown(saved)} (budget 100)`);
		console.log(`  a frame while scrolling            ${shown(frames)}`);
	} finally {
		await host.close();
		await rm(folder, { recursive: true, force: true });
	}
}

await bench('article', joined(2000, countWords));
await bench(
	'long article',
	joined(100_000, text => text.length),
);
