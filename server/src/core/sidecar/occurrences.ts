import type { Offset } from '../span.ts';

/** Where each of the phrases begins in the text, in order, overlapping ones too. One pass over the text for all phrases. */
export function findOccurrences(text: string, phrases: Iterable<string>): ReadonlyMap<string, readonly Offset[]> {
	const found = new Map<string, Offset[]>();
	const buckets = new Map<number, string[]>();
	const widths = new Set<number>();
	// Tells most places that begin no phrase from the rest without a look into the map.
	const maybe = new Uint8Array(0x10000);
	for (const phrase of phrases) {
		if (phrase === '' || found.has(phrase)) {
			continue;
		}
		found.set(phrase, []);
		const width = Math.min(phrase.length, widest);
		widths.add(width);
		const key = keyAt(phrase, 0, width);
		maybe[key & 0xffff] = 1;
		const bucket = buckets.get(key);
		if (bucket === undefined) {
			buckets.set(key, [phrase]);
		} else {
			bucket.push(phrase);
		}
	}
	for (const width of widths) {
		scan(text, width, { maybe, buckets, found });
	}
	return found;
}

/** How many of the sorted offsets lie below a limit. */
export function countBefore(sorted: readonly Offset[], limit: Offset): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) < limit) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

/** Phrases are looked up by their first units, at most so many. */
const widest = 6;

interface Index {
	readonly maybe: Uint8Array;
	readonly buckets: ReadonlyMap<number, readonly string[]>;
	readonly found: ReadonlyMap<string, Offset[]>;
}

function scan(text: string, width: number, { maybe, buckets, found }: Index): void {
	for (let at = 0; at + width <= text.length; at++) {
		const key = keyAt(text, at, width);
		if (maybe[key & 0xffff] === 0) {
			continue;
		}
		for (const phrase of buckets.get(key) ?? []) {
			const fits = phrase.length === width || (width === widest && phrase.length > width);
			if (fits && text.startsWith(phrase, at)) {
				found.get(phrase)?.push(at);
			}
		}
	}
}

function keyAt(text: string, at: number, width: number): number {
	let key = width;
	for (let i = at; i < at + width; i++) {
		key = (Math.imul(key, 31) + text.charCodeAt(i)) & 0x3fffffff;
	}
	return key;
}
