import { window } from 'vscode';
import type { CompareResult } from '../../server/src/protocol/requests.ts';
import { isolated } from './bidi.ts';
import type { Server } from './server.ts';
import { t } from './ui.ts';

/** Where two layers of an article differ, with what the layers are called. */
export type Compared = NonNullable<CompareResult> & {
	readonly layers: readonly [string, string];
	/** What lists call the layers. */
	readonly titles: readonly [string, string];
	/** For each difference, what it is about, in words. */
	readonly about: readonly string[];
};

type Role = 'name' | 'label' | 'content' | 'type' | 'cue' | 'speaker' | 'who speaks';

/** Which two layers are compared, asked once and kept until something else is chosen. */
export class Comparing {
	readonly #server: Server;
	#layers: readonly [string, string] | undefined;

	constructor(server: Server) {
		this.#server = server;
	}

	/** Where the layers differ in an article; undefined where the user chooses none, or there are not two. */
	async compare(uri: string): Promise<Compared | undefined> {
		const layers = (await this.#stillThere(uri)) ?? (await this.choose(uri));
		const result = layers && (await this.#server.compare(uri, layers));
		if (!layers || !result) return undefined;
		const [first, second] = layers;
		const about = result.differences.map(({ over }) => over.map(role => t(`role-${role as Role}`)).join('، '));
		return { ...result, layers, titles: [layerTitle(first), layerTitle(second)], about };
	}

	/** Has the user choose two layers of an article; where there are just two to choose from, takes these. */
	async choose(uri: string): Promise<readonly [string, string] | undefined> {
		const { own, layers } = await this.#server.layers(uri);
		const names = layers.map(({ name }) => name).filter(name => name !== 'gold' || own !== 'gold');
		if (names.length < 2) {
			void window.showInformationMessage(t('one-layer'));
			return undefined;
		}
		const [first, second] = names.length === 2 ? names : await pickTwo(names);
		if (first !== undefined && second !== undefined) this.#layers = [first, second];
		return this.#layers;
	}

	async #stillThere(uri: string): Promise<readonly [string, string] | undefined> {
		const { layers } = await this.#server.layers(uri);
		const has = (name: string): boolean => layers.some(layer => layer.name === name);
		return this.#layers?.every(has) ? this.#layers : undefined;
	}
}

/** What a layer is called in lists. */
function layerTitle(name: string): string {
	return name === 'common' || name === 'gold' ? t(`layer-${name}`) : isolated(name);
}

async function pickTwo(names: readonly string[]): Promise<readonly string[]> {
	const first = await pickOne(names, 'compare-first');
	const second =
		first &&
		(await pickOne(
			names.filter(name => name !== first),
			'compare-second',
		));
	return first !== undefined && second !== undefined ? [first, second] : [];
}

async function pickOne(
	names: readonly string[],
	prompt: 'compare-first' | 'compare-second',
): Promise<string | undefined> {
	const rows = names.map(name => ({ label: layerTitle(name), name }));
	return (await window.showQuickPick(rows, { placeHolder: t(prompt) }))?.name;
}
