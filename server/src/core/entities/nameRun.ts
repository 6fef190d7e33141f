import type { Scene } from './scene.ts';
import type { WordClass } from './tables.ts';
import type { WordInfo } from './wordInfo.ts';

/** Words in a row that can be the name of one person. */
export interface NameRun {
	readonly first: number;
	readonly last: number;
	/** Letters of the first word's key that are clitics. */
	readonly skip: number;
	readonly article: boolean;
	/** Kind of each part: classes of words.tsv, u for unknown words, k for a part with a particle (عبد الله، أبو مهدي). */
	readonly kinds: readonly (WordClass | 'u' | 'k')[];
}

/** Longest run of name words that begins at a token; undefined where the word there can begin none. */
export function nameRun(scene: Scene, at: number): NameRun | undefined {
	const info = scene.word(at);
	const particle = particleLength(scene, at, true);
	const name = info?.name;
	if (info === undefined || (particle === 0 && (name === undefined || isDefiniteOrdinary(info)))) {
		return undefined;
	}
	const skip = particle > 0 ? particleSkip(info) : (name?.reading.skip ?? 0);
	const kinds: (WordClass | 'u' | 'k')[] = [particle > 0 ? 'k' : (name?.kind ?? 'u')];
	if (kinds[0] === 'a' && !isAmbiguousName(scene, at)) {
		return undefined;
	}
	let last = at + Math.max(1, particle);
	while (kinds.length < 6) {
		const joint = particleLength(scene, last, false);
		const next = scene.word(last);
		if (joint > 0) {
			kinds.push('k');
			last += joint;
		} else if (
			next?.name !== undefined &&
			next.name.reading.skip === 0 &&
			!next.nationality &&
			continues(scene, last, next, kinds)
		) {
			kinds.push(next.name.kind);
			last += 1;
		} else {
			break;
		}
	}
	return { first: at, last, skip, article: particle === 0 && name?.reading.article === true, kinds };
}

/** Unknown words follow a known name, not one another without end; places begin nothing but their own names. */
function continues(scene: Scene, at: number, info: WordInfo, kinds: NameRun['kinds']): boolean {
	const kind = info.name?.kind;
	if (kind === 'u') {
		return (
			kinds.filter(one => one === 'u').length < 3 && (info.definite || !info.key.startsWith('ي') || kinds.includes('u'))
		);
	}
	if (kind === 'a') {
		return isAmbiguousName(scene, at);
	}
	return (
		kind === 'g' ||
		kind === 's' ||
		!info.entries.some(({ reading, entry }) => reading.skip === 0 && entry.rest.length === 0 && !entry.guarded)
	);
}

function isDefiniteOrdinary(info: WordInfo): boolean {
	return info.definite && info.ordinary;
}

/** علي is a name where على is a preposition; the key does not tell them apart, the text does. */
function isAmbiguousName(scene: Scene, at: number): boolean {
	const token = scene.tokens[at];
	return token === undefined || token.key !== 'علي' || scene.text.charCodeAt(token.end - 1) === 0x064a;
}

const joints = new Set([
	'بن',
	'ابن',
	'بنت',
	'ولد',
	'دي',
	'دو',
	'دا',
	'دل',
	'ديل',
	'فان',
	'فون',
	'بو',
	'ابو',
	'ابي',
	'ابا',
	'ام',
	'عبد',
	'ال',
]);
const openers = new Set(['ابو', 'ابي', 'عبد', 'ابن', 'ام', 'ال', 'دي', 'فان', 'فون']);
const closers = new Set(['الدين', 'الله', 'الاسلام']);

/** Tokens of a part that a particle makes, 0 for none: عبد الله، أبو مهدي, بن سلمان; inside a name also the second half of نور الدين. */
function particleLength(scene: Scene, at: number, opening: boolean, depth = 0): number {
	const info = scene.word(at);
	if (info === undefined) {
		return 0;
	}
	if (!opening && closers.has(info.key)) {
		return 1;
	}
	const key = opening ? info.key.slice(particleSkip(info)) : info.key;
	if (!(opening ? openers : joints).has(key)) {
		return 0;
	}
	const next = scene.word(at + 1);
	if (next === undefined || next.nationality) {
		return 0;
	}
	if (key === 'عبد') {
		return next.definite || next.key === 'ربه' ? 2 : 0;
	}
	if (key === 'ال') {
		// آل is written with madda; a lone ال is a torn article.
		return scene.text.charCodeAt(scene.tokens[at]?.start ?? 0) === 0x0622 ? 2 : 0;
	}
	if (key === 'ابو' || key === 'ابي') {
		return next.name !== undefined || next.definite ? 2 : 0;
	}
	const known =
		next.name !== undefined && next.name.reading.skip === 0 && (!opening || next.name.kind !== 'u' || key === 'ابن');
	if (key === 'ام' || key === 'فان' || key === 'بو') {
		return known && next.name?.kind !== 'u' && next.name?.kind !== 'a' && (key !== 'ام' || next.name?.kind === 'g')
			? 2
			: 0;
	}
	// بن عبد الله, بن أبي طالب: a particle may hold another, but not without end.
	const inner = !opening && !known && depth === 0 ? particleLength(scene, at + 1, false, 1) : 0;
	return known ? 2 : inner > 0 ? inner + 1 : 0;
}

function particleSkip(info: WordInfo): number {
	return /^[وفلبك](ابو|ابي|عبد|ابن)$/.test(info.key) ? 1 : 0;
}
