/** YAML that means harm or makes no sense: mutants of every file a user may write, bombs, and what the server does with them. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';
import { readCorpusFile } from '../../server/src/core/corpus/corpusFile.ts';
import { readRegister } from '../../server/src/core/corpus/register.ts';
import type { Problem } from '../../server/src/core/model.ts';
import { readScheme } from '../../server/src/core/scheme/readScheme.ts';
import { mergeSidecars } from '../../server/src/core/sidecar/merge.ts';
import { readSidecar } from '../../server/src/core/sidecar/readSidecar.ts';
import { openSidecar, sidecarSource } from '../../server/src/core/sidecar/session.ts';
import type { CommandAnswer } from '../../server/src/protocol/commands.ts';
import type { DocumentResult } from '../../server/src/protocol/requests.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { bombs } from './support/bombs.ts';
import { fullFiles, strangeValues } from './support/fullFiles.ts';
import { isnad } from './support/isnad.ts';
import { RawServer } from './support/rawServer.ts';
import { count, none, type Row, type SoakOptions, threadTime } from './support/soak.ts';

export const name = 'Hostile files';

type Kind = keyof typeof fullFiles;

const readers: Readonly<Record<Kind, (source: string) => { readonly problems: readonly Problem[] }>> = {
	corpus: readCorpusFile,
	entities: readRegister,
	scheme: readScheme,
	sidecar: readSidecar,
};

const text = 'قال سعاد إن نرفض القرار كله اليوم وغدا';

export async function run({ scale, say }: SoakOptions): Promise<readonly Row[]> {
	const short = scale < 0.1;
	const every = short ? 41 : 1;
	const all = (Object.keys(readers) as readonly Kind[]).flatMap(kind =>
		mutants(kind).map(source => ({ kind, source })),
	);
	const some = (sources: readonly string[]) => sources.filter((_source, index) => !short || index % 3 === 0);
	const chosen = all.filter((_mutant, index) => index % every === 0);
	say(`${count(chosen.length)} of ${count(all.length)} mutants`);
	const mutated = judge(chosen);
	const bombed = judge(
		some(bombs(scale)).flatMap(source =>
			(short ? (['sidecar'] as const) : (Object.keys(readers) as readonly Kind[])).map(kind => ({
				kind,
				source,
			})),
		),
	);
	say('bombs done');
	const rows = [
		none('keys of the four schemas that no mutant touches', await untouched(), Object.keys(readers).length, 'schemas'),
		none(
			`mutants of the schemas (a strange value or key at each node; ${count(all.length)} in all) that make a reader throw or reach a prototype`,
			mutated.thrown,
			chosen.length,
			'mutants',
		),
		none(
			'mutants with two problems about one place, or one without a place in the file',
			mutated.unclear,
			chosen.length,
			'mutants',
		),
		slowest('slowest mutant, processor time', mutated.slow),
		none(
			'bombs, depth, 50 MB, aliases, tags, repeated keys: that make a reader throw or reach a prototype',
			bombed.thrown,
			bombed.of,
			'readings',
		),
		none('of these, with two problems about one place, or one without a place', bombed.unclear, bombed.of, 'readings'),
		slowest('slowest of these, processor time', bombed.slow),
	];
	return [
		...rows,
		...(await served(
			chosen.filter(({ kind }) => kind === 'sidecar').map(({ source }) => source),
			scale,
		)),
	];
}

interface Judged {
	readonly thrown: readonly string[];
	readonly unclear: readonly string[];
	readonly slow: number;
	readonly of: number;
}

function judge(sources: readonly { readonly kind: Kind; readonly source: string }[]): Judged {
	const thrown: string[] = [];
	const unclear: string[] = [];
	let slow = 0;
	for (const { kind, source } of sources) {
		const start = source.slice(0, 200);
		try {
			let problems: readonly Problem[] = [];
			slow = Math.max(
				slow,
				threadTime(() => {
					problems = readers[kind](source).problems;
				}),
			);
			const placed = problems.every(
				({ span }) =>
					// What is missing at the end of a file is shown behind its last character.
					span !== undefined && span.start >= 0 && span.start < span.end && span.end <= source.length + 1,
			);
			if (!placed || overlapping(problems)) {
				unclear.push(`${kind} ${JSON.stringify(problems.map(({ code, span }) => [code, span]).slice(0, 3))} ${start}`);
			}
			if (kind === 'sidecar' && source.length < 200_000) {
				const opened = openSidecar(text, source);
				sidecarSource(text, opened.annotations, opened.file, 'a.txt');
				mergeSidecars(fullSidecar, source, fullSidecar.replace('PER', 'ORG'));
			}
			if ('polluted' in {} || Object.keys(Object.prototype).length > 0) thrown.push(`prototype: ${start}`);
		} catch (error) {
			thrown.push(`${kind} ${error instanceof Error ? error.stack?.slice(0, 300) : error} ${start}`);
		}
	}
	return { thrown, unclear, slow, of: sources.length };
}

/** Two problems about one place: the second says nothing. A list of two wrong things has two problems, each at its own. */
function overlapping(problems: readonly Problem[]): boolean {
	const spans = problems.flatMap(({ span }) => span ?? []).sort((a, b) => a.start - b.start);
	return spans.some((span, index) => index > 0 && span.start < (spans[index - 1]?.end ?? 0));
}

const fullSidecar = stringify(fullFiles.sidecar, { aliasDuplicateObjects: false });

