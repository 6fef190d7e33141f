import { partitionPoint } from '../sorted.ts';
import type { Offset, Span } from '../span.ts';
import type { ParsedText } from '../text/parsed.ts';
import type { Token } from '../text/tokens.ts';
import { offsetOfKey } from './candidate.ts';
import { type WordInfo, wordInfo } from './wordInfo.ts';

/**
 * What a label key takes under a bare cursor: the word there, with clitics left outside (وواشنطن → واشنطن, للعراق → لعراق) where the
 * tables tell that they are clitics; else the whole word (وليد, لبنان, فلسطين). Undefined where no word or number is.
 */
export function nameSpanAt(parsed: ParsedText, offset: Offset): Span | undefined {
	const token = tokenAt(parsed.tokens, offset);
	if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) {
		return undefined;
	}
	const skip = token.kind === 'word' ? cliticLetters(wordInfo(token.key)) : 0;
	return { start: offsetOfKey(parsed.text, token, skip), end: token.end };
}

/** How many letters of a word stand outside a name in it. */
function cliticLetters(info: WordInfo): number {
	const { key, whole, entries, readings } = info;
	if (entries.some(({ reading }) => reading.skip === 0) || (whole !== undefined && whole !== 'c')) {
		return 0;
	}
	const listed = entries.find(({ entry }) => entry.rest.length === 0) ?? entries[0];
	if (listed !== undefined) {
		return listed.reading.skip;
	}
	if (info.name !== undefined && info.name.kind !== 'u') {
		return info.name.reading.skip;
	}
	// No table knows the name: what is left with the article, or before a double ل, is one all the same. An ordinary word
	// is taken apart only into a clitic and another (بالحكومة, not والدته).
	const rest = readings.find(
		one => one.skip > 0 && (one.article === true || (key.startsWith('ال', one.skip) && one.key.length > 4)),
	);
	return rest !== undefined && (whole === undefined || wordInfo(rest.key).whole !== undefined) ? rest.skip : 0;
}

/** The token that holds the offset, or ends at it. */
function tokenAt(tokens: readonly Token[], offset: Offset): Token | undefined {
	const low = partitionPoint(tokens.length, middle => (tokens[middle]?.end ?? 0) < offset);
	const token = tokens[low];
	const next = tokens[low + 1];
	if (token?.end === offset && next?.start === offset && next.kind === 'word') {
		return next;
	}
	return token !== undefined && token.start <= offset ? token : undefined;
}
