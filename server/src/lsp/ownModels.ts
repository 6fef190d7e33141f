import { isPlain, uriOf } from '../core/corpus/paths.ts';
import { defaultModel, type LoadedModel, loadedModel } from '../core/entities/model/defaultModel.ts';
import { type ModelProblem, readModel } from '../core/entities/model/modelFile.ts';
import { FileProblem } from '../core/fileProblem.ts';
import type { Problem } from '../core/model.ts';
import type { Corpus } from './corpora.ts';
import type { World } from './world.ts';

/** What suggests names in a corpus. */
export interface Models {
	/** The team's own, with the one that ships behind it; absent where that one stands alone. */
	readonly models?: readonly LoadedModel[];
	/** Why the file that the settings name is not used. */
	readonly problems: readonly Problem[];
}

/** Without a file in the settings, and outside every corpus. */
export const shippedAlone: Models = { problems: [] };

const codes: Readonly<Record<ModelProblem, string>> = {
	'not-a-model': 'model-not-a-model',
	'newer-version': 'model-newer',
	'older-version': 'model-older',
	damaged: 'model-damaged',
};

/** The model files that the settings name, each read once from inside its corpus. A file that cannot be used is one problem. */
export class OwnModels {
	readonly #world: () => World;
	readonly #read = new Map<string, Promise<Models>>();

	constructor(world: () => World) {
		this.#world = world;
	}

	/** The same object until the settings or the file change. Never rejects. */
	of(corpus: Corpus | undefined): Promise<Models> {
		const { model } = this.#world().settings;
		if (corpus === undefined || model === '') {
			return Promise.resolve(shippedAlone);
		}
		const uri = uriOf(corpus.root, model);
		const known = this.#read.get(uri) ?? readFrom(corpus, model);
		this.#read.set(uri, known);
		return known;
	}

	/** All are read again when they are next asked for. */
	forget(): void {
		this.#read.clear();
	}

	/** Files were written or removed, by us or others; answers whether a model is among them, to be read again. */
	touched(uris: readonly string[]): boolean {
		const written = new Set(uris.map(decoded));
		const gone = [...this.#read.keys()].filter(known => written.has(decoded(known)));
		for (const uri of gone) this.#read.delete(uri);
		return gone.length > 0;
	}
}

async function readFrom(corpus: Corpus, file: string): Promise<Models> {
	const unusable = (code: string): Models => ({ problems: [{ code, severity: 'warning', values: { file } }] });
	if (!isPlain(file)) {
		return unusable('model-outside');
	}
	let bytes: Uint8Array | undefined;
	try {
		bytes = await corpus.files.read(uriOf(corpus.root, file));
	} catch (error) {
		const isOutside = error instanceof FileProblem && error.code === 'outside-corpus';
		return unusable(isOutside ? 'model-outside' : 'model-unreadable');
	}
	if (bytes === undefined) {
		return unusable('model-missing');
	}
	const model = readModel(new TextDecoder().decode(bytes));
	if (typeof model === 'string') {
		return unusable(codes[model]);
	}
	const shipped = defaultModel();
	return { models: [{ ...loadedModel(model), own: true }, ...(shipped ? [shipped] : [])], problems: [] };
}

/** Clients escape differently. */
function decoded(uri: string): string {
	try {
		return decodeURIComponent(uri);
	} catch {
		return uri;
	}
}