function slowest(what: string, milliseconds: number): Row {
	return { what, figure: `${Math.round(milliseconds)} ms`, bar: '200 ms', ok: milliseconds < 200, measured: true };
}

/** The file with each value replaced by each strange one, each key by a strange one, and a strange key in each map. */
function mutants(kind: Kind): readonly string[] {
	const write = (value: unknown) => stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
	const found: string[] = [];
	const visit = (node: unknown, rebuild: (instead: unknown) => unknown): void => {
		for (const value of strangeValues) found.push(write(rebuild(value)));
		if (Array.isArray(node)) {
			for (const [index, item] of node.entries()) visit(item, instead => rebuild(node.with(index, instead)));
		} else if (typeof node === 'object' && node !== null) {
			const entries = Object.entries(node);
			for (const strange of ['__proto__', 'constructor', 'toString', '', 'x'.repeat(2000)]) {
				found.push(write(rebuild(mapOf([...entries, [strange, 'x']]))));
			}
			for (const [index, [key, value]] of entries.entries()) {
				found.push(write(rebuild(mapOf(entries.with(index, ['__proto__', value])))));
				visit(value, instead => rebuild(mapOf(entries.with(index, [key, instead]))));
			}
		}
	};
	visit(fullFiles[kind], value => value);
	return found;
}

/** A map whose keys are never anything but keys. */
function mapOf(entries: readonly (readonly [string, unknown])[]): unknown {
	return new Map(entries);
}

/** Keys that a schema describes and the file mutated does not have. */
async function untouched(): Promise<readonly string[]> {
	const missing: string[] = [];
	for (const kind of Object.keys(readers) as readonly Kind[]) {
		const schema: unknown = JSON.parse(
			await readFile(join(import.meta.dirname, `../../annotations/schema/${kind}.schema.json`), 'utf8'),
		);
		const written = new Set(
			JSON.stringify(fullFiles[kind])
				.match(/"(\w+)":/g)
				?.map(key => key.slice(1, -2)),
		);
		for (const key of described(schema)) if (!written.has(key)) missing.push(`${kind} ${key}`);
	}
	return missing;
}

function described(schema: unknown): readonly string[] {
	if (typeof schema !== 'object' || schema === null) return [];
	const own =
		'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : [];
	return [...own, ...Object.values(schema).flatMap(described)];
}

/** Sidecars in a corpus, with the real server and `isnad check` at work on them. */
async function served(sources: readonly string[], scale: number): Promise<readonly Row[]> {
	const some = [
		...bombs(0).filter((source, index) => source.length < 200_000 && (scale >= 0.1 || index % 3 === 0)),
		...sources.filter((_source, index) => index % (scale < 0.1 ? 5 : 9) === 0),
	];
	const paths = some.map((_source, index) => `news/${index}.txt`);
	const sidecarOf = (path: string) => `annotations/${path}.yaml`;
	const files = Object.fromEntries(
		paths.flatMap((path, index) => [
			[path, text],
			[sidecarOf(path), some[index] ?? ''],
		]),
	);
	const root = await temporaryCorpus({ files: { 'annotations/corpus.yaml': 'isnad: 1\n', ...files } });
	const server = new RawServer();
	const changed: string[] = [];
	const silent: string[] = [];
	try {
		await server.start(root);
		const unchanged = async (path: string, source: string) =>
			(await readFile(join(root, sidecarOf(path)))).equals(Buffer.from(source));
		for (const [index, path] of paths.entries()) {
			const source = some[index] ?? '';
			// As the disk has it: a lone surrogate cannot be written.
			const { value, problems } = readSidecar(Buffer.from(source).toString());
			const uri = pathToFileURL(join(root, path)).href;
			server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'arabic-news', version: 1, text } });
			const document = server.request('isnad/document', { uri });
			server.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 5 } });
			await server.settled();
			if (!(await unchanged(path, source))) changed.push(`opened: ${source.slice(0, 80)}`);
			const told = server.answers.get(document)?.[0]?.result as DocumentResult | undefined;
			if (problems.length > 0 && (told?.problems.length ?? 0) === 0) silent.push(source.slice(0, 80));
			if (value.readOnly !== undefined) {
				const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } };
				const asked = server.request('workspace/executeCommand', {
					command: 'isnad.label',
					arguments: [{ uri, range, label: 'ORG' }],
				});
				await server.settled();
				const answer = server.answers.get(asked)?.[0]?.result as CommandAnswer | undefined;
				if (!(await unchanged(path, source))) changed.push(`labelled: ${source.slice(0, 80)}`);
				if (answer !== undefined && answer.problems.length === 0) silent.push(`labelled: ${source.slice(0, 80)}`);
			}
			server.notify('textDocument/didClose', { textDocument: { uri } });
			await server.settled();
		}
		const alive = server.alive;
		const checked = await isnad(['check', root]);
		const controls = [...checked.stdout, ...checked.stderr].filter(char => char !== '\n' && /\p{Cc}/u.test(char));
		return [
			none(
				'strange sidecars that the server changed, by opening them or by a decision on those that cannot be read',
				changed,
				some.length,
				'sidecars',
			),
			none('of these, with a problem that the server does not tell', silent, some.length, 'sidecars'),
			{
				what: '`isnad check` on all of them, and the server afterwards',
				figure: `exit code ${checked.code}, ${controls.length} controls printed, server ${alive ? 'at work' : 'gone'}`,
				bar: '1, 0, at work',
				ok: checked.code === 1 && controls.length === 0 && alive,
			},
		];
	} finally {
		server.kill();
		await rm(root, { recursive: true, force: true });
	}
}
