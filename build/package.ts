/** `npm run package`: builds for production and makes isnad-<version>.vsix from the allow list in .vscodeignore. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './esbuild.ts';
import { run } from './processes.ts';
import { say, step } from './progress.ts';

const root = join(import.meta.dirname, '..');

export interface Package {
	/** Absolute path of the .vsix. */
	readonly path: string;
	readonly files: readonly string[];
	readonly bytes: number;
}

/** Builds dist/ as it ships and packs it. Throws with words for the user when the result may not ship. */
export async function packageExtension(): Promise<Package> {
	const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
	const path = join(root, `${name}-${version}.vsix`);
	process.chdir(root);
	await step('Building for production', () => bundle({ production: true }));
	const listed = await vsce(['ls', '--no-dependencies']);
	const files = listed.split('\n').filter(line => line !== '');
	await step(`Packing ${name}-${version}.vsix`, () =>
		vsce(['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', path]),
	);
	const made = { path, files, bytes: (await stat(path)).size };
	const problems = packageProblems(made);
	if (problems.length > 0) throw new Error(`This package may not ship:\n${problems.join('\n')}`);
	return made;
}

const mostBytes = 12 * 1024 * 1024;

/** Why a package with these files may not ship; empty when it may. */
export function packageProblems({ files, bytes }: Pick<Package, 'files' | 'bytes'>): readonly string[] {
	const foreign = files.filter(file => /(^|\/)node_modules\/|\.map$|\.ts$|^test\//.test(file));
	const missing = ['package.json', 'README.md', 'LICENSE', 'dist/extension.js', 'dist/package.json'].filter(
		file => !files.includes(file),
	);
	return [
		...foreign.map(file => `${file} does not belong in it`),
		...missing.map(file => `${file} is missing`),
		...(bytes > mostBytes ? [`it is larger than 12 MB: ${megabytes(bytes)}`] : []),
	];
}

async function vsce(args: readonly string[]): Promise<string> {
	const script = fileURLToPath(new URL('../vsce', import.meta.resolve('@vscode/vsce')));
	const ended = await run(process.execPath, [script, ...args], { cwd: root });
	if (ended.code !== 0) throw new Error(`vsce ${args[0]} failed:\n${ended.output}`);
	return ended.stdout;
}

function megabytes(bytes: number): string {
	return `${(bytes / 1024 / 1024).toFixed(2)} MB`;
}

if (import.meta.main) {
	try {
		const { path, files, bytes } = await packageExtension();
		for (const file of files) console.log(`  ${file}`);
		console.log(`${path}: ${files.length} files, ${megabytes(bytes)}`);
	} catch (error) {
		say(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}
