import { type CorpusService, corpusService } from '../core/corpus/corpusService.ts';
import { indexBatch } from '../core/corpus/index/indexBatch.ts';
import { layerName, relativePath, textPath } from '../core/corpus/paths.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { type IndexState, indexNotification } from '../protocol/corpus.ts';
import type { Corpus } from './corpora.ts';
import type { World } from './world.ts';

/** Opens the service of a corpus in threads of its own; undefined where the host cannot reach its files or has no threads. */
export type OpenCorpus = (root: string, layer: string) => CorpusService | undefined;

interface Opened {
	readonly corpus: Corpus;
	readonly layer: string;
	readonly service: CorpusService;
	state: IndexState;
	cancellation: { isCancellationRequested: boolean };
	/** The refresh that is under way, or the last one. */
	refreshing: Promise<void>;
	/** Paths of articles that changed meanwhile. */
	readonly changed: Set<string>;
	updating: Promise<void> | undefined;
}

/** Of so many changed articles all files are looked at anew, with all threads. */
const many = 200;

/** The indexes of the corpora that were asked of, each kept up to date from then on. */
export class CorpusIndexes {
	readonly #world: () => World;
	readonly #openCorpus: OpenCorpus;
	readonly #opened = new Map<string, Opened>();

	constructor(world: () => World, openCorpus: OpenCorpus) {
		this.#world = world;
		this.#openCorpus = openCorpus;
	}

	/** The service of a corpus for the layer in force; its index is being made from the first call on. */
	of(corpus: Corpus): { readonly service: CorpusService; readonly state: IndexState; readonly ready: Promise<void> } {
		const opened = this.#get(corpus);
		return { service: opened.service, state: opened.state, ready: this.#upToDate(opened) };
	}

	/** Looks at all files again. */
	refresh(corpus: Corpus): void {
		const opened = this.#get(corpus);
		if (opened.state.state !== 'indexing') {
			this.#refresh(opened);
		}
	}

	stop(corpus: Corpus): void {
		const opened = this.#opened.get(corpus.root);
		if (opened !== undefined) {
			opened.cancellation.isCancellationRequested = true;
		}
	}

	/** Files of a corpus were written or removed, by us or others. Nothing is done for corpora that nobody asked of. */
	touched(uris: readonly string[]): void {
		for (const opened of this.#opened.values()) {
			const { corpus, changed } = opened;
			for (const uri of uris) {
				const path = relativePath(corpus.root, uri);
				const text = path === undefined ? undefined : (textPath(path, corpus.file.layout)?.text ?? path);
				if (text !== undefined && corpus.takes(text)) changed.add(text);
			}
			void this.#upToDate(opened);
		}
	}

	async close(): Promise<void> {
		for (const opened of this.#opened.values()) {
			opened.cancellation.isCancellationRequested = true;
		}
		await Promise.all([...this.#opened.values()].map(({ service }) => service.close()));
	}

	#get(corpus: Corpus): Opened {
		const layer = layerName(this.#world().settings.layer);
		const known = this.#opened.get(corpus.root);
		if (known !== undefined && known.layer === layer) {
			return known;
		}
		if (known !== undefined) {
			known.cancellation.isCancellationRequested = true;
			void known.service.close();
		}
		const opened: Opened = {
			corpus,
			layer,
			service: this.#openCorpus(corpus.root, layer) ?? this.#here(corpus.root, layer),
			state: { root: corpus.root, state: 'indexing', done: 0, of: 0, unreadable: [] },
			cancellation: { isCancellationRequested: false },
			refreshing: Promise.resolve(),
			changed: new Set(),
			updating: undefined,
		};
		this.#opened.set(corpus.root, opened);
		this.#refresh(opened);
		return opened;
	}

	/** On this thread, in strides. */
	#here(root: string, layer: string): CorpusService {
		const { files, scheduler } = this.#world();
		const going = { isCancellationRequested: false };
		return corpusService({
			root,
			layer,
			files,
			decode: decodeBytes,
			encode: text => new TextEncoder().encode(text),
			work: task => indexBatch(task, { files, decode: decodeBytes, scheduler }, going),
			ahead: 1,
			engine: '',
		});
	}

	#refresh(opened: Opened): void {
		opened.cancellation = { isCancellationRequested: false };
		const { cancellation, service } = opened;
		this.#tell(opened, { state: 'indexing', done: 0, of: 0 });
		opened.refreshing = service
			.refresh(cancellation, (done, of) => this.#tell(opened, { done, of }))
			.then(
				({ cancelled, unreadable }) => this.#tell(opened, { state: cancelled ? 'stopped' : 'ready', unreadable }),
				error => {
					this.#tell(opened, { state: 'stopped' });
					if (!cancellation.isCancellationRequested) {
						this.#world().logger.log('error', 'The index of a corpus failed', { error: String(error) });
					}
				},
			);
	}

	/** Takes up what changed, once the refresh that is under way is through. */
	#upToDate(opened: Opened): Promise<void> {
		opened.updating ??= (async () => {
			await opened.refreshing;
			while (opened.changed.size > 0 && opened.state.state === 'ready') {
				const paths = [...opened.changed];
				opened.changed.clear();
				if (paths.length > many) {
					this.#refresh(opened);
					await opened.refreshing;
				} else {
					await opened.service.update(paths);
				}
			}
		})()
			.catch(error => this.#world().logger.log('error', 'An article could not be indexed', { error: String(error) }))
			.finally(() => {
				opened.updating = undefined;
			});
		return opened.updating;
	}

	#tell(opened: Opened, change: Partial<IndexState>): void {
		const before = opened.state;
		opened.state = { ...before, ...change };
		const now = this.#world().scheduler.now();
		if (opened.state.state !== before.state || now - (this.#toldAt.get(opened) ?? 0) > 100) {
			this.#toldAt.set(opened, now);
			void this.#world().connection.sendNotification(indexNotification, opened.state);
		}
	}

	readonly #toldAt = new WeakMap<Opened, number>();
}
