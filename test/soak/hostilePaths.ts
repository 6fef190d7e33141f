/** Paths and links that lead out of a corpus, through the file port, the server and the command line: nothing outside is read or changed. */
import { mkdir, readdir, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rootedFiles } from '../../server/src/core/corpus/rootedFiles.ts';
import { readSettings } from '../../server/src/lsp/settings.ts';
import { nodeFiles } from '../../server/src/node/nodeFiles.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { isnad } from './support/isnad.ts';
import { RawServer } from './support/rawServer.ts';
import { none, type Row, type SoakOptions, scaled } from './support/soak.ts';

export const name = 'Paths that lead out of a corpus';

/** Stands in every file outside, and nowhere else. */
const secret = 'مكنونسري';
const inside = 'قال سعاد إن القرار نهائي اليوم.\n';

/** Behind the corpus' uri, letter for letter as a client could send them. */
const uris: readonly string[] = [
	...['../secret.txt', '../secret/a.txt', 'news/../../secret.txt', './../secret.txt', 'news/../../secret/a.txt'],
	...[
		'..',
		'../',
		'../corpus-twin/a.txt',
		'-twin/a.txt',
		'../CORPUS/../secret.txt',
		'/../secret.txt',
		'news//../../secret.txt',
	],
	...[
		'%2e%2e/secret.txt',
		'%2E%2E%2Fsecret.txt',
		'..%2fsecret.txt',
		'news%2f..%2f..%2fsecret.txt',
		'%252e%252e/secret.txt',
	],
	...['..%5csecret.txt', '..\\secret.txt', 'news\\..\\..\\secret.txt', '%c0%ae%c0%ae/secret.txt', '..%00/secret.txt'],
	...[
		'news/a.txt%00../../secret.txt',
		'%00',
		'../secret.txt%00.txt',
		'../secret.txt?x',
		'../secret.txt#x',
		'..;/secret.txt',
	],
	...[
		'C:%5csecret.txt',
		'C:/secret.txt',
		'//host/share/secret.txt',
		'%5c%5c%3f%5cC:%5csecret.txt',
		'%5c%5chost%5cshare%5ca.txt',
	],
	...['. ./secret.txt', '.../secret.txt', '..%20/secret.txt', '.. /secret.txt', '%ED%A0%80/a.txt', '%', '%zz/a.txt'],
	...[
		'link.txt',
		'news/link.txt',
		'out/a.txt',
		'chain/a.txt',
		'up/secret.txt',
		'circle/a.txt',
		'nowhere/a.txt',
		'out/new/b.txt',
	],
	...['news/link.txt/../../../secret.txt', 'in/../../secret.txt', 'out/../secret.txt', 'annotations/out/a.txt.yaml'],
	...[
		'annotations/linked.yaml',
		'x'.repeat(300),
		`${'x/'.repeat(150)}../../secret.txt`,
		`../${'x'.repeat(300)}/../secret.txt`,
	],
];

/** Odd names of files that are in the corpus: served as what they are, or refused, and nothing else. */
const names: readonly string[] = [
	...[
		'news/A.TXT',
		'news/a.txt',
		'news/مقال.txt',
		'news/مقال آخر.txt',
		'news/\u0622راء.txt',
		'news/\u0627\u0653راء.txt',
	],
	...[
		'news/100%.txt',
		'news/a#b.txt',
		'news/a?b.txt',
		'news/%2e%2e.txt',
		'news/a;b.txt',
		'news/-rf.txt',
		'news/~.txt',
		'news/$HOME.txt',
	],
	...[
		'gold/a.txt',
		'by/mona/a.txt',
		`news/${'س'.repeat(120)}.txt`,
		'news/con.txt',
		'news/a\u202etxt.txt',
		'news/__proto__.txt',
	],
];

/** What files of a corpus may say of paths: globs, schemes, encodings, texts of sidecars, titles of other tools' documents. */
const said: readonly string[] = [
	...[
		'../secret.txt',
		'../../secret.txt',
		'../secret/*',
		'/etc/passwd',
		'/',
		'~/secret.txt',
		'..',
		'.',
		'../**',
		'news/../../**',
	],
	...[
		'C:\\secret.txt',
		'\\\\?\\C:\\secret.txt',
		'\\\\host\\share\\a.txt',
		'..\\secret.txt',
		'file:///etc/passwd',
		'%2e%2e/secret.txt',
	],
	...[
		'a\0../secret.txt',
		'out/a.txt',
		'link.txt',
		'x'.repeat(300),
		'annotations/corpus.yaml',
		'.git/config',
		'annotations/../../secret.txt',
	],
];

/** Names that a user or a settings file in the folder could give an annotator. */
const annotators: readonly string[] = [
	...[
		'..',
		'../..',
		'../../secret',
		'/tmp',
		'a/b',
		'C:',
		'\\\\host',
		'a\\..\\b',
		'.hidden',
		'a\0b',
		'%2e%2e/x',
		'gold',
		'x'.repeat(300),
	],
	...['../by', ' .. ', 'mona/../../..', 'con:', 'a|b', '\u202e..', '..\u0000'],
];

