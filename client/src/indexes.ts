import { type Event, EventEmitter } from 'vscode';
import type { IndexState } from '../../server/src/protocol/corpus.ts';

/** Where the indexes of corpora are, as the server tells. */
export class Indexes {
	readonly #changed = new EventEmitter<IndexState>();
	/** Fires when an index goes on, is ready, or stopped. */
	readonly onDidChange: Event<IndexState> = this.#changed.event;

	update(state: IndexState): void {
		this.#changed.fire(state);
	}

	dispose(): void {
		this.#changed.dispose();
	}
}
