import { iou } from '../span.ts';
import type { GoldDocument, GoldStatement } from './gold.ts';
import { type NameWords, nameWords, oneHoldsOther } from './nameWords.ts';
import type { PredictedStatement } from './prediction.ts';

/** A judge of speakers for one article: right, wrong, or undefined where the article gives the gold speaker no words. */
export type SpeakerJudge = (gold: GoldStatement, predicted: PredictedStatement) => boolean | undefined;

/**
 * Right if the phrase has IoU >= 0.5 with the gold phrase and no other name is claimed, or if the resolved name names the gold
 * speaker and nobody else of the article.
 */
export function speakerJudge(document: GoldDocument): SpeakerJudge {
	const slugs = new Set(document.entities.flatMap(({ entity }) => entity ?? []));
	const known = new Map<string, Names>();
	const namesOf = (slug: string) => {
		const names = known.get(slug) ?? collectNames(document, slug);
		known.set(slug, names);
		return names;
	};

	return (gold, predicted) => {
		const slug = gold.speakerEntity;
		const phrase = predicted.speaker;
		const said = nameWords(predicted.speakerName ?? phrase?.text ?? '');
		if (said.words.size > mostWords) {
			return false;
		}
		const mine = slug === undefined ? names([gold.speakerText]) : namesOf(slug);
		const namesAnother = () =>
			!mine.has(said.key) && [...slugs].some(other => other !== slug && namesOf(other).has(said.key));
		const named =
			said.words.size > 0 &&
			[...mine.values()].some(name => name.key === said.key || (oneHoldsOther(said, name) && !namesAnother()));
		if (gold.speaker !== undefined && phrase !== undefined && iou([gold.speaker], [phrase.span]) >= 0.5) {
			return named || predicted.speakerName === undefined || !namesAnother();
		}
		return mine.size === 0 ? undefined : named;
	};
}

/** A claim of more words names everybody. */
const mostWords = 15;

type Names = ReadonlyMap<string, NameWords>;

/** How an article names one real-world thing. */
function collectNames(document: GoldDocument, slug: string): Names {
	const entities = [...document.entities, ...document.nested].filter(({ entity }) => entity === slug);
	const quotes = document.quotes.filter(({ speakerEntity }) => speakerEntity === slug);
	return names([
		...entities.map(({ text }) => text),
		...quotes.flatMap(({ speakerText, antecedentText }) => [speakerText, antecedentText]),
	]);
}

function names(texts: readonly (string | undefined)[]): Names {
	const all = texts.map(text => nameWords(text ?? '')).filter(({ words }) => words.size > 0);
	return new Map(all.map(name => [name.key, name]));
}
