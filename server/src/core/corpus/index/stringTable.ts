/** Strings by number, each kept once; 0 is the empty string and stands for "none". Grows only. */
export class StringTable {
	readonly #all: string[];
	#ids: Map<string, number> | undefined;

	constructor(strings: readonly string[] = ['']) {
		this.#all = [...strings];
	}

	get all(): readonly string[] {
		return this.#all;
	}

	/** The number of a string, new where it is. The way back is made at the first call: who only reads never pays for it. */
	id(text: string): number {
		this.#ids ??= new Map(this.#all.map((known, id) => [known, id]));
		const known = this.#ids.get(text);
		if (known !== undefined) {
			return known;
		}
		this.#all.push(text);
		this.#ids.set(text, this.#all.length - 1);
		return this.#all.length - 1;
	}

	/** The number of a string; -1 for one it does not have. */
	find(text: string): number {
		return this.#ids?.get(text) ?? (this.#ids === undefined ? this.#all.indexOf(text) : -1);
	}

	/** '' for a number it does not have. */
	text(id: number | undefined): string {
		return this.#all[id ?? 0] ?? '';
	}
}
