import { type Candidate, spanOf } from './candidate.ts';
import { listedAt } from './listed.ts';
import { nameRun } from './nameRun.ts';
import type { Scene } from './scene.ts';
import { entityTables, type Head } from './tables.ts';
import type { WordInfo } from './wordInfo.ts';

/** The name a common noun announces: with the noun (وزارة الخارجية) or without it (صحيفة الحياة), as the table of heads says. */
export function headedAt(scene: Scene, at: number): Candidate | undefined {
	const info = scene.word(at);
	if (scene.endsInAlif(at)) {
		return undefined;
	}
	for (const { skip, head } of info?.heads ?? []) {
		const candidate = scene.isQuote(at + 1) ? quotedName(scene, at, head) : unquotedName(scene, at, skip, head);
		if (candidate !== undefined) {
			return candidate;
		}
	}
	return undefined;
}

function unquotedName(scene: Scene, at: number, skip: number, head: Head): Candidate | undefined {
	const end = complementEnd(scene, at + 1, head);
	if (end === undefined) {
		return undefined;
	}
	// After a lost alif the article is part of the head: للمحكمة is ل and المحكمة.
	const written = scene.tokens[at]?.key ?? '';
	const article = head.inside && skip > 0 && written.startsWith('لل', skip - 1);
	const first = head.inside ? at : at + 1;
	return {
		label: head.label,
		span: spanOf(scene.text, scene.tokens, first, end, head.inside ? skip : 0),
		first,
		last: end,
		evidence: [head.inside ? 'head-inside' : 'head-before'],
		...(article ? { article: true } : {}),
	};
}

const longestQuoted = 5;

/** In quotation marks the name is what stands between them, whatever the head. */
function quotedName(scene: Scene, at: number, head: Head): Candidate | undefined {
	const first = at + 2;
	let last = first;
	while (last - first < longestQuoted && isInside(scene, last)) {
		last += 1;
	}
	if (last === first || !scene.isQuote(last) || head.complement === 'adjective') {
		return undefined;
	}
	return {
		label: head.label,
		span: spanOf(scene.text, scene.tokens, first, last, 0),
		first,
		last,
		evidence: ['head-quoted'],
	};
}

function isInside(scene: Scene, at: number): boolean {
	const kind = scene.tokens[at]?.kind;
	return kind === 'word' || kind === 'number' || (kind === 'mark' && /^[-–.]$/.test(scene.tokens[at]?.key ?? ''));
}

/** The token index behind what completes the head; undefined where nothing fitting follows. */
function complementEnd(scene: Scene, from: number, head: Head): number | undefined {
	const info = scene.word(from);
	if (info === undefined) {
		return undefined;
	}
	if (head.complement === 'adjective') {
		// وزير الخارجية الأمريكي: an adjective of another gender belongs to the office before.
		return info.adjective && isFeminine(info.key) === isFeminine(scene.tokens[from - 1]?.key ?? '')
			? tailEnd(scene, from, head)
			: undefined;
	}
	const listed = listedAt(scene, from);
	if (listed !== undefined && listed.span.start === scene.tokens[from]?.start) {
		return listedEnd(scene, listed, head);
	}
	if (!info.definite) {
		const end = properEnd(scene, from);
		if (end !== undefined) {
			return head.inside ? tailEnd(scene, end, head) : end;
		}
	}
	return head.inside ? insideEnd(scene, from, info, head) : outsideEnd(from, info, head);
}

/** Behind a name of the tables: a club's nationality stays outside, and a head that only describes leaves the name to its table. */
function listedEnd(scene: Scene, listed: Candidate, head: Head): number | undefined {
	if (!head.inside) {
		return head.label === 'LOC' && listed.label === 'LOC' ? listed.last : undefined;
	}
	return listed.label === 'ORG' ? listed.last : tailEnd(scene, listed.last, head);
}

function isFeminine(key: string): boolean {
	return key.endsWith('ه');
}

function insideEnd(scene: Scene, from: number, info: WordInfo, head: Head): number | undefined {
	if (info.nationality) {
		return undefined;
	}
	// جامعة الملك سعود: the title belongs to the name of what is named after its bearer.
	const bearer = info.definite && (info.title || info.weakTitle) ? properEnd(scene, from + 1) : undefined;
	if (bearer !== undefined) {
		return bearer;
	}
	if (head.complement === 'proper' || head.complement === 'adjoined') {
		const adjoined =
			head.complement === 'adjoined' && info.definite && !info.adjective && scene.word(from + 1)?.adjective;
		return adjoined ? tailEnd(scene, from + 1, head) : info.definite ? properEnd(scene, from) : undefined;
	}
	if (info.definite) {
		return tailEnd(scene, from + 1, head);
	}
	if (head.complement === 'chain' && info.whole === 'c' && !isTakenApart(info)) {
		const next = scene.word(from + 1);
		return next?.definite && !next.adjective ? tailEnd(scene, from + 2, head) : undefined;
	}
	return undefined;
}

/** A clitic and an ordinary word: لقيادة. */
function isTakenApart(info: WordInfo): boolean {
	return info.readings.some(({ skip, key }) => skip > 0 && key.length > 2 && entityTables().words.get(key) === 'c');
}

function outsideEnd(from: number, info: WordInfo, head: Head): number | undefined {
	const definite = head.complement === 'press' || head.complement === 'definite';
	return definite && info.definite && !info.nationality && !entityTables().closing.has(info.key) ? from + 1 : undefined;
}

/** The end of words that are names or unknown, not of ordinary words. */
function properEnd(scene: Scene, from: number): number | undefined {
	const run = nameRun(scene, from);
	const [kind] = run?.kinds ?? [];
	if (run === undefined || run.skip > 0 || kind === 'o' || kind === 'i') {
		return undefined;
	}
	// An unknown adjective in the feminine, لجنة متنقلة, is no name.
	return kind === 'u' && run.kinds.length === 1 && (scene.tokens[from]?.key ?? '').endsWith('ه') ? undefined : run.last;
}

/** Adjectives that go on with the name, then a purpose (لحقوق الإنسان) where the name is a body's. */
function tailEnd(scene: Scene, from: number, head: Head): number {
	let end = from;
	while (end - from < 3 && scene.word(end)?.adjective) {
		end += 1;
	}
	if (head.label !== 'ORG' || !entityTables().purposes.has(scene.tokens[end]?.key ?? '')) {
		return end;
	}
	const whole = scene.tokens[end]?.key.startsWith('لل');
	end += 1;
	if (whole || scene.word(end)?.definite) {
		end += whole ? 0 : 1;
		while (end - from < 6 && scene.word(end)?.adjective) {
			end += 1;
		}
		return end;
	}
	return end - 1;
}
