import { matchKey } from '../../text/key.ts';
import { tokenize } from '../../text/tokens.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { WordMatch } from './query.ts';

/** For each word of a query, which strings of the index it stands for: 1 at their numbers. */
export type WordForms = readonly Uint8Array[];

/** Undefined for a query without words. Runs over the string table once. */
export function wordForms(index: CorpusIndex, text: string, match: WordMatch): WordForms | undefined {
	const words = wordsOf(text);
	if (words.length === 0) {
		return undefined;
	}
	const { all } = index.strings;
	const forms = words.map(() => new Uint8Array(all.length));
	const tests = words.map((word, at) => testOf(word, at === 0 && match === 'clitics' ? 'clitics' : match));
	for (let id = 1; id < all.length; id++) {
		const written = all[id] ?? '';
		// Names and ids stand in the same table; no word is this long or has blanks.
		if (written.length > 64 || written.includes(' ')) {
			continue;
		}
		const key = match === 'written' ? written : index.key(id);
		for (let at = 0; at < tests.length; at++) {
			if (tests[at]?.(key)) {
				(forms[at] as Uint8Array)[id] = 1;
			}
		}
	}
	return forms;
}

interface Word {
	readonly text: string;
	readonly open: boolean;
}

/** Words, numbers and marks, each with whether a star follows at once. */
function wordsOf(text: string): readonly Word[] {
	const tokens = tokenize(text).filter(token => token.kind !== 'break');
	return tokens.flatMap((token, at) => {
		const word = text.slice(token.start, token.end);
		const before = tokens[at - 1];
		const isStar = (one: string, end: number | undefined, start: number): boolean => one === '*' && end === start;
		if (isStar(word, before?.end, token.start)) {
			return [];
		}
		const next = tokens[at + 1];
		const open = next !== undefined && isStar(text.slice(next.start, next.end), token.end, next.start);
		return [{ text: word, open }];
	});
}

function testOf({ text, open }: Word, match: WordMatch): (key: string) => boolean {
	const wanted = match === 'written' ? text : matchKey(text);
	const fits = open ? (key: string) => key.startsWith(wanted) : (key: string) => key === wanted;
	if (match !== 'clitics') {
		return fits;
	}
	const bare = wanted.startsWith('ال') && wanted.length > 3 ? wanted.slice(2) : undefined;
	return key =>
		fits(key) ||
		(key.length > wanted.length && cliticsBefore(key).some(fits)) ||
		(bare !== undefined && key === `لل${bare}`);
}

/** What may follow the attached words at the front: و or ف, then ب ك ل or س, then the article. */
function cliticsBefore(key: string): readonly string[] {
	const found: string[] = [];
	let rest = key;
	for (const [letters, at] of [
		['وف', 0],
		['بكلس', 1],
	] as const) {
		if (letters.includes(rest.charAt(0)) && rest.length > 2) {
			rest = rest.slice(1);
			found.push(rest);
		} else if (at === 1) {
			break;
		}
	}
	if (/^[وف]?لل/.test(key)) {
		found.push(key.slice(key.indexOf('لل') + 2), `ال${key.slice(key.indexOf('لل') + 2)}`);
	}
	for (const one of [key, ...found]) {
		if (one.startsWith('ال') && one.length > 4) {
			found.push(one.slice(2));
		}
	}
	return found;
}
