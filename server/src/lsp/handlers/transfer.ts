import { relativePath, uriOf } from '../../core/corpus/paths.ts';
import { rootedFiles } from '../../core/corpus/rootedFiles.ts';
import { exportCorpus } from '../../core/formats/exportCorpus.ts';
import { formats } from '../../core/formats/formats.ts';
import { importCorpus } from '../../core/formats/importCorpus.ts';
import { lossReport } from '../../core/formats/lossReport.ts';
import { say } from '../../core/messages/say.ts';
import { decodeBytes } from '../../decodeBytes.ts';
import type {
	ExportToParams,
	FormatsParams,
	FormatsResult,
	ImportFromParams,
	TransferResult,
} from '../../protocol/formats.ts';
import type { World } from '../world.ts';

export async function handleFormats(_world: World, _params: FormatsParams): Promise<FormatsResult> {
	return {
		formats: formats.map(({ id, title, extensions, exporter, importer }) => ({
			...{ id, title, extensions },
			exports: exporter !== undefined,
			imports: importer !== undefined,
		})),
	};
}

const going = { isCancellationRequested: false };

/** Writes the corpus of a uri below a folder, and nowhere else. */
export async function handleExportTo(world: World, { uri, format, folder }: ExportToParams): Promise<TransferResult> {
	const exporter = formats.find(({ id }) => id === format)?.exporter;
	const corpus = await world.corpora.find(uri);
	if (exporter === undefined || corpus === undefined) {
		return null;
	}
	const { language, layer } = world.settings;
	const target = rootedFiles(world.files, folder);
	const write = (path: string, text: string) => target.write(uriOf(folder, path), new TextEncoder().encode(text));
	const losses = lossReport(language);
	const gathered: string[] = [];
	const unread: string[] = [];
	let articles = 0;
	const asked = {
		files: corpus.files,
		decode: decodeBytes,
		exporter,
		corpus: corpus.root,
		within: [''],
		layer,
		cancellation: going,
	};
	for await (const step of exportCorpus(asked)) {
		for (const { path, text } of step.files) {
			if (path === exporter.collection?.path) gathered.push(text);
			else await write(path, text);
		}
		losses.add(step.path, step.losses);
		if (step.files.length > 0 && step.path !== '') articles += 1;
		if (step.files.length === 0) {
			unread.push(...step.problems.map(({ code, values }) => `${step.path}: ${say(language, code, values)}\n`));
		}
	}
	if (exporter.collection !== undefined) {
		const { path, head, between, tail } = exporter.collection;
		await write(path, head + gathered.join(between) + tail);
	}
	return {
		articles,
		summary: say(language, 'export-summary', { articles }),
		report: unread.join('') + losses.summary(),
	};
}

/** Fills the corpus in a folder with what a folder or file of another tool holds. */
export async function handleImportFrom(world: World, params: ImportFromParams): Promise<TransferResult> {
	const importer = formats.find(({ id }) => id === params.format)?.importer;
	const corpus = params.uri.replace(/\/$/, '');
	const source = params.isFolder
		? params.source.replace(/\/$/, '')
		: params.source.slice(0, params.source.lastIndexOf('/'));
	const only = params.isFolder ? undefined : relativePath(source, params.source);
	if (importer === undefined || (!params.isFolder && only === undefined)) {
		return null;
	}
	const { language } = world.settings;
	const lines: string[] = [];
	let [articles, added, known] = [0, 0, 0];
	const asked = {
		files: world.files,
		decode: decodeBytes,
		importer,
		source,
		corpus,
		labels: new Map<string, string>(),
		cancellation: going,
	};
	for await (const step of importCorpus({ ...asked, ...(only === undefined ? {} : { only }) })) {
		articles += step.article === undefined ? 0 : 1;
		added += step.article?.added ?? 0;
		known += step.article?.known ?? 0;
		lines.push(...step.problems.map(({ code, values }) => `${step.path}: ${say(language, code, values)}\n`));
	}
	return { articles, summary: say(language, 'import-summary', { articles, added, known }), report: lines.join('') };
}
