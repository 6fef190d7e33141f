import { type Candidate, spanOf } from '../candidate.ts';
import type { Reading } from '../clitics.ts';
import type { Scene } from '../scene.ts';
import type { TaggedSpan } from './decode.ts';
import { rowOf } from './featureIndex.ts';
import { factsOfRow, noFacts, type WordTable, wordHash } from './wordTable.ts';

/**
 * A name as the model tagged it (whole tokens, as in ANERcorp) to a name by the annotation guideline: clitics, descriptive heads and
 * marks outside. Undefined where nothing is left.
 */
export function asGuideline(
	scene: Scene,
	words: WordTable,
	tagged: TaggedSpan,
): Omit<Candidate, 'evidence'> | undefined {
	let { first, last } = tagged;
	while (first < last && (scene.tokens[first]?.kind === 'mark' || isOutside(scene, first, tagged.label))) {
		first += 1;
	}
	while (last > first && scene.tokens[last - 1]?.kind === 'mark') {
		last -= 1;
	}
	const reading = readingOf(scene, words, first, tagged.label);
	if (first >= last || reading === undefined) {
		return undefined;
	}
	return {
		label: tagged.label,
		span: spanOf(scene.text, scene.tokens, first, last, reading.skip),
		first,
		last,
		...(reading.article ? { article: true } : {}),
	};
}

/** A word that announces names of this label and is no part of them: a title, مدينة, شركة. */
function isOutside(scene: Scene, at: number, label: string): boolean {
	const info = scene.word(at);
	if (info === undefined) {
		return false;
	}
	if (label === 'PER') {
		return info.title && info.entries.length === 0 && scene.word(at + 1) !== undefined;
	}
	const heads = info.heads.filter(({ head }) => head.label === label);
	return heads.length > 0 && heads.every(({ head }) => !head.inside);
}

/** How the first word is to be read: the fewest clitics under which tables or the news know it as a name. */
function readingOf(scene: Scene, words: WordTable, at: number, label: string): Reading | undefined {
	const info = scene.word(at);
	const plain = { skip: 0, key: scene.tokens[at]?.key ?? '' };
	if (info === undefined) {
		return plain.key === '' ? undefined : plain;
	}
	const head = info.heads.find(one => one.head.label === label);
	const listed = info.entries.find(one => one.entry.label === label);
	if (listed !== undefined || head !== undefined) {
		return listed?.reading ?? info.readings.find(reading => reading.skip === head?.skip) ?? plain;
	}
	if (!['PER', 'LOC', 'ORG'].includes(label)) {
		return commonest(words, info.readings) ?? plain;
	}
	const column = label === 'PER' ? 0 : label === 'LOC' ? 1 : 2;
	let best: Reading = plain;
	let most = 0;
	for (const reading of info.readings) {
		const row = rowOf(words.index, wordHash(reading.key));
		const { rates, listed } = row < 0 ? noFacts : factsOfRow(words, row);
		const listedAs = label === 'PER' ? listed : 0;
		const worth = ((rates[column] ?? 0) >> 1) + listedAs + (reading.article ? 1 : 0);
		if (worth > most && (reading.skip === 0 || reading.key.length >= 3)) {
			best = reading;
			most = worth;
		}
	}
	return best;
}

/** Of a word that need be no name: the reading that is most frequent in the news by its step; among equals the one with fewer clitics. */
function commonest(words: WordTable, readings: readonly Reading[]): Reading | undefined {
	let best: Reading | undefined;
	let most = -1;
	for (const reading of readings) {
		const row = rowOf(words.index, wordHash(reading.key));
		const { frequency } = row < 0 ? noFacts : factsOfRow(words, row);
		if (frequency > most && (reading.skip === 0 || reading.key.length >= 3)) {
			best = reading;
			most = frequency;
		}
	}
	return best;
}
