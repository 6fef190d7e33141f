import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { FileProblem } from '../../server/src/core/fileProblem.ts';
import type { Files } from '../../server/src/core/ports.ts';
import { schemeFiles } from '../../server/src/lsp/schemeFiles.ts';

/** Files that only say who was asked for what. */
function asked(who: string, log: string[]): Files {
	const note = (what: string) => async (uri: string) => {
		log.push(`${who}: ${what} ${uri}`);
	};
	return {
		read: async uri => void (await note('read')(uri)),
		write: note('write'),
		replace: async uri => note('replace')(uri).then(() => true),
		remove: note('remove'),
		tidy: note('tidy'),
		list: async uri => note('list')(uri).then(() => []),
		real: async uri => void (await note('real')(uri)),
	};
}

/** Who is asked for a uri, where these are at hand. */
async function check(
	atHand: { readonly host: boolean; readonly client: boolean },
	uri: string,
	who: string,
): Promise<void> {
	const log: string[] = [];
	const files = schemeFiles(
		atHand.host ? asked('host', log) : undefined,
		atHand.client ? asked('client', log) : undefined,
	);
	await files.read(uri);
	await files.write(uri, new Uint8Array());
	await files.replace(uri, undefined, new Uint8Array());
	await files.remove(uri);
	await files.tidy(uri);
	await files.list(uri);
	await files.real(uri);
	assert.deepEqual(
		log,
		['read', 'write', 'replace', 'remove', 'tidy', 'list', 'real'].map(what => `${who}: ${what} ${uri}`),
	);
}

async function checkNobody(atHand: { readonly host: boolean }, uri: string): Promise<void> {
	const log: string[] = [];
	const files = schemeFiles(atHand.host ? asked('host', log) : undefined, undefined);
	assert.equal(await files.read(uri), undefined);
	assert.deepEqual(await files.list(uri), []);
	assert.equal(await files.real(uri), undefined);
	await files.remove(uri);
	await files.tidy(uri);
	await assert.rejects(
		files.replace(uri, undefined, new Uint8Array()),
		error => error instanceof FileProblem && error.uri === uri,
	);
	await assert.rejects(files.write(uri, new Uint8Array()), error => error instanceof FileProblem && error.uri === uri);
	assert.deepEqual(log, []);
}

suite('files by scheme', () => {
	test('on the disk are the host’s, where it can reach them', async () => {
		await check({ host: true, client: true }, 'file:///c/a.txt', 'host');
		await check({ host: true, client: false }, 'file:///c/a.txt', 'host');
		await check({ host: false, client: true }, 'file:///c/a.txt', 'client');
	});

	test('anywhere else are the client’s', async () => {
		await check({ host: true, client: true }, 'vscode-vfs://github/o/r/a.txt', 'client');
		await check({ host: true, client: true }, 'files:///c/a.txt', 'client');
	});

	test('that nobody can reach are not there, and cannot be written', async () => {
		await checkNobody({ host: true }, 'vscode-vfs://github/o/r/a.txt');
		await checkNobody({ host: false }, 'file:///c/a.txt');
	});
});
