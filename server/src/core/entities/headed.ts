import { type Candidate, spanOf } from './candidate.ts';
import { listedAt } from './listed.ts';
import { nameRun } from './nameRun.ts';
import type { Scene } from './scene.ts';
import type { Head } from './tables.ts';

/** The name a common noun announces: with the noun (وزارة الخارجية) or without it (صحيفة الحياة), as the table of heads says. */
export function headedAt(scene: Scene, at: number): Candidate | undefined {
	const info = scene.word(at);
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

/** In quotation marks the name is what stands between them, whatever the head. */
function quotedName(scene: Scene, at: number, head: Head): Candidate | undefined {
	let last = at + 2;
	while (
		last - at <= 7 &&
		scene.tokens[last] !== undefined &&
		scene.tokens[last]?.kind !== 'break' &&
		!scene.isQuote(last)
	) {
		last += 1;
	}
	if (last === at + 2 || last - at > 7 || !scene.isQuote(last) || head.complement === 'adjective') {
		return undefined;
	}
	return {
		label: head.label,
		span: spanOf(scene.text, scene.tokens, at + 2, last, 0),
		first: at + 2,
		last,
		evidence: ['head-quoted'],
	};
}

/** The token index behind what completes the head; undefined where nothing fitting follows. */
function complementEnd(scene: Scene, from: number, head: Head): number | undefined {
	const info = scene.word(from);
	if (info === undefined) {
		return undefined;
	}
	if (head.complement === 'adjective') {
		return info.adjective ? adjectivesEnd(scene, from) : undefined;
	}
	const listed = listedAt(scene, from);
	if (listed !== undefined && listed.span.start === scene.tokens[from]?.start) {
		return head.inside ? adjectivesEnd(scene, listed.last) : listed.last;
	}
	const run = nameRun(scene, from);
	if (run !== undefined && run.skip === 0 && !info.definite) {
		return head.inside ? adjectivesEnd(scene, run.last) : run.last;
	}
	if (info.nationality || (info.adjective && !head.inside)) {
		return undefined;
	}
	if (head.complement === 'press' || (head.complement === 'definite' && !head.inside)) {
		return info.definite ? from + 1 : undefined;
	}
	if (head.complement === 'proper') {
		return run !== undefined && run.skip === 0 ? run.last : undefined;
	}
	if (info.definite) {
		return adjectivesEnd(scene, from + 1);
	}
	if (head.complement === 'chain' && info.whole === 'c') {
		const next = scene.word(from + 1);
		return next?.definite ? adjectivesEnd(scene, from + 2) : undefined;
	}
	return undefined;
}

function adjectivesEnd(scene: Scene, from: number): number {
	let end = from;
	while (end - from < 3 && scene.word(end)?.adjective) {
		end += 1;
	}
	return end;
}
