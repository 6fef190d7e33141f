import type { Scene } from './scene.ts';
import { type NameKind, particleSkip, type WordInfo } from './wordInfo.ts';

/** k is a part with a particle (عبد الله، أبو مهدي). */
export type PartKind = NameKind | 'k';

/** Words in a row that can be the name of one person. */
export interface NameRun {
	readonly first: number;
	readonly last: number;
	/** Letters of the first word's key that are clitics. */
	readonly skip: number;
	readonly article: boolean;
	/** What each part is. */
	readonly kinds: readonly PartKind[];
}

const mostParts = 6;

/** Longest run of name words that begins at a token; undefined where the word there can begin none. */
export function nameRun(scene: Scene, at: number): NameRun | undefined {
	const info = scene.word(at);
	if (info === undefined || isNow(scene, at)) {
		return undefined;
	}
	const particle = particleLength(scene, at, true);
	const name = particle > 0 ? undefined : info.name;
	// السيد فلان: the title stays outside, though families bear it too.
	const titled = info.definite && (info.title || info.weakTitle || info.office);
	if (particle === 0 && (name === undefined || titled || (name.kind === 'a' && !isSpelledAsName(scene, at)))) {
		return undefined;
	}
	const kinds: PartKind[] = [name?.kind ?? 'k'];
	let last = at + Math.max(1, particle);
	while (kinds.length < mostParts) {
		const part = nextPart(scene, last, kinds);
		if (part === undefined) {
			break;
		}
		kinds.push(part.kind);
		last += part.length;
		if (part.final) {
			break;
		}
	}
	const skip = name?.reading.skip ?? particleSkip(info.key);
	return { first: at, last, skip, article: name?.reading.article === true, kinds };
}

interface NextPart {
	readonly kind: PartKind;
	/** In tokens. */
	readonly length: number;
	readonly final?: true;
}

function nextPart(scene: Scene, at: number, kinds: readonly PartKind[]): NextPart | undefined {
	const joint = particleLength(scene, at, false);
	if (joint > 0) {
		return { kind: 'k', length: joint };
	}
	const next = scene.word(at);
	if (next === undefined || next.nationality || isTitleWithClitic(scene, at)) {
		return undefined;
	}
	const before = kinds.at(-1);
	if (next.numeral && (before === 'g' || before === 'k' || before === 's')) {
		return { kind: 'k', length: 1, final: true };
	}
	if (next.name !== undefined) {
		const fits = next.name.reading.skip === 0 && continues(scene, at, next, next.name.kind, kinds);
		return fits ? { kind: next.name.kind, length: 1 } : undefined;
	}
	return isFamilyByPlace(scene, at, next, kinds) ? { kind: 'o', length: 1, final: true } : undefined;
}

/** بولي العهد after a name is ب and a title, though بولي is a name elsewhere. */
export function isTitleWithClitic(scene: Scene, at: number): boolean {
	if (scene.word(at)?.titleWithClitic !== true) {
		return false;
	}
	// جيمس فولي at the end of a clause is a name after all.
	const after = scene.word(at + 1);
	return after !== undefined && (after.definite || after.ordinary);
}

/** Unknown words follow a known name, not one another without end; places begin nothing but their own names. */
function continues(scene: Scene, at: number, info: WordInfo, kind: NameKind, kinds: readonly PartKind[]): boolean {
	switch (kind) {
		case 'g':
		case 's':
			return true;
		case 't':
			return !info.entries.some(
				({ reading, entry }) => reading.skip === 0 && entry.rest.length === 0 && !entry.guarded,
			);
		case 'a':
			return isSpelledAsName(scene, at);
		case 'o':
		case 'i': {
			const family = info.definite && (info.key.endsWith('ي') || kinds.length > 1);
			return kinds.some(isStrong) && !kinds.includes('o') && (family || (kind === 'i' && !beginsPhrase(info.key)));
		}
		case 'u':
			return info.definite || (kinds.length > 1 ? !/^[بلكويتس]/.test(info.key) : !beginsPhrase(info.key));
	}
}

/** After a name, letters that begin a verb, or a word with a clitic, rather than another name. */
function beginsPhrase(key: string): boolean {
	return /^(?:[وفي]|ت(?!ش)|سي|ست|بال|لل|كال)/.test(key);
}

function isStrong(kind: PartKind): boolean {
	return kind === 'g' || kind === 'k' || kind === 's';
}

/** An ordinary word that its place makes a family name: سامي معوض الحربي, الدكتور سامي الحربي, أبو مهدي المهندس before a mark. */
function isFamilyByPlace(scene: Scene, at: number, info: WordInfo, kinds: readonly PartKind[]): boolean {
	if (info.adjective && info.key.endsWith('ي')) {
		return kinds.length > 1 || (kinds[0] === 'g' && scene.word(at - 2)?.title === true);
	}
	return kinds.length === 1 && kinds[0] === 'k' && info.definite && scene.tokens[at + 1]?.kind === 'mark';
}

/** الآن is spelled like the name آلان but for the place of the sign over its alif, which the key does not keep. */
function isNow({ tokens, text }: Scene, at: number): boolean {
	const token = tokens[at];
	return token?.key === 'الان' && text.slice(token.start, token.end).includes('لآن');
}

/** علي is a name where على is a preposition; the key does not tell them apart, the text does. */
function isSpelledAsName(scene: Scene, at: number): boolean {
	const token = scene.tokens[at];
	return token === undefined || !token.key.endsWith('علي') || token.key.length > 4 || scene.text[token.end - 1] === 'ي';
}

/**
 * Tokens of a part that a particle makes, 0 for none: عبد الله، أبو مهدي, بن سلمان; inside a name also the second half of
 * نور الدين. A particle may hold another (بن عبد الله), but not without end.
 */
function particleLength(scene: Scene, at: number, opening: boolean, depth = 0): number {
	const info = scene.word(at);
	if (info === undefined) {
		return 0;
	}
	if (!opening && info.second) {
		return 1;
	}
	if (opening ? info.opener === '' : !info.joint) {
		return 0;
	}
	const key = opening ? info.opener : info.key;
	const next = scene.word(at + 1);
	if (next === undefined || next.nationality) {
		return 0;
	}
	if (fitsParticle(scene, at, key, next, opening)) {
		return 2;
	}
	const inner = opening || depth > 0 ? 0 : particleLength(scene, at + 1, false, depth + 1);
	return inner > 0 && (key === 'بن' || key === 'ابن') ? inner + 1 : 0;
}

/** Whether a word may stand behind a particle; the first cases are particles that are ordinary words too. */
function fitsParticle(scene: Scene, at: number, key: string, next: WordInfo, opening: boolean): boolean {
	const kind = next.name?.reading.skip === 0 ? next.name.kind : undefined;
	const known = kind === 'g' || kind === 's' || kind === 't';
	switch (key) {
		case 'عبد':
			return next.definite || next.key === 'ربه';
		case 'ال':
			return scene.text[scene.tokens[at]?.start ?? 0] === 'آ';
		case 'ابو':
		case 'ابي':
			if (scene.text[scene.tokens[at]?.start ?? 0] === 'آ') {
				return false;
			}
			return kind !== undefined || next.definite;
		case 'ام':
			return kind === 'g';
		case 'فان':
			return known && !/[أإ]/.test(scene.text.slice(scene.tokens[at]?.start, scene.tokens[at]?.end));
		case 'بو':
			return known;
		case 'ابن':
			return opening ? kind === 'u' || kind === 't' : kind !== undefined;
		default:
			return opening ? known : kind !== undefined && kind !== 'o' && kind !== 'i';
	}
}
