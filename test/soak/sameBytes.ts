/** The same texts on other threads, in another order, under other languages and clocks, in a browser's worker and without a network: the same bytes. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { benchTexts } from '../bench/texts.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { isnad } from './support/isnad.ts';
import { RawServer } from './support/rawServer.ts';
import { count, none, type Row, type SoakOptions, scaled } from './support/soak.ts';
import { WorkerServer } from './support/workerServer.ts';

export const name = 'The same bytes';

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const short = scale < 0.05;
	const { texts, of } = await benchTexts(scaled(3000, scale, 20));
	const lines = texts.map((text, index) => JSON.stringify({ id: `${index}`, text }));
	const expected = await suggested(lines);
	say('first run done');
	const shuffled = fc.sample(fc.shuffledSubarray(lines, { minLength: lines.length }), { numRuns: 1, seed })[0] ?? [];
	const runs: readonly (readonly [string, () => Promise<readonly string[]>])[] = [
		['8 threads', () => suggested(lines, { jobs: 8 })],
		['the articles in another order', async () => inOrderOfIds(await suggested(shuffled, { jobs: 2 }))],
		[
			'TZ=Asia/Riyadh, LANG=ar_SA.UTF-8',
			() => suggested(lines, { env: { TZ: 'Asia/Riyadh', ...locale('ar_SA.UTF-8') } }),
		],
		...(short
			? []
			: ([
					['2 threads', () => suggested(lines, { jobs: 2 })],
					['once more', () => suggested(lines)],
					[
						'TZ=Pacific/Apia, LANG=tr_TR.UTF-8',
						() => suggested(lines, { env: { TZ: 'Pacific/Apia', ...locale('tr_TR.UTF-8') } }),
					],
				] as const)),
	];
	const rows: Row[] = [];
	for (const [how, again] of runs) {
		rows.push(
			none(
				`articles of ${count(texts.length)} (${of}) that \`isnad suggest\` answers otherwise: ${how}`,
				differing(await again(), expected),
				texts.length,
				'articles',
			),
		);
		say(how);
	}
	const few = texts.slice(0, scaled(300, scale, 5));
	rows.push(
		none(
			'documents that the server in a web worker answers otherwise than the one in Node',
			await inWorker(few),
			few.length,
			'documents',
		),
	);
	return [...rows, ...(await withoutNetwork(lines.slice(0, 200), expected.slice(0, 200), few))];
}

interface Ways {
	readonly jobs?: number;
	readonly env?: Readonly<Record<string, string>>;
	readonly under?: readonly string[];
}

/** A line of output for each article. */
async function suggested(
	lines: readonly string[],
	{ jobs = 1, env = {}, under = [] }: Ways = {},
): Promise<readonly string[]> {
	const stdin = `${lines.join('\n')}\n`;
	const { code, stdout, stderr } = await isnad(['suggest', '--stdin-jsonl', '--jobs', `${jobs}`], {
		stdin,
		env,
		under,
	});
	return code === 0 ? stdout.split('\n').slice(0, -1) : [`exit code ${code}: ${stderr}`];
}

function locale(language: string): Readonly<Record<string, string>> {
	return { LANG: language, LC_ALL: language };
}

function inOrderOfIds(lines: readonly string[]): readonly string[] {
	return lines
		.map(line => ({ line, id: Number(JSON.parse(line).id) }))
		.sort((a, b) => a.id - b.id)
		.map(({ line }) => line);
}

function differing(found: readonly string[], expected: readonly string[]): readonly string[] {
	const wrong = expected.filter((line, index) => line !== found[index]);
	return found.length === expected.length ? wrong : [`${found.length} lines for ${expected.length}`, ...wrong];
}

/** The documents whose whole answer differs between the two programs. */
async function inWorker(texts: readonly string[]): Promise<readonly string[]> {
	const inNode = await documents(new RawServer(), texts);
	const worker = await documents(new WorkerServer(), texts);
	return differing(worker, inNode);
}

async function documents(server: RawServer | WorkerServer, texts: readonly string[]): Promise<readonly string[]> {
	const files = Object.fromEntries(texts.map((text, index) => [`${index}.txt`, text]));
	const root = await temporaryCorpus({ files: { ...files, 'annotations/corpus.yaml': 'isnad: 1\n' } });
	try {
		await server.start(root);
		const answers: string[] = [];
		for (const [index, text] of texts.entries()) {
			const uri = pathToFileURL(join(root, `${index}.txt`)).href;
			server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'arabic-news', version: 1, text } });
			const asked = server.request('isnad/document', { uri });
			await server.settled();
			server.notify('textDocument/didClose', { textDocument: { uri } });
			answers.push(JSON.stringify(server.answers.get(asked)).replaceAll(pathToFileURL(root).href, ''));
		}
		return answers;
	} finally {
		server.kill();
		await rm(root, { recursive: true, force: true });
	}
}

/** In a network of its own without any device; no row where the system does not let us. */
async function withoutNetwork(
	lines: readonly string[],
	expected: readonly string[],
	texts: readonly string[],
): Promise<readonly Row[]> {
	const under = ['unshare', '-rn'];
	const permitted =
		process.platform === 'linux' && (await isnad(['--version'], { under }).catch(() => undefined))?.code === 0;
	if (!permitted) return [];
	const printed = differing(await suggested(lines, { under, jobs: 2 }), expected);
	const served = differing(await documents(new RawServer(under), texts), await documents(new RawServer(), texts));
	return [
		none('articles that `isnad suggest` answers otherwise without a network', printed, lines.length, 'articles'),
		none('documents that the server answers otherwise without a network', served, texts.length, 'documents'),
	];
}
