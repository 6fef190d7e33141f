import type { Files } from '../../ports.ts';
import { partitionPoint } from '../../sorted.ts';
import type { Span } from '../../span.ts';
import { type DecodeBytes, decodeText } from '../../text/decode.ts';
import { type Token, tokenize } from '../../text/tokens.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { IndexedArticle } from '../index/indexedArticle.ts';
import { uriOf } from '../paths.ts';

/** An article read again, for what is cut out of it. */
export interface ArticleText {
	readonly text: string;
	readonly tokens: readonly Token[];
	/** Offsets at which lines begin. */
	readonly lines: readonly number[];
}

/** A stretch of an article by lines and columns, both from 0; columns count UTF-16 units. */
export interface Place {
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
}

export function placeIn({ lines }: ArticleText, { start, end }: Span): Place {
	const lineOf = (offset: number): number => partitionPoint(lines.length, at => (lines[at] ?? 0) <= offset) - 1;
	const [line, endLine] = [lineOf(start), lineOf(end)];
	return { line, column: start - (lines[line] ?? 0), endLine, endColumn: end - (lines[endLine] ?? 0) };
}

/** The same place counted from 1, as people and editors do. */
export function fromOne({ line, column, endLine, endColumn }: Place): Place {
	return { line: line + 1, column: column + 1, endLine: endLine + 1, endColumn: endColumn + 1 };
}

export interface ReadingMeans {
	readonly root: string;
	readonly encoding: string;
	readonly files: Files;
	readonly decode: DecodeBytes;
}

/** The texts of some articles by their paths; those that are not as they were indexed are left out. */
export async function articleTexts(
	index: CorpusIndex,
	articles: Iterable<IndexedArticle>,
	{ root, encoding, files, decode }: ReadingMeans,
): Promise<ReadonlyMap<string, ArticleText>> {
	const texts = new Map<string, ArticleText>();
	await Promise.all(
		[...new Set(articles)].map(async article => {
			const { path } = article;
			const bytes = await files.read(uriOf(root, path)).catch(() => undefined);
			const { value: text } = decodeText(bytes ?? new Uint8Array(), decode, encoding);
			const tokens = tokenize(text);
			if (bytes !== undefined && isAsIndexed(index, article, text, tokens)) {
				texts.set(path, { text, tokens, lines: lineStarts(tokens) });
			}
		}),
	);
	return texts;
}

function isAsIndexed(
	index: CorpusIndex,
	{ tokens: known }: IndexedArticle,
	text: string,
	tokens: readonly Token[],
): boolean {
	return (
		tokens.length === known.length &&
		tokens.every(({ start, end }, at) => text.slice(start, end) === index.strings.text(known[at]))
	);
}

function lineStarts(tokens: readonly Token[]): readonly number[] {
	return [0, ...tokens.flatMap(token => (token.kind === 'break' ? [token.end] : []))];
}
