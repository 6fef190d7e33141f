import type { Decision, DocumentItem } from '../src/reader/messages.ts';
import { type Item, itemsOf } from './machine/items.ts';
import { foreseen } from './machine/optimistic.ts';
import type { Text } from './machine/text.ts';

/** What is known of the article: as the server said it last, and over it the decisions that it has not answered yet. */
export class Store {
	#text: Text;
	#version: number;
	#document: DocumentItem | undefined;
	#pending: readonly Decision[] = [];
	#items: readonly Item[] | undefined;

	constructor(text: Text, version: number) {
		this.#text = text;
		this.#version = version;
	}

	/** Of the text that is shown. */
	get version(): number {
		return this.#version;
	}

	/** In the order of reading. The same array as long as nothing changed. */
	get items(): readonly Item[] {
		this.#items ??= this.#document ? itemsOf(this.#shown(this.#document), this.#text) : [];
		return this.#items;
	}

	/** What the server said last of the article as a whole. */
	get document(): DocumentItem | undefined {
		return this.#document;
	}

	/** Takes what the server says, unless it speaks of another version of the text. */
	take(item: DocumentItem): void {
		if (item.version !== this.#version) return;
		this.#document = item;
		this.#items = undefined;
	}

	/** Another text; what was known of the old one has no place in it. */
	retext(text: Text, version: number): void {
		const same = text.all === this.#text.all;
		this.#text = text;
		this.#version = version;
		if (!same) this.#document = undefined;
		this.#items = undefined;
	}

	/** Shows a decision before the server has answered; answers how to take it back. */
	foresee(decision: Decision): () => void {
		this.#pending = [...this.#pending, decision];
		this.#items = undefined;
		return () => {
			this.#pending = this.#pending.filter(other => other !== decision);
			this.#items = undefined;
		};
	}

	#shown(document: DocumentItem): DocumentItem {
		return this.#pending.reduce((known, decision) => foreseen(known, decision, this.#text), document);
	}
}
