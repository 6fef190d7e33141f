/** A process that is killed while it saves: the sidecar is the old or the new one, and nothing else is left. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as allOf } from 'node:stream/consumers';
import { readSidecar } from '../../server/src/core/sidecar/readSidecar.ts';
import { bundleTo } from '../support/bundle.ts';
import { openStore } from '../support/openStore.ts';
import { seeded } from '../support/random.ts';
import { type RandomArticle, randomArticle } from '../support/randomArticle.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { type Row, type SoakOptions, scaled } from './support/soak.ts';

export const name = 'saves that are killed';

const article = 'news/a.txt';

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const runs = scaled(500, scale, 5);
	const saves = scale < 0.1 ? 100 : 1000;
	const random = seeded(seed);
	const tools = await mkdtemp(join(tmpdir(), 'isnad-killed-'));
	const program = join(tools, 'saving.cjs');
	await bundleTo('test/support/savingProcess.ts', program);
	const invented = randomArticle(random, 12);
	let milliseconds = await timeOf(program, invented, saves);
	const found = { damaged: 0, lost: 0, leavings: 0, left: 0, early: 0 };
	for (let index = 0; index < runs; index++) {
		const wait = random.next() * milliseconds;
		const outcome = await killedAfter(program, invented, { saves, wait });
		found.damaged += Number(outcome.damaged);
		found.lost += Number(outcome.lost);
		found.leavings += Number(outcome.leavings > 0);
		found.left += outcome.left;
		found.early += Number(outcome.done);
		if (outcome.done) milliseconds = Math.max(wait, milliseconds * 0.9);
		if (index % 50 === 49) say(`${index + 1} of ${runs} processes killed`);
	}
	await rm(tools, { recursive: true });
	return [
		{
			what: `processes killed at a random moment of ${saves} saves`,
			figure: String(runs - found.early),
			bar: String(runs - found.early),
			ok: runs > found.early,
			// On a busy machine all of a few may come too late.
			measured: true,
		},
		{
			what: 'sidecars that were neither the old nor the new version',
			figure: String(found.damaged),
			bar: '0',
			ok: found.damaged === 0,
		},
		{
			what: 'sidecars without a save that had been reported',
			figure: String(found.lost),
			bar: '0',
			ok: found.lost === 0,
		},
		{ what: 'processes that left files behind', figure: String(found.leavings), bar: 'any', ok: true },
		{ what: 'of those files, left after the next start', figure: String(found.left), bar: '0', ok: found.left === 0 },
	];
}

/** How long all saves take, so that a kill may come anywhere. */
async function timeOf(program: string, invented: RandomArticle, saves: number): Promise<number> {
	const folder = await corpusOf(invented);
	const start = performance.now();
	const child = spawn(process.execPath, [program, folder, article, String(saves)], { stdio: 'ignore' });
	await once(child, 'close');
	await rm(folder, { recursive: true });
	return performance.now() - start;
}

async function corpusOf({ text, sidecar }: RandomArticle): Promise<string> {
	const files = { 'annotations/corpus.yaml': 'isnad: 1\n', [article]: text, [`annotations/${article}.yaml`]: sidecar };
	return temporaryCorpus({ files });
}

interface Outcome {
	readonly damaged: boolean;
	readonly lost: boolean;
	/** Temporary files and locks, before and after the next start. */
	readonly leavings: number;
	readonly left: number;
	/** It had saved all before it was killed. */
	readonly done: boolean;
}

async function killedAfter(
	program: string,
	invented: RandomArticle,
	{ saves, wait }: { readonly saves: number; readonly wait: number },
): Promise<Outcome> {
	const folder = await corpusOf(invented);
	const child = spawn(process.execPath, [program, folder, article, String(saves)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const printed = allOf(child.stdout);
	const timer = setTimeout(() => child.kill('SIGKILL'), wait);
	const [output, [code]] = await Promise.all([printed, once(child, 'close')]);
	clearTimeout(timer);
	const reported = Number(output.trimEnd().split('\n').at(-1) || 0);
	const source = await readFile(join(folder, `annotations/${article}.yaml`), 'utf8');
	const { value, problems } = readSidecar(source);
	const records = value.blocks.map(({ record }) => record);
	const saved = Number(records[0]?.comment ?? 0);
	const whole =
		value.readOnly === undefined && problems.length === 0 && records.length === invented.annotations.records.length;
	const leavings = await leftIn(folder);
	await (await openStore(folder, article)).load(invented.text);
	const left = await leftIn(folder);
	await rm(folder, { recursive: true });
	return {
		damaged: !whole || saved > reported + 1,
		lost: saved < reported,
		leavings,
		left,
		done: code === 0,
	};
}

async function leftIn(folder: string): Promise<number> {
	const names = await Promise.all(['annotations/news', 'annotations', 'news'].map(name => readdir(join(folder, name))));
	return names.flat().filter(name => name.startsWith('.isnad-')).length;
}
