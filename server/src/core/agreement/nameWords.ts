/** The words of a name with their spelling folded, as a set: order does not count, nor how often a word comes. */
export interface NameWords {
	readonly words: ReadonlySet<string>;
	/** Equal for equal sets. */
	readonly key: string;
}

/**
 * Folds as the scoring protocol does: NFKC, without tatweel, vowel marks and controls; أإآٱ as ا, ى and ئ as ي, ة as ه, ؤ as و;
 * anything but letters and digits parts words. A first word that begins with ل and has over four letters gets its ا back,
 * for after لل a span begins at the second ل.
 */
export function nameWords(name: string): NameWords {
	const folded = name
		.normalize('NFKC')
		.replace(/[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
		.replace(/[أإآٱ]/g, 'ا')
		.replace(/[ىئ]/g, 'ي')
		.replace(/ة/g, 'ه')
		.replace(/ؤ/g, 'و')
		.replace(/[^\p{L}\p{N}_]/gu, ' ');
	const words = folded.split(' ').filter(word => word !== '');
	const [first] = words;
	if (first?.startsWith('ل') && [...first].length > 4) {
		words[0] = `ا${first}`;
	}
	const set = new Set(words);
	return { words: set, key: [...set].sort().join(' ') };
}

/** Whether all words of one are among those of the other. */
export function oneHoldsOther({ words: a }: NameWords, { words: b }: NameWords): boolean {
	return within(a, b) || within(b, a);
}

function within(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
	return [...inner].every(word => outer.has(word));
}
