import classes from '../lexicon/statements/cues.yaml';
import type { Span } from '../span.ts';
import { cueTable } from '../statements/lexicon/cueTable.ts';
import { under } from '../statements/lexicon/readTable.ts';
import { matchKey } from '../text/key.ts';

/** How the words of a statement are joined to its cue. */
export type Pattern = 'clause' | 'colon and marks' | 'colon' | 'marks' | 'noun phrase' | 'cue behind' | 'no cue';

/** Read off the text alone, so that gold and suggestions are sorted alike. Spans are places in `letters`, one code point each. */
export function patternOf(
	letters: readonly string[],
	{ content, cue }: { readonly content: readonly Span[]; readonly cue?: Span | undefined },
): Pattern {
	const start = content[0]?.start ?? 0;
	if (cue === undefined) return 'no cue';
	if (cue.end > start) return 'cue behind';
	const gap = letters.slice(cue.end, start).join('').trimEnd();
	const marked = openingMark.test(gap) || openingMark.test(letters[start] ?? '');
	const before = gap.replace(openingMark, '').replace(/ـ$/, '').trimEnd();
	if (before.endsWith(':')) return marked ? 'colon and marks' : 'colon';
	if (complementiser.test(matchKey(lastWord(before)))) return 'clause';
	return marked ? 'marks' : 'noun phrase';
}

const openingMark = /["“”«„‟″'‘‹﴿﴾]$/;
/** As match keys, in which أن and إن are one. */
const complementiser = /^[وف]?[بلك]?ان(?:ه|ها|هم|هما|هن|ني|نا|ك|كم|ا|ي)?$/;

function lastWord(text: string): string {
	return text.slice(text.search(/[^\s،,()«»"“”]+$/)).trim();
}

/** Class of a cue in the lexicon, with its gloss; `attribution` for phrases such as بحسب and على حد قوله. */
export function cueClass(cue: string): string {
	const first = matchKey(cue.split(/\s/)[0] ?? '');
	const found = cueTable.forms.get(first)?.[0]?.cue;
	if (found === undefined) return 'attribution';
	return `${found.letter} ${String(under(classes, 'classes', found.letter, 'gloss'))}`;
}
