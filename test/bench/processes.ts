/** What a process of the command line takes: size on the disk, time to its first answer, memory over many articles. */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleTo } from '../support/bundle.ts';
import { benchTexts, countWords, percentile, sum } from './texts.ts';

const root = join(import.meta.dirname, '../..');
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const sizeOf = (pattern: string) => sum(globSync(pattern, { cwd: root }).map(path => statSync(join(root, path)).size));

/** Said by a process of Node as it ends: processor time in milliseconds, and its memory at the most in kilobytes. */
const tellsUse = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\nUSE '+(u.userCPUTime+u.systemCPUTime)/1000+' '+u.maxRSS)})`;

/** Prints them. Builds the command line into a temporary folder for it. */
export async function printProcesses(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'isnad-bench-'));
	try {
		console.log(
			`model            ${megabytes(sizeOf('server/src/core/lexicon/entities/model.tsv'))}; with all tables ${megabytes(sizeOf('server/src/core/lexicon/**/*.{tsv,yaml}'))} (budget 8 MB)`,
		);
		const package_ = join(root, 'dist');
		if (existsSync(package_))
			console.log(`dist             ${megabytes(sizeOf('dist/**/*.js'))} of programs, as built last`);
		await bundleTo('test/bench/loading.ts', join(folder, 'loading.cjs'));
		const empty = ['-e', 'const u=process.threadCpuUsage();console.log((u.user+u.system)/1000)'];
		const alone = await repeated(5, async () => Number((await ended(empty, '')).output));
		const loading = [join(folder, 'loading.cjs'), String(percentile(alone, 0.5))];
		const loads = await repeated(5, async () => (await ended(loading, '')).output);
		console.log(`loading          ${loads.sort()[2]}`);
		await bundleTo('server/src/cli.ts', join(folder, 'cli.cjs'));
		writeFileSync(join(folder, 'a.txt'), 'قال وزير الخارجية سامر العبيدي إن الاجتماع سيعقد الأحد في جنيف.\n');
		const answer = await repeated(5, () => firstAnswer([join(folder, 'cli.cjs'), 'suggest', join(folder, 'a.txt')]));
		const nothing = await repeated(5, () => firstAnswer(['-e', 'console.log(1)']));
		const median = (values: readonly number[]) => percentile(values, 0.5).toFixed(0);
		console.log(
			`first answer     ${median(answer)} ms from the start of the process, ${median(nothing)} ms of an empty program`,
		);
		await printMany(join(folder, 'cli.cjs'));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function printMany(program: string): Promise<void> {
	const { texts } = await benchTexts(30_000);
	const lines = texts.map((text, id) => JSON.stringify({ id, text })).join('\n');
	const { use } = await ended([program, 'suggest', '--jobs', '1', '--stdin-jsonl'], lines);
	const [, milliseconds = '0', kilobytes = '0'] = /USE (\S+) (\S+)/.exec(use) ?? [];
	const perSecond = Math.round((sum(texts.map(countWords)) / Number(milliseconds)) * 1000).toLocaleString('en');
	console.log(
		`${texts.length.toLocaleString('en')} articles  ${perSecond} words/s of processor time of all threads, ${megabytes(Number(kilobytes) * 1024)} resident at the most (budget 300 MB)`,
	);
}

async function repeated<T>(times: number, work: () => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	for (let run = 0; run < times; run++) results.push(await work());
	return results;
}

function firstAnswer(args: readonly string[]): Promise<number> {
	const start = performance.now();
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
		child.on('error', reject);
		child.stdout.once('data', () => resolve(performance.now() - start));
		child.stdout.resume();
	});
}

function ended(args: readonly string[], input: string): Promise<{ readonly output: string; readonly use: string }> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['--import', tellsUse, ...args]);
		let output = '';
		let use = '';
		child.on('error', reject);
		child.stdout.setEncoding('utf8').on('data', chunk => {
			output = `${output}${chunk}`.slice(0, 4096);
		});
		child.stderr.setEncoding('utf8').on('data', chunk => {
			use += chunk;
		});
		child.on('close', () => resolve({ output: output.trim(), use }));
		child.stdin.end(input);
	});
}
