import { EventEmitter } from 'vscode';
import type { TrainState } from '../../server/src/protocol/training.ts';

/** How far trainings are, as the server tells. */
export class Trainings {
	readonly #changed = new EventEmitter<TrainState>();
	readonly onDidChange = this.#changed.event;

	update(state: TrainState): void {
		this.#changed.fire(state);
	}

	dispose(): void {
		this.#changed.dispose();
	}
}
