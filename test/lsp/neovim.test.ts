import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const found = spawnSync('nvim', ['--version']).status === 0;

test('a real second editor, Neovim, shows names, accepts one and is pushed diagnostics', async context => {
	if (!found) {
		assert.notEqual(process.env['ISNAD_REQUIRE_NVIM'], '1', 'nvim is required here and is not on the path');
		context.diagnostic('nvim is not on this machine: nothing was tested');
		return;
	}
	// A right-to-left override in the text, so that there is something to report.
	const files = {
		'annotations/corpus.yaml': 'isnad: 1\n',
		'news/probe.txt': 'قال مصطفى الكاظمي في بغداد إن \u202Eالعمل\u202C مستمر.\n',
	};
	const folder = await temporaryCorpus({ files });
	try {
		const article = path.join(folder, 'news', 'probe.txt');
		const run = spawnSync(
			'nvim',
			['--headless', '-u', 'NONE', '-c', `luafile ${path.join(root, 'test/support/probe.lua')}`],
			{
				encoding: 'utf8',
				timeout: 60_000,
				env: {
					...process.env,
					ISNAD_SERVER: path.join(root, 'dist/server.node.js'),
					ISNAD_ARTICLE: article,
					ISNAD_ROOT: folder,
					ISNAD_NODE: process.execPath,
				},
			},
		);
		const said = new Map<string, unknown>();
		for (const line of run.stdout.split('\n').filter(line => line.startsWith('{'))) {
			const { name, value } = JSON.parse(line) as { name: string; value: unknown };
			said.set(name, value);
		}
		assert.equal(said.get('failed'), undefined, run.stdout + run.stderr);
		const first = said.get('first') as { id: string; text: string; status: string };
		const hover = said.get('hover') as { contents: { value: string } };
		assert.equal(first.status, 'suggested');
		assert.ok(hover.contents.value.includes(first.text), hover.contents.value);
		assert.ok((said.get('symbols') as number) > 0);
		assert.deepEqual((said.get('accepted') as { problems: unknown[] }).problems, []);
		assert.equal((said.get('after') as { status: string }).status, 'confirmed');
		assert.equal(said.get('pushed'), true);
		assert.ok((said.get('diagnostics') as string[]).includes('bidi-override'), JSON.stringify(said.get('diagnostics')));
		assert.equal(said.get('stopped'), true);
		const sidecar = readFileSync(path.join(folder, 'annotations/news/probe.txt.yaml'), 'utf8');
		assert.ok(sidecar.includes(`exact: ${first.text}`), sidecar);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
