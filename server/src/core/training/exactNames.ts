import { analysing } from '../analysis/analyse.ts';
import type { LoadedModel } from '../entities/model/defaultModel.ts';
import type { EntityRecord } from '../model.ts';
import { covers, type Span } from '../span.ts';
import type { DoneArticle } from './doneArticles.ts';

/** How many outermost names there are, were suggested, and both with the same label and just the same words. */
export interface ExactNames {
	readonly wanted: number;
	readonly suggested: number;
	readonly right: number;
}

/** Counts what is suggested with these models in decided articles, names of these labels alone. Yields after at most 2,000 tokens. */
export function* exactNames(
	articles: readonly DoneArticle[],
	models: readonly LoadedModel[],
	labels: readonly string[],
): Generator<void, ExactNames> {
	let [wanted, suggested, right] = [0, 0, 0];
	for (const article of articles) {
		const decided = new Set(
			outermost(article)
				.filter(({ label }) => labels.includes(label))
				.map(placeOf),
		);
		const { entities } = yield* analysing(article.text, { models });
		const found = entities.filter(({ label }) => labels.includes(label)).map(placeOf);
		wanted += decided.size;
		suggested += found.length;
		right += found.filter(place => decided.has(place)).length;
	}
	return { wanted, suggested, right };
}

/** Confirmed names that are in no other. */
function outermost({ records }: DoneArticle): { readonly label: string; readonly span: Span }[] {
	const confirmed = records.filter(
		(record): record is EntityRecord => record.kind === 'entity' && record.state === 'confirmed',
	);
	const names = confirmed
		.map(({ label, at: { span } }) => ({ label, span }))
		.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
	const outer: typeof names = [];
	for (const name of names) {
		const before = outer.at(-1);
		if (before === undefined || !covers(before.span, name.span)) outer.push(name);
	}
	return outer;
}

function placeOf({ label, span }: { readonly label: string; readonly span: Span }): string {
	return `${label} ${span.start} ${span.end}`;
}
