import type { CorpusIndex } from '../index/corpusIndex.ts';
import { partColumn, partWidth, statementColumn, statementTypes, statuses } from '../index/indexedArticle.ts';
import { unpackId } from '../index/packedId.ts';
import { type ArticleText, placeIn } from '../search/articleTexts.ts';
import { inOneLine } from '../search/context.ts';
import type { Names } from '../who.ts';
import { align } from './align.ts';
import type { Telling } from './query.ts';
import { speakerOf } from './speakers.ts';
import type { LedgerStatement } from './statements.ts';

/** A statement as its article tells it. `same` says of each of its words whether the statement it is compared with has it too. */
export function tellingOf(
	index: CorpusIndex,
	names: Names,
	statement: LedgerStatement,
	article: ArticleText,
	{ same, asked }: { readonly same: readonly boolean[]; readonly asked: boolean },
): Telling {
	const { row } = statement;
	const { path, outlet, date, statements } = statement.article;
	const at = (column: number): number => statements[row + column] ?? 0;
	const text = (column: number): string => index.strings.text(at(column));
	const pieces = piecesOf(statement, article, same);
	const speaker = speakerOf(index, names, statement.article, row);
	const [start, end] = partAt(statement, 0);
	return {
		path,
		outlet,
		date,
		id: unpackId(at(statementColumn.id), index.strings),
		status: statuses[at(statementColumn.status)] ?? 'suggested',
		type: statementTypes[at(statementColumn.type)] ?? 'indirect',
		start,
		end,
		...placeIn(article, { start, end }),
		text: pieces.map(piece => piece.text).join(''),
		pieces,
		cue: text(statementColumn.cue),
		stance: text(statementColumn.stance),
		source: text(statementColumn.speaker),
		speaker: speaker.name,
		speakerId: speaker.id,
		via: text(statementColumn.via),
		asked,
	};
}

/** For each word of `a` whether `b` has it in the same order. */
export function sameWords(a: LedgerStatement, b: LedgerStatement): readonly boolean[] {
	const same = new Set(align(a.words, b.words).map(([word]) => word));
	return Array.from(a.words, (_, word) => same.has(word));
}

function partAt({ article, row }: LedgerStatement, index: number): readonly [number, number] {
	const at = ((article.statements[row + statementColumn.part] ?? 0) + index) * partWidth;
	return [article.parts[at + partColumn.start] ?? 0, article.parts[at + partColumn.end] ?? 0];
}

/** Words that stand side by side and are alike in this make one piece; what stands between two pieces belongs to the first. */
function piecesOf(
	statement: LedgerStatement,
	{ text, tokens }: ArticleText,
	same: readonly boolean[],
): readonly { readonly text: string; readonly same: boolean }[] {
	const pieces: { text: string; same: boolean }[] = [];
	const add = (words: string, isSame: boolean): void => {
		const last = pieces.at(-1);
		if (last !== undefined && last.same === isSame) {
			last.text += words;
		} else if (words !== '') {
			pieces.push({ text: words, same: isSame });
		}
	};
	const count = statement.article.statements[statement.row + statementColumn.parts] ?? 0;
	for (let part = 0; part < count; part++) {
		const [start, end] = partAt(statement, part);
		if (part > 0) add(' … ', pieces.at(-1)?.same ?? true);
		let at = start;
		let last: boolean | undefined;
		for (const [word, token] of statement.tokens.entries()) {
			const place = tokens[token];
			if (place === undefined || place.start < start || place.start >= end) continue;
			add(inOneLine(text.slice(at, place.start)), last ?? same[word] ?? true);
			add(text.slice(place.start, Math.min(place.end, end)), same[word] ?? true);
			at = Math.min(place.end, end);
			last = same[word] ?? true;
		}
		add(inOneLine(text.slice(at, end)), last ?? true);
	}
	return pieces;
}
