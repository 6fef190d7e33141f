import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryCorpus } from './temporaryCorpus.ts';

const run = promisify(execFile);

/** One file with its two successors, and what its name is below the corpus. */
export interface Pair {
	readonly path: string;
	readonly base: string;
	readonly mine: string;
	readonly theirs: string;
}

export interface MergedPair {
	readonly path: string;
	/** git left it to be settled by hand. */
	readonly conflict: boolean;
	readonly source: string;
}

/** git in a folder, with nothing of the machine's own settings. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
	const env = {
		...process.env,
		GIT_CONFIG_GLOBAL: '/dev/null',
		GIT_CONFIG_SYSTEM: '/dev/null',
		GIT_AUTHOR_NAME: 'a',
		GIT_AUTHOR_EMAIL: 'a@example.org',
		GIT_COMMITTER_NAME: 'a',
		GIT_COMMITTER_EMAIL: 'a@example.org',
	};
	const { stdout } = await run('git', ['-C', folder, ...args], { env, maxBuffer: 2 ** 28 });
	return stdout;
}

/** A corpus in a git repository of its own, nothing committed. Remove it afterwards. */
export async function gitCorpus(files: Readonly<Record<string, string>>): Promise<string> {
	const folder = await temporaryCorpus({ files: { 'annotations/corpus.yaml': 'isnad: 1\n', ...files } });
	await git(folder, 'init', '-q', '-b', 'main');
	return folder;
}

/** Merges all pairs with one real `git merge`; `prepare` is done to the repository before. */
export async function mergePairs(
	pairs: readonly Pair[],
	prepare: (folder: string) => Promise<unknown> = async () => undefined,
): Promise<readonly MergedPair[]> {
	const folder = await gitCorpus({});
	try {
		await prepare(folder);
		const commit = async (side: 'base' | 'mine' | 'theirs'): Promise<void> => {
			for (const pair of pairs) {
				const file = join(folder, pair.path);
				await mkdir(dirname(file), { recursive: true });
				await writeFile(file, pair[side]);
			}
			await git(folder, 'add', '-A');
			await git(folder, 'commit', '-q', '--allow-empty', '-m', side);
		};
		await commit('base');
		await git(folder, 'checkout', '-q', '-b', 'theirs');
		await commit('theirs');
		await git(folder, 'checkout', '-q', 'main');
		await commit('mine');
		await git(folder, 'merge', '-q', '-m', 'both', 'theirs').catch(() => undefined);
		const left = new Set((await git(folder, 'diff', '--name-only', '-z', '--diff-filter=U')).split('\0'));
		return await Promise.all(
			pairs.map(async ({ path }) => ({
				path,
				conflict: left.has(path),
				source: await readFile(join(folder, path), 'utf8'),
			})),
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
