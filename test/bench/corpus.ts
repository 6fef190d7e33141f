/**
 * The corpus' index: `node --import ./build/hooks.ts test/bench/corpus.ts [ARTICLES]`. Writes so many articles (30,000 by default) of
 * ../shared/data/news, or the sample corpus over and over, into a temporary folder; then indexes it cold with all cores, starts
 * again from the cache, changes one article, searches, and opens the ledger. Wall and CPU time, and memory. Numbers are for reading,
 * nothing fails. Budgets: cold in minutes, warm 2 s, one changed article 50 ms, a search 200 ms.
 */
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import type { CorpusService } from '../../server/src/core/corpus/corpusService.ts';
import { nodeCorpus, serveIndexTasks } from '../../server/src/node/nodeCorpus.ts';
import { workerPool } from '../../server/src/node/workerPool.ts';
import { benchArticles } from './texts.ts';

const going = { isCancellationRequested: false };

if (isMainThread) {
	await bench(Number(process.argv[2] ?? 30_000));
} else {
	serveIndexTasks();
}

async function bench(wanted: number): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'isnad-bench-'));
	process.env['XDG_CACHE_HOME'] = join(folder, 'cache');
	try {
		const corpus = join(folder, 'corpus');
		const paths = await writeCorpus(corpus, wanted);
		console.log(`articles     ${paths.length}, ${availableParallelism()} cores`);
		const open = () => opened(corpus);
		await measured('cold', async () => {
			const service = open();
			await service.refresh(going, () => undefined);
			await service.close();
		});
		const service = open();
		await measured('warm', () => service.refresh(going, () => undefined));
		const changed = join(corpus, paths[0] ?? '');
		for (const round of [1, 2, 3]) {
			appendFileSync(changed, `\nوأضاف المتحدث أن الجولة ${round} بدأت.\n`);
			await measured('changed', () => service.update([paths[0] ?? '']));
		}
		await searches(service);
		await measured('ledger', () => service.ledger({ limit: 100 }), 2);
		await measured('ledger, one speaker', () => service.ledger({ speaker: 'ترامب', text: 'انسحاب' }), 2);
		await service.close();
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function searches(service: CorpusService): Promise<void> {
	const queries = {
		'a word': { text: 'الانسحاب' },
		'a common word, by right context': { text: 'قال', sort: 'right' },
		'the commonest word, by left context': { text: 'في', sort: 'left' },
		'two words, folded': { text: 'الولايات المتحدة', match: 'folded' },
		'words that begin so': { text: 'انتخاب*' },
		'names of a label, by date': { label: 'PER', sort: 'date' },
		'one name': { entity: 'ترامب', sort: 'right' },
		'words of one speaker': { text: 'ايران', speaker: 'ترامب' },
		'statements of a type': { type: 'direct' },
	} as const;
	for (const [what, query] of Object.entries(queries)) {
		const { total } = await service.search(query);
		await measured(`search: ${what} (${total})`, () => service.search(query), 3);
	}
}

function opened(corpus: string): CorpusService {
	return nodeCorpus({
		root: pathToFileURL(corpus).href,
		layer: 'common',
		jobs: availableParallelism(),
		threads: (size, data) => workerPool(import.meta.filename, size, data),
		engine: 'bench',
	});
}

async function writeCorpus(corpus: string, wanted: number): Promise<readonly string[]> {
	const { articles } = await benchArticles(wanted);
	for (const { path, text } of articles) {
		const file = join(corpus, path);
		if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	mkdirSync(join(corpus, 'annotations'));
	writeFileSync(join(corpus, 'annotations/corpus.yaml'), 'isnad: 1\ninclude:\n  - "news/**/*.txt"\n');
	return articles.map(({ path }) => path);
}

/** The best of so many runs. */
async function measured(what: string, work: () => Promise<unknown>, runs = 1): Promise<void> {
	let best = { wall: Number.POSITIVE_INFINITY, cpu: 0 };
	for (let run = 0; run < runs; run++) {
		const [start, before] = [performance.now(), process.cpuUsage()];
		await work();
		const { user, system } = process.cpuUsage(before);
		const wall = performance.now() - start;
		best = wall < best.wall ? { wall, cpu: (user + system) / 1000 } : best;
	}
	const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
	const ms = (value: number) => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
	console.log(
		`${what.padEnd(52)} ${ms(best.wall).padStart(10)}, CPU ${ms(best.cpu).padStart(10)}, ${memory} MB resident`,
	);
}
