import type { Offset } from '../span.ts';

/** Where each of the phrases begins in the text, in order, overlapping ones too. One pass over the text for all phrases. */
export function findOccurrences(text: string, phrases: Iterable<string>): ReadonlyMap<string, readonly Offset[]> {
	const found = new Map<string, Offset[]>();
	const index = newIndex();
	for (const phrase of phrases) {
		if (phrase !== '' && !found.has(phrase)) {
			const places: Offset[] = [];
			found.set(phrase, places);
			enter(index, phrase, places);
		}
	}
	for (let at = 0; at < text.length; at++) {
		if (index.pairs[pairAt(text, at)] === 1) {
			look(index, text, at);
		}
	}
	return found;
}

/** Phrases are looked up by their first units, at most so many. */
const widest = 6;

interface Index {
	/** By a hash of two units: whether a phrase may begin with them. Most places of a text are done with here. */
	readonly pairs: Uint8Array;
	/** By a hash of the first units: a bit for each width at which phrases begin so. */
	readonly widths: Uint8Array;
	readonly buckets: Map<number, { readonly phrase: string; readonly places: Offset[] }[]>;
}

function newIndex(): Index {
	return { pairs: new Uint8Array(0x10000), widths: new Uint8Array(0x10000), buckets: new Map() };
}

function enter({ pairs, widths, buckets }: Index, phrase: string, places: Offset[]): void {
	const width = Math.min(phrase.length, widest);
	if (width === 1) {
		// Any unit may follow.
		const first = phrase.charCodeAt(0);
		for (let second = 0; second < 0x10000; second++) {
			pairs[pairOf(first, second)] = 1;
		}
	} else {
		pairs[pairAt(phrase, 0)] = 1;
	}
	let key = 0;
	for (let i = 0; i < width; i++) {
		key = nextKey(key, phrase.charCodeAt(i));
	}
	widths[key & 0xffff] = (widths[key & 0xffff] ?? 0) | (1 << width);
	const bucket = buckets.get(key);
	if (bucket === undefined) {
		buckets.set(key, [{ phrase, places }]);
	} else {
		bucket.push({ phrase, places });
	}
}

function look({ widths, buckets }: Index, text: string, at: Offset): void {
	let key = 0;
	for (let width = 1; width <= widest && at + width <= text.length; width++) {
		key = nextKey(key, text.charCodeAt(at + width - 1));
		if (((widths[key & 0xffff] ?? 0) & (1 << width)) === 0) {
			continue;
		}
		for (const { phrase, places } of buckets.get(key) ?? []) {
			if (Math.min(phrase.length, widest) === width && text.startsWith(phrase, at)) {
				places.push(at);
			}
		}
	}
}

function nextKey(key: number, unit: number): number {
	return (Math.imul(key, 31) + unit + 1) & 0x3fffffff;
}

/** Behind the last unit of the text stands nothing, which is as good as unit 0. */
function pairAt(text: string, at: Offset): number {
	return pairOf(text.charCodeAt(at), at + 1 < text.length ? text.charCodeAt(at + 1) : 0);
}

function pairOf(first: number, second: number): number {
	return (Math.imul(first, 0x1f3) + second) & 0xffff;
}
