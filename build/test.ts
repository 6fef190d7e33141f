/**
 * `npm test`: every leg, in order. `node build/test.ts unit` or `client` runs only those legs; further words choose the
 * test files whose path contains one of them. The last line is `N passed, N failed` over all legs.
 */
import { glob, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import type { Counts } from './countReporter.ts';
import { bundle } from './esbuild.ts';
import { runHostTests } from './hostTests.ts';
import { packageExtension } from './package.ts';
import { runHere } from './processes.ts';
import { say, seconds } from './progress.ts';
import { ensureVscode } from './realVscode.ts';

const root = join(import.meta.dirname, '..');

/** Something that is run and judged. A leg without tests of its own counts only when it fails. */
interface Leg {
	readonly name: string;
	readonly run: (filter: readonly string[]) => Promise<Counts | undefined>;
}

const checks: readonly Leg[] = [
	{ name: 'types', run: () => npmScript('typecheck') },
	{ name: 'lint and unused code', run: () => npmScript('lint') },
];
const unit: Leg = { name: 'core, server and command line', run: filter => nodeTests('test/**/*.test.ts', filter) };
const build: Leg = { name: 'build', run: () => bundle({ production: false }).then(() => undefined) };
const client: readonly Leg[] = [
	{ name: 'package, VS Code and browser', run: prepareClient },
	{ name: 'inside the extension host', run: hostTests },
	{ name: 'the packed extension in the browser', run: filter => nodeTests('test/client/browser/*.test.ts', filter) },
];
const selections: Readonly<Record<string, readonly Leg[]>> = {
	all: [...checks, build, unit, ...client],
	unit: [build, unit],
	client,
};

async function prepareClient(): Promise<undefined> {
	process.env['ISNAD_VSIX'] = (await packageExtension()).path;
	await ensureVscode();
	await ensureBrowser();
}

async function hostTests(filter: readonly string[]): Promise<Counts> {
	const files = await filesOf('test/client/host/**/*.test.ts', filter);
	return files.length === 0 ? none : runHostTests(files, join(root, 'annotations/sample'));
}

async function nodeTests(pattern: string, filter: readonly string[]): Promise<Counts> {
	const files = await filesOf(pattern, filter);
	if (files.length === 0) return none;
	const counts = join(root, '.isnad-test', 'counts.json');
	await rm(counts, { force: true });
	const reporters = { spec: 'stdout', './build/countReporter.ts': counts };
	const code = await runHere(process.execPath, [
		...['--import', './build/hooks.ts', '--test'],
		...(pattern.startsWith('test/client/') ? ['--test-concurrency=1'] : []),
		...Object.entries(reporters).flatMap(([reporter, destination]) => [
			`--test-reporter=${reporter}`,
			`--test-reporter-destination=${destination}`,
		]),
		...files,
	]);
	const counted: Counts = JSON.parse(await readFile(counts, 'utf8'));
	return code === 0 || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

/** The files of a pattern that a filter chooses; those of test/client only if the pattern names that folder. */
async function filesOf(pattern: string, filter: readonly string[]): Promise<readonly string[]> {
	const files: string[] = [];
	for await (const file of glob(pattern, { cwd: root })) files.push(file.replaceAll('\\', '/'));
	return files
		.filter(file => pattern.startsWith('test/client/') || !file.startsWith('test/client/'))
		.filter(file => filter.length === 0 || filter.some(part => file.includes(part)))
		.sort();
}

async function npmScript(name: string): Promise<Counts | undefined> {
	const code = await runHere('npm', ['run', '--silent', name], { shell: process.platform === 'win32' });
	return code === 0 ? undefined : oneFailure;
}

const none: Counts = { passed: 0, failed: 0, skipped: 0 };
const oneFailure: Counts = { ...none, failed: 1 };

async function runLeg(leg: Leg, place: string, filter: readonly string[]): Promise<Counts> {
	const start = Date.now();
	console.log(`\n── ${place} ${leg.name}`);
	const counts = await leg.run(filter).catch((error: unknown) => {
		console.log(error instanceof Error ? error.message : error);
		return oneFailure;
	});
	const tests = counts === undefined ? '' : `: ${describe(counts)}`;
	console.log(`── ${counts?.failed ? 'FAILED' : 'done'} in ${seconds(start)}${tests}`);
	return counts ?? none;
}

function describe({ passed, failed, skipped }: Counts): string {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

process.chdir(root);
const [first = 'all', ...rest] = process.argv.slice(2);
const legs = selections[first] ?? selections['all'] ?? [];
const filter = first in selections ? rest : [first, ...rest];
await mkdir('.isnad-test', { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [index, leg] of legs.entries()) {
	const counts = await runLeg(leg, `${index + 1}/${legs.length}`, filter);
	total.passed += counts.passed;
	total.failed += counts.failed;
	total.skipped += counts.skipped;
}
if (total.passed + total.failed === 0) {
	say('No test was chosen.');
	total.failed = 1;
}
console.log(`\n${describe(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
