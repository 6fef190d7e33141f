import { readFile } from 'node:fs/promises';
import { defaultModel, type LoadedModel, loadedModel } from '../core/entities/model/defaultModel.ts';
import { readModel } from '../core/entities/model/modelFile.ts';
import { UsageError } from './command.ts';
import { whyUnreadable } from './textFiles.ts';

const why = {
	'not-a-model': 'is no model of isnad train',
	'newer-version': 'was made by a newer Isnad',
	'older-version': 'was made by an older Isnad: train it again',
	damaged: 'is damaged: its checksum or header does not fit',
} as const;

const read = new Map<string, Promise<LoadedModel>>();

/** Models for articles: the one that ships, behind that of a file. */
export async function modelsFor(path: string | undefined): Promise<readonly LoadedModel[] | undefined> {
	return path === undefined
		? undefined
		: [{ ...(await readModelFile(path)), own: true }, await readModelFile(undefined)];
}

/** The model of a file, read once, or the one that ships. One that cannot be used is wrong use. */
export function readModelFile(path: string | undefined): Promise<LoadedModel> {
	const known = read.get(path ?? '') ?? readFresh(path);
	read.set(path ?? '', known);
	return known;
}

async function readFresh(path: string | undefined): Promise<LoadedModel> {
	if (path === undefined) {
		const shipped = defaultModel();
		if (shipped === undefined) {
			throw new Error('The model that ships with Isnad is damaged; install Isnad again');
		}
		return shipped;
	}
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		throw new UsageError(`${path}: ${whyUnreadable(error)}`);
	}
	const model = readModel(text);
	if (typeof model === 'string') {
		throw new UsageError(`${path} ${why[model]}`);
	}
	return loadedModel(model);
}
