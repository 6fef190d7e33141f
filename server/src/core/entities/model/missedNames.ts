import type { Token } from '../../text/tokens.ts';
import type { WordForm } from '../../text/wordForms.ts';
import type { Candidate } from '../candidate.ts';
import { isTitleWithClitic } from '../nameRun.ts';
import type { Scene } from '../scene.ts';
import { formInfo } from '../wordInfo.ts';
import { asGuideline } from './boundaries.ts';
import type { LoadedModel } from './defaultModel.ts';
import { scoreOfMargin } from './sequenceModel.ts';
import type { TokenStretch } from './tagText.ts';
import { factsOfReadings, type WordTable } from './wordTable.ts';

/** So many tokens around a word that may be a name are looked at, before it and behind it. */
const around = 5;

/**
 * Names less sure than this are left out, in half nats of margin. On blocks of ANERcorp three of four persons that it adds to those of
 * the rules are right, and two of three places; bodies are not added, as their bounds there are others than in the annotation guideline.
 */
const least: Readonly<Record<string, number>> = { PER: 1, LOC: 2 };

/**
 * People and places the rules did not find: looked for where no rule took the words and a word may be a name. Rules are surer of what they
 * find (docs/names.md), so nothing of theirs is changed. In text order. Yields after at most 2,000 tokens.
 */
export function* missedNames(
	scene: Scene,
	stretches: readonly TokenStretch[],
	taken: readonly TokenStretch[],
	{ model, tagger }: LoadedModel,
): Generator<void, Candidate[]> {
	const windows = yield* openWindows(scene, stretches, taken, model.words);
	const missed: Candidate[] = [];
	let next = 0;
	for (const span of yield* tagger.tag(scene.tokens, windows)) {
		while ((taken[next]?.last ?? Number.POSITIVE_INFINITY) <= span.first) {
			next += 1;
		}
		const free = (taken[next]?.first ?? Number.POSITIVE_INFINITY) >= span.last;
		if (
			free &&
			!isTitleWithClitic(scene, span.first) &&
			span.margin * 2 >= (least[span.label] ?? Number.POSITIVE_INFINITY) * model.scale
		) {
			const name = asGuideline(scene, model.words, span);
			if (name !== undefined) {
				const score = scoreOfMargin(model, span.label, span.margin, 'added');
				missed.push({ ...name, score, evidence: [score >= 0.8 ? 'model-sure' : 'model'] });
			}
		}
	}
	return missed;
}

/** Stretches of a sentence around words that may be names and that no rule took; none crosses a sentence's end. */
function* openWindows(
	scene: Scene,
	stretches: readonly TokenStretch[],
	taken: readonly TokenStretch[],
	words: WordTable,
): Generator<void, TokenStretch[]> {
	const windows: TokenStretch[] = [];
	let next = 0;
	let sinceYield = 0;
	for (const { first, last } of stretches) {
		let before = 0;
		let open: { first: number; last: number } | undefined;
		for (let at = first; at < last; at++) {
			while ((taken[next]?.last ?? Number.POSITIVE_INFINITY) <= at) {
				next += 1;
			}
			const token = scene.tokens[at];
			if (token?.kind !== 'word' || (taken[next]?.first ?? Number.POSITIVE_INFINITY) <= at) {
				before = 0;
				continue;
			}
			// Ordinary words are told without another lookup: they are most of a text.
			const gate = scene.word(at)?.ordinary === false ? promiseOf(token.form, words) : 0;
			// A word nobody knows is mostly no name, unless it stands beside another one or is announced.
			const promising = gate === 2 || (gate === 1 && (before > 0 || announces(scene.tokens[at - 1])));
			before = gate;
			if (!promising) {
				continue;
			}
			const from = Math.max(first, at - around);
			const to = Math.min(last, at + around + 1);
			if (open !== undefined && from <= open.last) {
				open.last = to;
			} else {
				open = { first: from, last: to };
				windows.push(open);
			}
		}
		sinceYield += last - first;
		if (sinceYield > 1000) {
			sinceYield = 0;
			yield;
		}
	}
	return windows;
}

function announces(token: Token | undefined): boolean {
	if (token?.kind !== 'word') {
		return token?.key === '(' || token?.key === '،';
	}
	const info = formInfo(token.form);
	return info.title || info.weakTitle || info.office || info.speech || info.nationality;
}

type Promises = 0 | 1 | 2;

/** What a form keeps: its promise by the table that was asked last. */
interface Kept {
	readonly words: WordTable;
	readonly promise: Promises;
}

/** How much a word promises to be part of a name, see `promise`. Kept with the word's form. */
function promiseOf(form: WordForm, words: WordTable): Promises {
	const kept = form.promise as Kept | undefined;
	if (kept !== undefined && kept.words === words) {
		return kept.promise;
	}
	const fresh = promise(words, form);
	form.promise = { words, promise: fresh } satisfies Kept;
	return fresh;
}

/** 2: often part of a person's name in the news, or on a list of names and else rare; 1: known to nobody; 0: neither. */
function promise(words: WordTable, form: WordForm): Promises {
	const { key } = form;
	const info = formInfo(form);
	if (info.ordinary || info.nationality || info.name === undefined || key.length < 3) {
		return 0;
	}
	const { rates, listed, frequency } = factsOfReadings(words, info.readings);
	if (rates[0] >= 6 || (listed > 0 && frequency < 2)) {
		return 2;
	}
	const rare = frequency < 2 || (listed > 1 && rates[0] >> 1 === 2);
	return rare && info.name.kind === 'u' && !info.definite ? 1 : 0;
}
