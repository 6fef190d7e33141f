import { type Candidate, spanOf } from './candidate.ts';
import { type NameRun, nameRun, type PartKind } from './nameRun.ts';
import type { Scene } from './scene.ts';
import { entityTables } from './tables.ts';
import type { WordInfo } from './wordInfo.ts';

/** The person named at a token, as far as the words themselves and what stands before them tell. */
export function personAt(scene: Scene, at: number): Candidate | undefined {
	const run = nameRun(scene, at);
	if (run === undefined) {
		return undefined;
	}
	const evidence = evidenceByForm(scene, run) ?? evidenceBefore(scene, run) ?? evidenceAfter(scene, run);
	if (evidence === undefined) {
		return undefined;
	}
	return {
		label: 'PER',
		span: spanOf(scene.text, scene.tokens, run.first, run.last, run.skip),
		first: run.first,
		last: run.last,
		evidence: [evidence],
		...(run.article ? { article: true } : {}),
	};
}

/** What the words of the name tell by themselves. */
function evidenceByForm(scene: Scene, { first, kinds }: NameRun): string | undefined {
	const [head] = kinds;
	const strong = kinds.filter(kind => kind === 'g' || kind === 's' || kind === 'k').length;
	const known = kinds.filter(kind => !isGuess(kind)).length;
	if (kinds.length > 1 && (head === 'g' || head === 'k')) {
		return known > 1 ? 'given-family' : 'given-unknown';
	}
	if (kinds.length > 1 && head === 'a' && kinds[1] === 'u' && scene.word(first + 1)?.definite) {
		return 'given-unknown';
	}
	if (kinds.length > 1 && strong > 0 && known > 1 && !isGuess(head)) {
		return 'family-last';
	}
	if (kinds.length === 2 && kinds[1] === 's' && isPlain(head, scene.word(first)) && scene.word(first + 1)?.definite) {
		return 'family-last';
	}
	if (kinds.length > 1 && known === kinds.length && kinds.includes('t')) {
		return 'name-words';
	}
	if (head === 'k' && /^[وفلبك]?(ابو|عبد|ابن)$/.test(scene.tokens[first]?.key ?? '')) {
		return 'kunya';
	}
	return kinds.length === 1 && head === 's' && isFarFromOrdinary(scene, first) ? 'family-alone' : undefined;
}

function isFarFromOrdinary(scene: Scene, at: number): boolean {
	const info = scene.word(at);
	const key = info?.name?.reading.key ?? '';
	return key.length >= 4 && (!key.startsWith('ال') || key.length > 5) && !info?.entries.length;
}

/** What a word before the name tells: a title, an office within reach, a verb of speech. */
function evidenceBefore(scene: Scene, run: NameRun): string | undefined {
	const { first, kinds, skip } = run;
	const [head] = kinds;
	const info = scene.word(first);
	const before = skip === 0 ? announcement(scene, first) : undefined;
	if (before === undefined || info === undefined) {
		return undefined;
	}
	// الطبيبة البيطرية فلانة: an adjective stands between the title and the name that follows it.
	const adjective = info.definite && isGuess(head) && info.adjective;
	if (adjective && (kinds.length > 1 || head !== 'u' || info.key.endsWith('ه'))) {
		return undefined;
	}
	const known = kinds.some(kind => kind === 'g' || kind === 's' || kind === 't' || kind === 'k');
	if (before === 'title') {
		return head === 'o' || head === 'i' || (head === 'u' && !info.definite && hasVerbShape(info.key))
			? undefined
			: 'title-before';
	}
	if (before === 'office' || before === 'weakTitle') {
		const adjacent = info.definite && head === 'u' && scene.word(first - 1)?.adjective === true;
		// مؤسسة is rather an institution than its founder before a word nobody knows.
		const plain = isPlain(head, info) && !headsBody(scene, first - 1);
		return (known && (!isGuess(head) || plain)) || adjacent ? 'office-before' : undefined;
	}
	return kinds.length === 1 && (head === 's' || head === 'g') ? 'speech-before' : undefined;
}

function headsBody(scene: Scene, at: number): boolean {
	return scene.word(at)?.heads.some(({ head }) => head.label === 'ORG' && !head.inside) ?? false;
}

/** Two words or more that are no ordinary ones, before a comma and what the person is: سلوان الفهد، المتحدثة باسم الوزارة. */
function evidenceAfter(scene: Scene, { first, last, kinds, skip }: NameRun): string | undefined {
	const info = scene.word(first);
	const mark = scene.tokens[last];
	if (skip > 0 || kinds.length < 2 || info === undefined || (mark?.key !== '،' && mark?.key !== ',')) {
		return undefined;
	}
	const after = scene.word(last + 1);
	const office =
		after !== undefined && after.key.length > 3 && after.office && !after.nationality && after.name === undefined;
	// An unknown word before a given name is rather its verb.
	const plain = isGuess(kinds[0]) ? isPlain(kinds[0], info) && kinds[1] !== 'g' : true;
	return office && plain && !kinds.includes('o') ? 'office-after' : undefined;
}

/** An unknown word that looks like nothing else, before known names: المدرب اليوناني جوريجوس دونيس. */
function isPlain(head: PartKind | undefined, info: WordInfo | undefined): boolean {
	return head === 'u' && info !== undefined && !info.definite && !hasVerbShape(info.key);
}

function isGuess(kind: PartKind | undefined): boolean {
	return kind === 'u' || kind === 'i' || kind === 'o';
}

/** An unknown word that may be a verb, or an ordinary word with a clitic: يعاود, سيعقد, لثنيه. */
function hasVerbShape(key: string): boolean {
	return /^(س?[يتن]|[بلكوف])/.test(key);
}

const reach = 8;

function announcement(scene: Scene, first: number): 'title' | 'weakTitle' | 'office' | 'speech' | undefined {
	let at = first - 1;
	const nearest = scene.word(at);
	if (nearest?.title) {
		return 'title';
	}
	if (nearest?.weakTitle) {
		return 'weakTitle';
	}
	if (nearest?.office && !nearest.definite) {
		return 'office';
	}
	if (nearest?.speech) {
		return 'speech';
	}
	if (nearest?.heads.length) {
		return undefined;
	}
	const mark = scene.tokens[at];
	if (mark?.kind === 'mark' && (mark.key === '،' || mark.key === ',')) {
		at -= 1;
	}
	for (let steps = 0; steps < reach; steps++, at--) {
		const info = scene.word(at);
		if (info === undefined) {
			return undefined;
		}
		if (info.title && steps > 0 && scene.word(at + 1)?.adjective) {
			return 'title';
		}
		if (info.office || (info.weakTitle && steps > 0 && scene.word(at + 1)?.adjective)) {
			return 'office';
		}
		if (entityTables().nameParts.breaks.has(info.key)) {
			return undefined;
		}
	}
	return undefined;
}
