import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { until } from '../../support/until.ts';

test('npm start serves the sample corpus and ends when told to', async () => {
	const env = { ...process.env, ISNAD_START: 'print' };
	const child = spawn(process.execPath, ['build/start.ts'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	let printed = '';
	child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
		printed += chunk;
	});
	try {
		const address = await until('it prints an address', () => printed.match(/^http:\/\/\S+$/m)?.[0]);
		assert.match(decodeURIComponent(address), /folder=.*annotations\/sample$/);
		const page = await fetch(address);
		assert.equal(page.status, 200);
		assert.match(await page.text(), /workbench/);
	} finally {
		child.stdin.end();
	}
	assert.deepEqual(await ended, [0, null]);
});
