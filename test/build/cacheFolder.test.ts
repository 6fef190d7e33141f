import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { cacheFolder, installOnce } from '../../build/cacheFolder.ts';

describe('installing once', () => {
	let base = '';
	before(async () => {
		base = await mkdtemp(join(tmpdir(), 'isnad-cache-'));
	});
	after(() => rm(base, { recursive: true }));

	const fill = (content: string) => (folder: string) => writeFile(join(folder, 'file'), content);

	test('keeps the first install', async () => {
		const target = join(base, 'kept');
		await installOnce(target, fill('first'));
		await installOnce(target, fill('second'));
		assert.equal(await readFile(join(target, 'file'), 'utf8'), 'first');
	});

	test('does not count one that failed, and leaves nothing of it', async () => {
		const target = join(base, 'failed');
		const fail = async (folder: string): Promise<void> => {
			await fill('half')(folder);
			throw new Error('interrupted');
		};
		await assert.rejects(installOnce(target, fail), /interrupted/);
		assert.deepEqual(
			(await readdir(base)).filter(name => name.startsWith('failed')),
			[],
		);
		await installOnce(target, fill('whole'));
		assert.equal(await readFile(join(target, 'file'), 'utf8'), 'whole');
	});

	test('installs once when several ask at the same time', async () => {
		const target = join(base, 'shared');
		let installs = 0;
		const count = async (folder: string): Promise<void> => {
			installs++;
			await fill('one')(folder);
		};
		await Promise.all([installOnce(target, count), installOnce(target, count), installOnce(target, count)]);
		assert.equal(installs, 1);
	});

	test('takes over from a run that is gone', async () => {
		const target = join(base, 'abandoned');
		const deadPid = 2 ** 22 + 1;
		await writeFile(`${target}.lock`, String(deadPid));
		await mkdir(`${target}.part-${deadPid}-x`);
		await installOnce(target, fill('mine'));
		assert.deepEqual(
			(await readdir(base)).filter(name => name.startsWith('abandoned')),
			['abandoned'],
		);
	});

	test('takes over from a lock that is hours old', async () => {
		const target = join(base, 'old');
		await writeFile(`${target}.lock`, String(process.pid));
		await utimes(`${target}.lock`, 0, 0);
		await installOnce(target, fill('mine'));
		assert.equal(await readFile(join(target, 'file'), 'utf8'), 'mine');
	});
});

test('the cache follows XDG_CACHE_HOME', () => {
	assert.equal(cacheFolder('vscode', { XDG_CACHE_HOME: '/somewhere' }), join('/somewhere', 'isnad', 'vscode'));
});
