import { type Candidate, spanOf } from './candidate.ts';
import { type GazetteerEntry, matchRest } from './gazetteer.ts';
import type { Scene } from './scene.ts';
import { entityTables } from './tables.ts';

/** The longest name of the tables that begins at a token; with fewer clitics before longer ones of the same length. */
export function listedAt(scene: Scene, at: number): Candidate | undefined {
	const info = scene.word(at);
	if (info === undefined || info.entries.length === 0) {
		return undefined;
	}
	let best: Candidate | undefined;
	for (const { reading, entry } of info.entries) {
		// A word that is somebody's name or an ordinary word as it stands is not taken apart to make a place of it.
		if (reading.skip > 0 && entry.rest.length === 0 && (info.whole === 'g' || info.whole === 's')) {
			continue;
		}
		const last = matchRest(scene.tokens, at, entry.rest);
		if (last === undefined || (best !== undefined && last <= best.last)) {
			continue;
		}
		if (
			reading.skip === 0 &&
			entityTables().adjectivePlaces.has(reading.key) &&
			entry.rest.length === 0 &&
			isDefinite(scene, at - 1)
		) {
			continue;
		}
		if (entry.guarded && !isAnnounced(scene, at, last, reading.skip, entry)) {
			continue;
		}
		best = {
			label: entry.label,
			span: spanOf(scene.text, scene.tokens, at, last, reading.skip),
			first: at,
			last,
			evidence: [entry.guarded ? 'listed-announced' : last - at > 1 ? 'listed-long' : 'listed'],
			group: entry.group,
			...(reading.article ? { article: true } : {}),
		};
	}
	return best;
}

/** Whether a word before the name says what it is (صحيفة الوطن), or quotation marks stand around it. */
function isAnnounced(
	scene: Scene,
	first: number,
	last: number,
	skip: number,
	{ label, group }: GazetteerEntry,
): boolean {
	if (label === 'ORG' && scene.sport && entityTables().roles.sportOnly.has(group)) {
		return true;
	}
	if (skip === 0 && scene.isQuote(first - 1) && scene.isQuote(last)) {
		return label === 'ORG';
	}
	const before = scene.word(scene.isQuote(first - 1) ? first - 2 : first - 1);
	return skip === 0 && before !== undefined && before.heads.some(({ head }) => head.label === label);
}

/** Whether the word has the article, with clitics before it or not. */
function isDefinite(scene: Scene, at: number): boolean {
	return scene.word(at)?.readings.some(({ key }) => key.startsWith('ال') && key.length > 3) ?? false;
}
