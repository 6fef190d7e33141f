import { type Candidate, spanOf } from './candidate.ts';
import { type NameRun, nameRun } from './nameRun.ts';
import type { Scene } from './scene.ts';

/** The person named at a token, as far as the words themselves and what stands before them tell. */
export function personAt(scene: Scene, at: number): Candidate | undefined {
	const run = nameRun(scene, at);
	if (run === undefined) {
		return undefined;
	}
	const evidence = personEvidence(scene, run);
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

function personEvidence(scene: Scene, run: NameRun): string | undefined {
	const { kinds } = run;
	const [first = 'u'] = kinds;
	const strong = kinds.filter(kind => kind === 'g' || kind === 's' || kind === 'k').length;
	const known = kinds.filter(kind => kind !== 'u').length;
	if (kinds.length > 1 && (first === 'g' || first === 'k')) {
		return known > 1 ? 'given-family' : 'given-unknown';
	}
	const before = wordsBefore(scene, run);
	if (before === 'title' && run.skip === 0) {
		return 'title-before';
	}
	if (before === 'office' && run.skip === 0 && (known > 0 || kinds.length > 1)) {
		return 'office-before';
	}
	if (kinds.length > 1 && strong > 0 && known > 1) {
		return 'family-last';
	}
	if (kinds.length > 1 && known === kinds.length && kinds.includes('t')) {
		return 'name-words';
	}
	if (first === 'k' && /^[وفلبك]?(ابو|عبد)$/.test(scene.tokens[run.first]?.key ?? '')) {
		return 'kunya';
	}
	if (kinds.length === 1 && first === 's' && before === 'speech') {
		return 'speech-before';
	}
	return kinds.length === 1 && first === 's' && isFarFromOrdinary(scene, run) ? 'family-alone' : undefined;
}

function isFarFromOrdinary(scene: Scene, run: NameRun): boolean {
	const info = scene.word(run.first);
	const key = info?.name?.reading.key ?? '';
	return key.length >= 5 && !key.startsWith('ال') && !info?.entries.length;
}

/** What announces a person before the run: a title, an office within reach, or a verb of speech. */
function wordsBefore(scene: Scene, run: NameRun): 'title' | 'office' | 'speech' | undefined {
	let at = run.first - 1;
	const nearest = scene.word(at);
	if (nearest?.title) {
		return 'title';
	}
	if (nearest?.office && !nearest.definite) {
		return 'office';
	}
	if (nearest?.speech) {
		return 'speech';
	}
	if (scene.tokens[at]?.kind === 'mark' && (scene.tokens[at]?.key === '،' || scene.tokens[at]?.key === ',')) {
		at -= 1;
	}
	for (let steps = 0; steps < 8; steps++, at--) {
		const info = scene.word(at);
		if (info === undefined) {
			return undefined;
		}
		if (info.title && steps > 0 && scene.word(at + 1)?.adjective) {
			return 'title';
		}
		if (info.office) {
			return 'office';
		}
		if (!info.definite && !info.nationality && info.entries.length === 0 && steps > 0 && isPreposition(info.key)) {
			return undefined;
		}
	}
	return undefined;
}

const prepositions = new Set([
	'من',
	'الي',
	'علي',
	'عن',
	'مع',
	'بعد',
	'قبل',
	'ان',
	'او',
	'ثم',
	'لا',
	'لم',
	'لن',
	'قد',
	'كان',
	'هو',
	'هي',
	'بين',
	'حول',
	'ضد',
	'خلال',
	'عبر',
	'منذ',
	'حتي',
	'عند',
	'انه',
	'بان',
	'التي',
	'الذي',
	'كما',
	'حيث',
]);

function isPreposition(key: string): boolean {
	return prepositions.has(key);
}
