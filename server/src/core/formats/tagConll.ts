import type { Tagger } from '../entities/model/tagText.ts';
import { type ConllSentence, conllDocuments, joinSentences } from './readConll.ts';

/**
 * Tags for tokens as a CoNLL file gives them: IOB2, one for each token, sentence by sentence. Boundaries as in ANERcorp: whole
 * tokens, with their clitics. Yields after at most 2,000 tokens.
 */
export function* tagConll(sentences: readonly ConllSentence[], tagger: Tagger): Generator<void, string[][]> {
	const result: string[][] = [];
	for (const document of conllDocuments(sentences)) {
		const { tokens, stretches } = joinSentences(document);
		const spans = yield* tagger.tag(tokens, stretches);
		let next = 0;
		for (const [at, sentence] of document.entries()) {
			const { first, last } = stretches[at] ?? { first: 0, last: 0 };
			const tags = sentence.tokens.map(() => 'O');
			for (let span = spans[next]; span !== undefined && span.first < last; span = spans[++next]) {
				const begin = sentence.owner[span.first - first] ?? 0;
				const end = sentence.owner[span.last - 1 - first] ?? begin;
				for (let k = begin; k <= end; k++) {
					// Two names in one token: the first one has it.
					if (tags[k] === 'O') {
						tags[k] = `${k === begin ? 'B' : 'I'}-${span.label}`;
					}
				}
				repair(tags, begin, end);
			}
			result.push(tags);
		}
	}
	return result;
}

/** I- after nothing of its label begins a name. */
function repair(tags: string[], begin: number, end: number): void {
	for (let k = begin; k <= end; k++) {
		const tag = tags[k] ?? 'O';
		if (tag.startsWith('I-') && (tags[k - 1] ?? 'O').slice(2) !== tag.slice(2)) {
			tags[k] = `B-${tag.slice(2)}`;
		}
	}
}
