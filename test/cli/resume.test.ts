import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { runHere } from './runHere.ts';

const article = 'قال وزير الخارجية سامح شكري يوم الخميس في القاهرة: «لن نسمح بذلك».';
const root = await temporaryCorpus({
	files: {
		'news/a "quoted" name.txt': article,
		'news/b.txt': Buffer.from('dec7e120c7e1e6d2edd1', 'hex'),
		'news/c.txt': `${article}\n${article}`,
		'news/d.txt': '',
	},
});
after(() => rm(root, { recursive: true, force: true }));

const out = join(root, 'out.jsonl');
const lines = [
	'{"id":"a\\"\\\\","text":"قال"}',
	'',
	'ليس كذلك',
	'{"id":7,"text":""}',
	'{"id":"a\\"\\\\","text":"نعم"}',
].join('\n');

/** Whatever is left of the output, going on gives the output of one run. */
async function check(args: readonly string[], stdin: string): Promise<void> {
	await runHere(['suggest', ...args, '--output', out], stdin);
	const whole = await readFile(out);
	assert.ok(whole.length > 100);
	for (let size = 0; size <= whole.length; size += size < 20 ? 1 : 23) {
		await writeFile(out, whole.subarray(0, size));
		await runHere(['suggest', ...args, '--output', out, '--resume'], stdin);
		assert.ok((await readFile(out)).equals(whole), `cut at ${size}`);
	}
	await rm(out);
	await runHere(['suggest', ...args, '--output', out, '--resume'], stdin);
	assert.ok((await readFile(out)).equals(whole), 'begun anew');
}

async function checkRefused(args: readonly string[], stdin: string, message: RegExp): Promise<void> {
	const { code, stderr } = await runHere(['suggest', ...args], stdin);
	assert.equal(code, 2, stderr);
	assert.match(stderr, message);
}

suite('suggest --resume', () => {
	test('goes on with files behind the last whole line', () => check([join(root, 'news')], ''));

	test('goes on with lines of input behind the last whole line', () => check(['--stdin-jsonl'], lines));

	test('keeps an output that was made from something else', async () => {
		for (const other of ['{"id":"x","entities":[]}\n', 'قال\n', '{"id":\n']) {
			await writeFile(out, other);
			await checkRefused([join(root, 'news'), '--output', out, '--resume'], '', /was not made from this input/);
			await checkRefused(['--stdin-jsonl', '--output', out, '--resume'], lines, /was not made from this input/);
			assert.equal(await readFile(out, 'utf8'), other);
		}
	});

	test('needs a file of JSON lines', async () => {
		await checkRefused(['--stdin-jsonl', '--resume'], '', /--resume goes with --output/);
		await checkRefused(['--stdin-jsonl', '--resume', '--output', out, '--format', 'conll'], '', /--format jsonl/);
	});
});