export async function run({ scale, say }: SoakOptions): Promise<readonly Row[]> {
	const home = await temporaryCorpus({ files: { ...outsideFiles(), ...corpusFiles() } });
	try {
		await makeLinks(home);
		const before = await outside(home);
		const changed: string[] = [];
		const leaked: string[] = [];
		const look = async (what: string, ...told: readonly string[]): Promise<void> => {
			if (told.some(words => words.includes(secret))) leaked.push(what);
			if ((await outside(home)) !== before) changed.push(what);
		};
		const ported = await throughPort(home, look);
		say('file port done');
		await throughServer(home, look);
		say('server done');
		const printed = await throughCommands(home, look);
		say('commands done');
		const cases = uris.length + names.length + said.length + annotators.length;
		return [
			none('paths, names and settings by which a file outside was read', leaked, cases, 'cases'),
			none('by which a file outside was made, changed or removed', changed, cases, 'cases'),
			none('of those that lead out, not refused by the file port', ported, uris.length, 'uris'),
			none('names of annotators that are no name of one folder, taken', takenNames(), annotators.length, 'names'),
			none('runs of the command line that failed otherwise than by a message', printed, said.length, 'corpora'),
			await race(scaled(5000, scale, 100)),
		];
	} finally {
		await rm(home, { recursive: true, force: true });
	}
}

function outsideFiles(): Readonly<Record<string, string>> {
	return {
		'secret.txt': `${secret}\n`,
		'secret/a.txt': `قال ${secret} إن.\n`,
		'secret/entities.yaml': `isnad: 1\nentities:\n  - { key: k, label: PER, name: ${secret} }\n`,
		'secret/a.txt.yaml': `isnad: 1\nlabels: { topic: ${secret} }\nrecords: []\n`,
		'corpus-twin/a.txt': `${secret}\n`,
	};
}

function corpusFiles(): Readonly<Record<string, string>> {
	const files = Object.fromEntries(names.map(path => [`corpus/${path}`, inside]));
	return { ...files, 'corpus/annotations/corpus.yaml': 'isnad: 1\n', 'corpus/in/b.txt': inside };
}

async function makeLinks(home: string): Promise<void> {
	const links: Readonly<Record<string, string>> = {
		'link.txt': 'secret.txt',
		'news/link.txt': 'secret/a.txt',
		out: 'secret',
		chain: 'corpus/out',
		up: '.',
		circle: 'corpus/circle',
		nowhere: 'not-yet',
		'annotations/out': 'secret',
		'annotations/linked.yaml': 'secret/a.txt.yaml',
		'annotations/entities.yaml': 'secret/entities.yaml',
		'annotations/by': 'secret',
	};
	for (const [link, target] of Object.entries(links)) {
		await symlink(join(home, target), join(home, 'corpus', link), /\.\w+$/.test(target) ? 'file' : 'junction');
	}
}

/** Everything outside the corpus, as one string: names and contents. */
async function outside(home: string): Promise<string> {
	const entries = await readdir(home, { recursive: true, withFileTypes: true });
	const files = entries
		.map(entry => ({ entry, path: join(entry.parentPath, entry.name) }))
		.filter(({ path }) => path !== join(home, 'corpus') && !path.startsWith(join(home, 'corpus/')))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
	const told = await Promise.all(
		files.map(async ({ entry, path }) => `${path}\n${entry.isFile() ? await readFile(path, 'utf8') : ''}`),
	);
	return told.join('\n');
}

type Look = (what: string, ...told: readonly string[]) => Promise<void>;

/** The uris that the file port did not refuse although they lead out. */
async function throughPort(home: string, look: Look): Promise<readonly string[]> {
	const root = pathToFileURL(join(home, 'corpus')).href;
	const files = rootedFiles(nodeFiles, root);
	const content = new TextEncoder().encode('written');
	const served: string[] = [];
	for (const path of uris) {
		const uri = path.startsWith('-') ? `${root}${path}` : `${root}/${path}`;
		const told = async (action: Promise<unknown>): Promise<string> =>
			action.then(
				answer => (answer instanceof Uint8Array ? new TextDecoder().decode(answer) : (JSON.stringify(answer) ?? '')),
				() => 'refused',
			);
		const read = await told(files.read(uri));
		const list = await told(files.list(uri));
		await look(`port: ${path}`, read, list);
		if (leadsOut(path)) {
			const written = await told(files.write(uri, content));
			const removed = await told(files.remove(uri));
			await look(`port: ${path}`);
			// What a link leads to that is not there can be neither read nor removed; nothing comes of it.
			const answers = [read, list, written, ...(read === '' ? [] : [removed])];
			if (answers.some(answer => !['refused', '[]', ...(answer === written ? [] : [''])].includes(answer)))
				served.push(path);
		}
	}
	return served;
}

/** Not those that are an odd but possible name in the corpus. */
function leadsOut(path: string): boolean {
	return !/^(x+|%252e.*|\.\.\.\/.*|\.\.;.*)$/.test(path);
}

