import type { Span } from '../span.ts';
import { isIgnorable } from '../text/key.ts';
import { tokenize } from '../text/tokens.ts';
import { wordInfo } from './wordInfo.ts';

/**
 * How a name is cited that stands in a text: after لل the written name lacks the alif of its article, so "لولايات المتحدة" is cited as
 * "الولايات المتحدة". Undefined where the written form is the citation form (للندن is ل and لندن).
 */
export function citationForm(text: string, span: Span): string | undefined {
	if (text[span.start] !== 'ل' || letterBefore(text, span.start) !== 'ل') {
		return undefined;
	}
	const written = text.slice(span.start, span.end);
	const first = tokenize(written)[0]?.key ?? '';
	const withArticle = wordInfo(`ا${first}`);
	const without = wordInfo(first);
	const isName = (info: typeof without) =>
		info.entries.some(({ reading }) => reading.skip === 0) || (info.whole !== undefined && info.whole !== 'c');
	return !isName(withArticle) && isName(without) ? undefined : `ا${written}`;
}

function letterBefore(text: string, at: number): string | undefined {
	let before = at - 1;
	while (before >= 0 && isIgnorable(text.charCodeAt(before))) {
		before -= 1;
	}
	return text[before];
}
