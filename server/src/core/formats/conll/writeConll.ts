import { fitted } from '../fit.ts';
import type { Article, Exported, Holds } from '../format.ts';
import { type Run, taggedSentences } from './sentences.ts';

/** What CoNLL-2003 columns can hold. */
export const conllHolds: Holds = {
	text: 'words',
	nested: false,
	overlapping: false,
	discontinuous: 'no',
	relations: false,
	fields: 'label',
	comments: false,
	rejected: false,
	documentLabels: false,
};

/** What the columns of the Wojood corpus can hold: names inside names. */
export const wojoodHolds: Holds = { ...conllHolds, nested: true };

/**
 * CoNLL-2003: `FORM _ O TAG` with one space between, IOB2, a blank line after each sentence. A token is cut where a name begins or
 * ends inside it. The text comes back as words with one blank between.
 */
export function writeConll(article: Article): Exported {
	return columns(article, conllHolds, '.conll', '-DOCSTART- -X- O O\n\n', tags => ` _ O ${tags[0] ?? 'O'}`);
}

/** Wojood: `FORM TAG TAG …`, outermost first, as many tags as names around the token, else O. */
export function writeWojood(article: Article): Exported {
	return columns(article, wojoodHolds, '.wojood', '', tags => ` ${tags.length === 0 ? 'O' : tags.join(' ')}`);
}

function columns(
	article: Article,
	holds: Holds,
	ending: string,
	head: string,
	tail: (tags: readonly string[]) => string,
): Exported {
	const { graph, losses } = fitted(article, holds);
	const { text } = article;
	const tagged = taggedSentences(text, graph.marks);
	const blocks = tagged.sentences.map(({ pieces, runs }) =>
		pieces.map(({ start, end }, index) => `${text.slice(start, end)}${tail(tagsAt(runs, index))}\n`).join(''),
	);
	const path = article.path.replace(/\.txt$/, '') + ending;
	return {
		files: [{ path, text: head + blocks.map(block => `${block}\n`).join('') }],
		losses: [...losses, ...tagged.losses],
	};
}

function tagsAt(runs: readonly Run[], index: number): readonly string[] {
	return runs
		.filter(({ first, last }) => first <= index && index <= last)
		.map(({ first, label }) => `${first === index ? 'B' : 'I'}-${label}`);
}
