import assert from 'node:assert/strict';
import { readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { runHere } from './runHere.ts';

const article = 'قال وزير الخارجية سامح شكري يوم الخميس في القاهرة: «لن نسمح بذلك».';
const windows1256 = Buffer.from('dec7e120c7e1e6d2edd1', 'hex');

const root = await temporaryCorpus({
	files: {
		'b.txt': article,
		'a.txt': `\ufeff${article}\r\n${article}`,
		'a/z.txt': article,
		'a-1.txt': article,
		'a/notes.md': 'x',
		'.git/x.txt': 'x',
		'empty/readme': '',
		'old/damaged.txt': windows1256,
	},
});
after(() => rm(root, { recursive: true, force: true }));

/** Ids of the lines printed, as paths below the temporary folder, and stderr without it. */
async function suggest(...args: readonly string[]) {
	const { code, stdout, stderr } = await runHere(['suggest', ...args.map(arg => arg.replace('@', root))]);
	const lines = stdout.split('\n').slice(0, -1);
	const documents = lines.map(line => JSON.parse(line));
	const ids = documents.map(({ id }) => id.replace(root, '@'));
	return { code, ids, documents, stderr: stderr.replaceAll(root, '@') };
}

suite('suggest', () => {
	test('names a file as it was given', async () => {
		const { code, ids, stderr } = await suggest('@/b.txt', '@/./a/../b.txt');
		assert.deepEqual([code, ids, stderr], [0, ['@/b.txt', '@/./a/../b.txt'], '']);
	});

	test('walks a folder for texts in the order of their paths', async () => {
		await symlink(join(root, 'b.txt'), join(root, 'a/link.txt'));
		const { ids } = await suggest('@');
		assert.deepEqual(ids, ['@/a-1.txt', '@/a.txt', '@/a/link.txt', '@/a/z.txt', '@/b.txt']);
		assert.deepEqual((await suggest('@/a/')).ids, ['@/a/link.txt', '@/a/z.txt']);
	});

	test('finds nothing in a folder without texts', async () => {
		assert.deepEqual((await suggest('@/empty')).ids, []);
	});

	test('goes on after what cannot be read', async () => {
		const { code, ids, stderr } = await suggest('@/c.txt', '@/b.txt');
		assert.deepEqual([code, ids, stderr], [1, ['@/b.txt'], '@/c.txt: there is no such file or folder\n']);
	});

	test('refuses undecodable input and says which encoding to try', async () => {
		const { code, ids, stderr } = await suggest('@/old/damaged.txt', '@/b.txt');
		assert.deepEqual([code, ids], [1, ['@/b.txt']]);
		assert.match(stderr, /^@\/old\/damaged\.txt: .*utf-8.* \(--encoding windows-1256\)\n$/);
		assert.deepEqual((await suggest('@/old', '--encoding', 'windows-1256')).ids, ['@/old/damaged.txt']);
	});

	test('cuts every span from the text without its mark, line ends as given', async () => {
		const { documents } = await suggest('@/a.txt');
		const text = [...(await readFile(join(root, 'a.txt'), 'utf8')).slice(1)];
		const spans = documents.flatMap(({ entities, statements }) => [
			...entities,
			...statements.flatMap((statement: Record<string, unknown>) => [
				...((statement['content'] as unknown[]) ?? []),
				...['cue', 'speaker', 'via'].flatMap(key => statement[key] ?? []),
			]),
		]);
		for (const span of spans) {
			assert.equal(text.slice(span.start, span.end).join(''), span.text);
		}
	});

	test('writes into a file', async () => {
		const target = join(root, 'empty/out.jsonl');
		const { code, ids } = await suggest('@/b.txt', '--output', target);
		assert.deepEqual([code, ids], [0, []]);
		assert.match(await readFile(target, 'utf8'), /^\{"id":"[^\n]*b\.txt".*\}\n$/);
	});

	test('says why it cannot write', async () => {
		const { code, stderr } = await suggest('@/b.txt', '--output', '@/no-folder/out.jsonl');
		assert.equal(code, 1);
		assert.match(stderr, /^isnad: .*no-folder/);
	});

	test('prints CoNLL', async () => {
		const { stdout } = await runHere(['suggest', join(root, 'b.txt'), '--format', 'conll']);
		assert.match(stdout, /^-DOCSTART- -X- O O\n\nقال _ O /);
	});
});

/** What one line of input gives; `…` stands for the suggestions. */
async function lines(input: string | readonly Uint8Array[], ...args: readonly string[]) {
	const { code, stdout, stderr } = await runHere(['suggest', '--stdin-jsonl', ...args], input);
	return {
		code,
		stderr,
		lines: stdout
			.replace(/,"entities":.*/g, ' …')
			.split('\n')
			.slice(0, -1),
	};
}

suite('suggest for lines of JSON', () => {
	test('answers each line in order', async () => {
		const input = '{"id":"b","text":"قال"}\n{"text":"","id":7,"more":[]}\n';
		assert.deepEqual(await lines(input), { code: 0, stderr: '', lines: ['{"id":"b" …', '{"id":7 …'] });
	});

	test('answers a bad line with an error in its place', async () => {
		const input = [
			'{"id":"a","text":"قال"}',
			'قال',
			'[]',
			'{"text":"x"}',
			'{"id":"d","text":3}',
			'{"id":"e","text":"x"}',
		];
		assert.deepEqual(await lines(input.join('\n')), {
			code: 1,
			stderr: [
				'line 2: is not JSON',
				'line 3: is not a JSON object',
				'line 4: "id" must be a string or a number',
				'line 5: "text" must be a string',
				'',
			].join('\n'),
			lines: [
				'{"id":"a" …',
				'{"id":null,"error":"is not JSON"}',
				'{"id":null,"error":"is not a JSON object"}',
				'{"id":null,"error":"\\"id\\" must be a string or a number"}',
				'{"id":"d","error":"\\"text\\" must be a string"}',
				'{"id":"e" …',
			],
		});
	});

	test('refuses a text that was decoded wrongly', async () => {
		const { code, lines: printed } = await lines('{"id":"a","text":"\ufffd\ufffd\ufffd \ufffd"}');
		assert.deepEqual([code, printed.length], [1, 1]);
		assert.match(printed[0] ?? '', /"id":"a","error":".*encoding/);
	});

	test('skips blank lines, and bears a mark, CRLF and a missing last line end', async () => {
		const input = '\ufeff{"id":1,"text":""}\r\n\r\n{"id":2,"text":""}';
		assert.deepEqual(await lines(input), { code: 0, stderr: '', lines: ['{"id":1 …', '{"id":2 …'] });
	});

	test('does not mind where the stream is cut', async () => {
		const bytes = Buffer.from('{"id":1,"text":"قال"}\nقال\n{"id":3,"text":"قال"}');
		const whole = await lines([bytes]);
		for (let size = 1; size < bytes.length; size += 3) {
			const cuts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
				bytes.subarray(i * size, (i + 1) * size),
			);
			assert.deepEqual(await lines(cuts), whole, `chunks of ${size}`);
		}
	});

	test('reads nothing', async () => {
		assert.deepEqual(await lines(''), { code: 0, stderr: '', lines: [] });
	});
});