/** Opens, asks, decides and closes by each uri; layers, which are parts of paths, too. */
async function throughServer(home: string, look: Look): Promise<void> {
	const root = pathToFileURL(join(home, 'corpus')).href;
	const server = new RawServer();
	const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } };
	try {
		await server.start(join(home, 'corpus'));
		const all = [
			...uris.map(path => (path.startsWith('-') ? `${root}${path}` : `${root}/${path}`)),
			...names.map(path => pathToFileURL(join(home, 'corpus', path)).href),
		];
		for (const uri of all) {
			server.notify('textDocument/didOpen', {
				textDocument: { uri, languageId: 'arabic-news', version: 1, text: inside },
			});
			const asked = [
				server.request('isnad/document', { uri }),
				server.request('isnad/article', { uri }),
				server.request('isnad/layers', { uri }),
				server.request('isnad/register', { uri }),
				server.request('workspace/executeCommand', {
					command: 'isnad.label',
					arguments: [{ uri, range, label: 'PER' }],
				}),
			];
			await server.settled();
			server.notify('textDocument/didClose', { textDocument: { uri } });
			await server.settled();
			await look(`server: ${uri}`, JSON.stringify(asked.map(id => server.answers.get(id))));
		}
		const uri = `${root}/news/a.txt`;
		server.notify('textDocument/didOpen', {
			textDocument: { uri, languageId: 'arabic-news', version: 1, text: inside },
		});
		for (const layer of [...annotators, ...said]) {
			const asked = [
				server.request('isnad/document', { uri, layer }),
				server.request('isnad/compare', { uri, layers: [layer, 'gold'] }),
			];
			await server.settled();
			await look(`layer: ${layer}`, JSON.stringify(asked.map(id => server.answers.get(id))));
		}
		if (!server.alive) await look('the server is gone', secret);
	} finally {
		server.kill();
	}
}

function takenNames(): readonly string[] {
	return annotators.filter(given => {
		const { annotator } = readSettings({ annotator: given });
		return (
			annotator !== undefined && (annotator.startsWith('.') || /[/\\:\0]/.test(annotator) || annotator.length > 64)
		);
	});
}

/** `isnad check`, `search` and `suggest` on the corpus, then on corpora whose own files name such paths, and `import` of files that do. */
async function throughCommands(home: string, look: Look): Promise<readonly string[]> {
	const failed: string[] = [];
	const corpus = join(home, 'corpus');
	const command = async (what: string, ...args: readonly string[]): Promise<void> => {
		const { code, stdout, stderr } = await isnad(args);
		await look(`${args[0]}: ${what}`, stdout, stderr);
		if ((code !== 0 && code !== 1) || /\n {4}at /.test(stderr)) failed.push(`${args[0]} ${what}: ${code} ${stderr}`);
	};
	await command('links', 'check', corpus);
	await command('links', 'search', secret, '--corpus', corpus, '--jobs', '1');
	for (const [index, path] of said.entries()) {
		const quoted = JSON.stringify(path);
		await writeFile(
			join(corpus, 'annotations/corpus.yaml'),
			`isnad: 1\ninclude: [${quoted}, "**/*.txt"]\nscheme: ${quoted}\nencoding: utf-8\n`,
		);
		await mkdir(join(corpus, 'annotations/news'), { recursive: true });
		await writeFile(join(corpus, 'annotations/news/a.txt.yaml'), `isnad: 1\ntext: ${quoted}\nrecords: []\n`);
		await command(path, 'check', corpus);
		const tasks = join(corpus, 'tasks.jsonl');
		await writeFile(
			tasks,
			`${JSON.stringify({ id: index, text: inside, filename: path, meta: { path }, label: [[4, 8, 'PER']] })}\n`,
		);
		await command(path, 'import', '--format', 'doccano', tasks, '--output', corpus);
		await unlink(tasks);
	}
	return failed;
}

/** A folder of the corpus that is a link to the outside every other moment, while files in it are read. */
async function race(times: number): Promise<Row> {
	const home = await temporaryCorpus({ files: { 'corpus/news/a.txt': inside, 'secret/a.txt': secret } });
	try {
		const files = rootedFiles(nodeFiles, pathToFileURL(join(home, 'corpus')).href);
		const news = join(home, 'corpus/news');
		const [folder, link] = [join(home, 'folder'), join(home, 'link')];
		await symlink(join(home, 'secret'), link, 'junction');
		let going = true;
		const swapping = (async () => {
			while (going) {
				await rename(news, folder);
				await rename(link, news);
				await rename(news, link);
				await rename(folder, news);
			}
		})();
		const leaked: string[] = [];
		for (let i = 0; i < times; i++) {
			const bytes = await files.read(pathToFileURL(join(news, 'a.txt')).href).catch(() => undefined);
			if (bytes !== undefined && new TextDecoder().decode(bytes).includes(secret)) leaked.push(`${i}`);
		}
		going = false;
		await swapping;
		return none(
			'readings while a folder is swapped for a link to the outside, that read there',
			leaked,
			times,
			'readings',
		);
	} finally {
		await rm(home, { recursive: true, force: true });
	}
}
