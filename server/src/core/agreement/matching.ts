import { iou } from '../span.ts';
import { type Cells, cover, meet, within } from './cells.ts';
import type { GoldDocument, GoldStatement } from './gold.ts';
import { oneToOne } from './oneToOne.ts';
import type { PredictedStatement, Prediction } from './prediction.ts';

export interface Match {
	readonly gold: GoldStatement;
	readonly got: PredictedStatement;
	readonly iou: number;
}

/** The statements of one article on both sides, without those that are no article matter. */
export interface Statements {
	readonly wanted: readonly GoldStatement[];
	readonly got: readonly PredictedStatement[];
	/** Those that share anything, most alike first; among equals gold that counts comes first, then the order of the text. */
	readonly pairs: readonly Match[];
}

const kindsOutside = new Set(['related', 'tags', 'comments', 'share', 'contact', 'site', 'stray']);

/** What is no article matter, left out on both sides. */
export function outsideOf(document: GoldDocument): Cells {
	return cover(document.boilerplate.filter(({ kind }) => kindsOutside.has(kind)));
}

/** The statements of both sides, paired by what their contents share. */
export function statementsOf(document: GoldDocument, predicted: Prediction): Statements {
	const outside = outsideOf(document);
	const wanted = document.quotes.filter(({ content }) => !meet(cover(content), outside));
	const got = predicted.statements.filter(({ content }) => content.length === 0 || !within(content, outside));
	const pairs = wanted.flatMap(gold => {
		const content = cover(gold.content);
		return got.map(statement => ({ gold, got: statement, iou: iou(content, statement.content) }));
	});
	return {
		wanted,
		got,
		pairs: pairs
			.filter(pair => pair.iou > 0)
			.sort((a, b) => b.iou - a.iou || Number(a.gold.soft) - Number(b.gold.soft)),
	};
}

/** One to one, best first, of those at least so much alike. */
export function matchesAbove(bar: number, { pairs }: Statements): readonly Match[] {
	return oneToOne(
		pairs.filter(pair => pair.iou >= bar),
		({ gold, got }) => [gold, got],
	);
}
