import type { Span } from '../../span.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import {
	entityColumn,
	partColumn,
	partWidth,
	statementColumn,
	statementTypes,
	statuses,
} from '../index/indexedArticle.ts';
import { unpackId } from '../index/packedId.ts';
import { speakerOf } from '../ledger/speakers.ts';
import type { Names } from '../who.ts';
import { type ArticleText, placeIn } from './articleTexts.ts';
import { contextOf } from './context.ts';
import type { Hit } from './findHits.ts';
import type { SearchRow } from './query.ts';

/** A hit as a line of a concordance. */
export function rowOf(index: CorpusIndex, names: Names, hit: Hit, article: ArticleText): SearchRow {
	const span = spanOf(hit, article);
	const { path, outlet, date } = hit.article;
	return {
		path,
		...span,
		...placeIn(article, span),
		...contextOf(article.text, span),
		...nameOf(index, names, hit),
		...statementOf(index, names, hit),
		kind: kindOf(hit),
		outlet,
		date,
	};
}

function kindOf({ entity, statement, article, token, tokenEnd }: Hit): SearchRow['kind'] {
	if (entity >= 0) {
		const same = article.entities[entity + entityColumn.token] === token;
		return same && article.entities[entity + entityColumn.tokenEnd] === tokenEnd ? 'entity' : 'words';
	}
	return statement >= 0 && firstPart({ article, statement }).token === token ? 'statement' : 'words';
}

function firstPart({ article, statement }: Pick<Hit, 'article' | 'statement'>) {
	const at = (article.statements[statement + statementColumn.part] ?? 0) * partWidth;
	const of = (column: number): number => article.parts[at + column] ?? 0;
	return {
		token: of(partColumn.token),
		tokenEnd: of(partColumn.tokenEnd),
		start: of(partColumn.start),
		end: of(partColumn.end),
	};
}

function spanOf(hit: Hit, { tokens }: ArticleText): Span {
	const { article, entity, token, tokenEnd } = hit;
	if (kindOf(hit) === 'entity') {
		return {
			start: article.entities[entity + entityColumn.start] ?? 0,
			end: article.entities[entity + entityColumn.end] ?? 0,
		};
	}
	const part = hit.statement >= 0 ? firstPart(hit) : undefined;
	return part !== undefined && part.token === token && part.tokenEnd === tokenEnd
		? { start: part.start, end: part.end }
		: { start: tokens[token]?.start ?? 0, end: tokens[tokenEnd - 1]?.end ?? 0 };
}

function nameOf(index: CorpusIndex, names: Names, { article, entity }: Hit): Partial<SearchRow> {
	if (entity < 0) {
		return {};
	}
	const at = (column: number): number => article.entities[entity + column] ?? 0;
	const label = index.strings.text(at(entityColumn.label));
	const linked = index.strings.text(at(entityColumn.entity));
	const entry =
		linked === ''
			? (names.named(index.strings.text(at(entityColumn.name)), label) ??
				names.named(index.key(at(entityColumn.text)), label))
			: names.entry(linked);
	const key = entry?.key ?? linked;
	return {
		id: unpackId(at(entityColumn.id), index.strings),
		status: statuses[at(entityColumn.status)] ?? 'suggested',
		label,
		...(key === '' ? {} : { entity: key }),
		...(entry === undefined ? {} : { name: entry.name }),
	};
}

function statementOf(index: CorpusIndex, names: Names, hit: Hit): Partial<SearchRow> {
	const { article, entity, statement } = hit;
	if (statement < 0) {
		return {};
	}
	const at = (column: number): number => article.statements[statement + column] ?? 0;
	const speaker = speakerOf(index, names, article, statement).name;
	const own =
		entity >= 0
			? {}
			: {
					id: unpackId(at(statementColumn.id), index.strings),
					status: statuses[at(statementColumn.status)] ?? 'suggested',
					label: statementTypes[at(statementColumn.type)] ?? 'indirect',
				};
	return { ...own, ...(speaker === '' ? {} : { speaker }) };
}
