import type { CorpusIndex } from '../index/corpusIndex.ts';

/**
 * Numbers words so that those alike but for spelling, attached و ف ب ك ل and the article have one number; marks and line ends have
 * 0. What is cut off is not always a clitic (وزير loses its first letter), but the same in every text, which is all that comparing needs.
 */
export class Stems {
	readonly #index: CorpusIndex;
	readonly #numbers = new Map<string, number>();
	readonly #known: (number | undefined)[] = [];

	constructor(index: CorpusIndex) {
		this.#index = index;
	}

	of(word: number): number {
		let number = this.#known[word];
		if (number === undefined) {
			number = this.#number(this.#index.key(word));
			this.#known[word] = number;
		}
		return number;
	}

	#number(key: string): number {
		if (!/[\p{L}\p{N}]/u.test(key)) {
			return 0;
		}
		const stem = stemOf(key);
		const known = this.#numbers.get(stem);
		if (known !== undefined) {
			return known;
		}
		this.#numbers.set(stem, this.#numbers.size + 1);
		return this.#numbers.size;
	}
}

function stemOf(key: string): string {
	const joined = /^[وف]/.test(key) && key.length > 3 ? key.slice(1) : key;
	const article = /^(?:[بك]?ال|لل)/.exec(joined)?.[0].length ?? 0;
	if (article > 0 && joined.length > article + 1) {
		return joined.slice(article);
	}
	return /^[بل]/.test(joined) && joined.length > 3 ? joined.slice(1) : joined;
}
