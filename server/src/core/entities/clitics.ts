/** A way to read a word: so many letters of its key are clitics outside the name, `key` is what is left. */
export interface Reading {
	/** Code units of the word's key that are clitics. */
	readonly skip: number;
	/** Key of the rest, as a table has it: with its article after لل. */
	readonly key: string;
	/** Set where the article lost its alif to ل: the span begins at the second ل, and the name is cited with ال. */
	readonly article?: true;
}

/**
 * The ways a word can be read, from no clitic to all of them: conjunctions و ف, then prepositions ب ك ل; للعراق is ل and العراق.
 * A rest of one letter is one only after a conjunction (وأ.ف.ب).
 */
export function readings(key: string): readonly Reading[] {
	const result: Reading[] = [{ skip: 0, key }];
	const afterConjunction = key.startsWith('و') || key.startsWith('ف') ? 1 : 0;
	for (let skip = 0; skip <= afterConjunction; skip++) {
		const rest = key.length - skip;
		if (skip > 0 && rest > 0) {
			result.push({ skip, key: key.slice(skip) });
		}
		const letter = key[skip];
		if (rest < 3 || (letter !== 'ب' && letter !== 'ك' && letter !== 'ل')) {
			continue;
		}
		const inner = key.slice(skip + 1);
		if (letter === 'ل' && inner.startsWith('ل')) {
			result.push({ skip: skip + 1, key: `ا${inner}`, article: true });
		}
		result.push({ skip: skip + 1, key: inner });
	}
	return result;
}
