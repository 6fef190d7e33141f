import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { runHere } from './runHere.ts';

async function check(args: string, code: number, stdout: RegExp, stderr: RegExp): Promise<void> {
	const printed = await runHere(args.split(' ').filter(arg => arg !== ''));
	assert.equal(printed.code, code, args);
	assert.match(printed.stdout, stdout, args);
	assert.match(printed.stderr, stderr, args);
}

const nothing = /^$/;

suite('command line', () => {
	test('lists the commands', () => check('--help', 0, /suggest +print[\s\S]*eval +score/, nothing));
	test('lists them, as wrong use, when nothing is asked', () => check('', 2, nothing, /usage: isnad COMMAND/));
	test('tells its version', () => check('--version', 0, /^1\.2\.3\n$/, nothing));
	test('explains a command', async () => {
		for (const args of ['suggest --help', 'suggest -h', 'help suggest', 'suggest a.txt --help']) {
			await check(args, 0, /^isnad suggest: .*\n\nusage: isnad suggest PATH/, nothing);
		}
	});
	test('refuses an unknown command', () =>
		check('guess', 2, nothing, /^isnad: Unknown command 'guess'; see: isnad --help\n$/));
	test('refuses an unknown option', async () => {
		await check('--fast', 2, nothing, /^isnad: Unknown option '--fast'; see: isnad --help\n$/);
		await check('suggest --fast', 2, nothing, /^isnad: Unknown option '--fast'; see: isnad suggest --help\n$/);
		await check('eval --fast', 2, nothing, /^isnad: Unknown option '--fast'; see: isnad eval --help\n$/);
	});
	test('refuses wrong values', async () => {
		await check('suggest', 2, nothing, /Name a file or a folder/);
		await check('suggest a --jobs 0', 2, nothing, /--jobs takes a number/);
		await check('suggest a --jobs', 2, nothing, /argument missing/);
		await check('suggest a --format xml', 2, nothing, /There is no format 'xml'; there are jsonl and conll/);
		await check('suggest a --encoding x', 2, nothing, /There is no encoding 'x'/);
		await check('suggest a --stdin-jsonl', 2, nothing, /neither paths nor --encoding/);
		await check('eval', 2, nothing, /Name a folder/);
		await check('eval a b c', 2, nothing, /Name a folder/);
		await check('eval no-such-folder', 2, nothing, /no-such-folder: there is no such file or folder/);
	});
});
