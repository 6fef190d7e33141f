import { type Disposable, type Event, EventEmitter, type TextDocument } from 'vscode';
import type { Range } from './messages.ts';

/** A Reader that is open. */
export interface OpenReader {
	readonly document: TextDocument;
	readonly active: boolean;
	/** Does one of the page's actions there, as its keys do. */
	act(action: string, given: { readonly id?: string; readonly label?: string }): void;
	goTo(range: Range): void;
}

/** The Readers that are open, and where the annotator is in each article. */
export class Readers implements Disposable {
	readonly #open = new Set<OpenReader>();
	readonly #positions = new Map<string, Range>();
	readonly #changed = new EventEmitter<void>();
	/** Fires when another Reader, or none, has become the active editor. */
	readonly onDidChangeActive: Event<void> = this.#changed.event;

	/** The Reader that is the active editor. */
	get active(): OpenReader | undefined {
		return [...this.#open].find(({ active }) => active);
	}

	of(uri: string): OpenReader | undefined {
		const all = [...this.#open].filter(({ document }) => document.uri.toString() === uri);
		return all.find(({ active }) => active) ?? all[0];
	}

	/** Where an article was left, in whichever editor. */
	position(uri: string): Range | undefined {
		return this.#positions.get(uri);
	}

	leave(uri: string, range: Range): void {
		this.#positions.set(uri, range);
	}

	add(reader: OpenReader): void {
		this.#open.add(reader);
		this.#changed.fire();
	}

	remove(reader: OpenReader): void {
		this.#open.delete(reader);
		this.#changed.fire();
	}

	/** Says that a Reader became active, or is no longer. */
	changed(): void {
		this.#changed.fire();
	}

	dispose(): void {
		this.#changed.dispose();
	}
}
