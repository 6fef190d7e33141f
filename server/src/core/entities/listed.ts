import { type Candidate, spanOf } from './candidate.ts';
import type { Reading } from './clitics.ts';
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
		if (entry.rest.length === 0 && entityTables().adjectivePlaces.has(reading.key) && describes(scene, at, reading)) {
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

/** Whether a place's name is the adjective here: behind a word with the article, a feminine plural, an adjective (طائرات روسية وسورية). */
function describes(scene: Scene, at: number, { skip, key }: Reading): boolean {
	const before = scene.word(at - 1);
	if (before === undefined) {
		return false;
	}
	if (key.startsWith('ال')) {
		return skip === 0 && isDefinite(scene, at - 1);
	}
	const adjective = !before.definite && (before.nationality || (before.key.length > 4 && before.key.endsWith('يه')));
	return adjective || (skip === 0 && !before.definite && before.key.endsWith('ات') && before.key.length > 4);
}

/** Whether the word has the article, with clitics before it or not. */
function isDefinite(scene: Scene, at: number): boolean {
	return scene.word(at)?.readings.some(({ key }) => key.startsWith('ال') && key.length > 3) ?? false;
}
