import type { ExplainResult, Question } from '../src/reader/messages.ts';
import type { Answer } from './bridge.ts';
import type { Item } from './machine/items.ts';
import { type Text, toPosition } from './machine/text.ts';

/** What the server says of the item in focus, asked once for each state of the article. */
export class Explanations {
	readonly #ask: (question: Question) => Promise<Answer>;
	readonly #known = new Map<string, readonly string[]>();
	#items: readonly Item[] = [];

	constructor(ask: (question: Question) => Promise<Answer>) {
		this.#ask = ask;
	}

	/** Lines about an item, or none yet; then `onAnswer` is called when they are there. */
	of(item: Item, items: readonly Item[], text: Text, onAnswer: () => void): readonly string[] {
		if (items !== this.#items) this.#known.clear();
		this.#items = items;
		const known = this.#known.get(item.id);
		if (known) return known;
		this.#known.set(item.id, []);
		void this.#ask({ what: 'explain', position: toPosition(text, item.span.start) }).then(({ ok, value }) => {
			const lines = ok && (value as ExplainResult).items.find(({ id }) => id === item.id)?.lines;
			if (!lines || this.#items !== items) return;
			this.#known.set(item.id, lines);
			onAnswer();
		});
		return [];
	}
}
