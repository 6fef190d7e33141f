import type { Resolved } from '../resolve.ts';
import type { Scene } from '../scene.ts';
import { asGuideline } from './boundaries.ts';
import type { LoadedModel } from './defaultModel.ts';
import { scoreOfMargin } from './sequenceModel.ts';
import type { TokenStretch } from './tagText.ts';

/** Most tokens tagged at once. */
const longest = 400;

/** Labels that the rules know: what they found is surer. */
const ruled = new Set(['PER', 'LOC', 'ORG', 'DATE']);

/**
 * Names by a model of one's own, laid over those found before it: its people, places and bodies where nothing was found; a label of its
 * own also around names (كأس العالم في قطر), which are nested then, or in place of one. What crosses a name is left out. In text order;
 * yields after at most 2,000 tokens.
 */
export function* withOwnNames(
	scene: Scene,
	found: readonly Resolved[],
	{ model, tagger }: LoadedModel,
): Generator<void, readonly Resolved[]> {
	const stretches = scene.parsed.sentences.flat().flatMap(cut);
	const own: Resolved[] = [];
	const replaced = new Set<Resolved>();
	let next = 0;
	for (const span of yield* tagger.tag(scene.tokens, stretches)) {
		while ((found[next]?.outer.last ?? Number.POSITIVE_INFINITY) <= span.first) {
			next += 1;
		}
		const inside: Resolved[] = [];
		for (let at = next; (found[at]?.outer.first ?? Number.POSITIVE_INFINITY) < span.last; at++) {
			inside.push(found[at] as Resolved);
		}
		const fits = inside.every(({ outer }) => outer.first >= span.first && outer.last <= span.last);
		const name =
			fits && (inside.length === 0 || !ruled.has(span.label)) ? asGuideline(scene, model.words, span) : undefined;
		if (name === undefined || inside.some(({ outer }) => outer.first < name.first || outer.last > name.last)) {
			continue;
		}
		const outer = { ...name, score: scoreOfMargin(model, span.label, span.margin), evidence: ['own-model'] };
		const isWhole = (one: Resolved) => one.outer.first === name.first && one.outer.last === name.last;
		const nested = inside.flatMap(one => (isWhole(one) ? one.nested : [one.outer]));
		own.push({ outer, nested });
		for (const one of inside) {
			replaced.add(one);
		}
	}
	return [...found.filter(one => !replaced.has(one)), ...own].sort((a, b) => a.outer.first - b.outer.first);
}

function cut({ first, last }: TokenStretch): TokenStretch[] {
	const parts: TokenStretch[] = [];
	for (let from = first; from < last; from += longest) {
		parts.push({ first: from, last: Math.min(last, from + longest) });
	}
	return parts;
}
