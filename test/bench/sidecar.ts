/**
 * Speed of a large sidecar: opening it, and saving one decision, with the server's own store on a real disk. Processor time of this
 * process, so that a busy machine does not count; the disk's own time (fsync) comes on top. Numbers are for reading, nothing fails.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '../support/openStore.ts';
import { seeded } from '../support/random.ts';
import { randomArticle } from '../support/randomArticle.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { percentile } from './texts.ts';

const records = Number(process.argv[2] ?? 20_000);
const rounds = Number(process.argv[3] ?? 12);
const article = 'news/a.txt';
const { text, sidecar } = randomArticle(seeded(1), Math.ceil(records / 4));
const files = { 'annotations/corpus.yaml': 'isnad: 1\n', [article]: text, [`annotations/${article}.yaml`]: sidecar };
const folder = await temporaryCorpus({ files });

const opening: number[] = [];
const saving: number[] = [];
const waiting: number[] = [];
for (let round = 0; round < rounds; round++) {
	const store = await openStore(folder, article);
	let annotations = (await store.load(text)).annotations;
	const reopened = await openStore(folder, article);
	opening.push(await time(async () => void (await reopened.load(text))));
	const at = Math.floor((annotations.records.length * round) / rounds);
	annotations = {
		...annotations,
		records: annotations.records.map((record, index) => (index === at ? { ...record, comment: `${round}` } : record)),
	};
	const start = performance.now();
	saving.push(
		await time(async () => {
			const { state } = await store.save(text, annotations);
			if (state !== 'saved') throw new Error(state);
		}),
	);
	waiting.push(performance.now() - start);
}
const size = (await readFile(join(folder, `annotations/${article}.yaml`))).length;
await rm(folder, { recursive: true });

/** Milliseconds of processor time that this thread takes, which nobody else's work counts in. */
async function time(work: () => Promise<void>): Promise<number> {
	const before = process.threadCpuUsage();
	await work();
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1000;
}

const shown = (times: readonly number[]) =>
	`median ${percentile(times, 0.5).toFixed(0)} ms, most ${percentile(times, 1).toFixed(0)} ms`;
console.log(`sidecar     ${records.toLocaleString('en')} records, ${(size / 2 ** 20).toFixed(1)} MB`);
console.log(`open        ${shown(opening.slice(2))} of the processor (budget 500)`);
console.log(
	`save        ${shown(saving.slice(2))} of the processor (budget 100); with the disk ${shown(waiting.slice(2))}`,
);
