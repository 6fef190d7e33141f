import type { Span } from '../../span.ts';
import { parseText } from '../../text/parsed.ts';
import type { Mark } from '../graph.ts';
import type { Loss } from '../loss.ts';
import { wordsOfMark } from '../toGraph.ts';

/** A token, cut where a name begins or ends inside it: ل + رويترز. UTF-16 of the text. */
export interface Word extends Span {
	readonly pieces: readonly Span[];
}

/** A name as a run of pieces of one sentence. */
export interface Run {
	readonly label: string;
	/** Indexes into all pieces of the sentence, the last one included. */
	readonly first: number;
	readonly last: number;
}

export interface TaggedSentence {
	readonly words: readonly Word[];
	/** Of all words. */
	readonly pieces: readonly Span[];
	/** Outer before inner. */
	readonly runs: readonly Run[];
}

/**
 * The sentences of a text with its names, for formats that count tokens. Names over the end of a sentence, and those that hold no
 * token, are left out with a loss. Labels are single words.
 */
export function taggedSentences(
	text: string,
	marks: readonly Mark[],
): { readonly sentences: readonly TaggedSentence[]; readonly losses: readonly Loss[] } {
	const losses: Loss[] = [];
	const lose = (code: string, mark: Mark): void => {
		losses.push({ code, id: mark.id, text: wordsOfMark(text, mark) });
	};
	const waiting = marks
		.map(mark => ({ mark, span: mark.parts[0] as Span }))
		.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
	const borders = new Set(waiting.flatMap(({ span }) => [span.start, span.end]));
	const parsed = parseText(text);
	const sentences: TaggedSentence[] = [];
	let next = 0;
	for (const stretch of parsed.sentences.flat()) {
		const words = parsed.tokens.slice(stretch.first, stretch.last).map(token => wordOf(token, borders));
		const pieces = words.flatMap(word => word.pieces);
		const runs: Run[] = [];
		for (let item = waiting[next]; item !== undefined && item.span.start < stretch.end; item = waiting[++next]) {
			const { mark, span } = item;
			const first = pieces.findIndex(piece => piece.start >= span.start);
			const last = pieces.findLastIndex(piece => piece.end <= span.end);
			const label = mark.label.replace(/\s+/g, '_');
			if (span.end > stretch.end) {
				lose('lost-sentence', mark);
			} else if (first < 0 || last < first || pieces[first]?.start !== span.start || pieces[last]?.end !== span.end) {
				lose('lost-span', mark);
			} else {
				if (label !== mark.label) lose('lost-label-form', { ...mark });
				runs.push({ label, first, last });
			}
		}
		sentences.push({ words, pieces, runs });
	}
	for (const { mark } of waiting.slice(next)) lose('lost-span', mark);
	return { sentences, losses };
}

function wordOf({ start, end }: Span, borders: ReadonlySet<number>): Word {
	const pieces: Span[] = [];
	let from = start;
	for (let at = start + 1; at <= end; at++) {
		if (at === end || borders.has(at)) {
			pieces.push({ start: from, end: at });
			from = at;
		}
	}
	return { start, end, pieces };
}
