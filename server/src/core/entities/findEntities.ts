import type { Region, SuggestedEntity } from '../model.ts';
import type { ParsedText } from '../text/parsed.ts';
import { nameAcrossText } from './acrossText.ts';
import type { Candidate } from './candidate.ts';
import { dateAt } from './dates.ts';
import { headedAt } from './headed.ts';
import { listedAt } from './listed.ts';
import { defaultModel, type LoadedModel } from './model/defaultModel.ts';
import { missedNames } from './model/missedNames.ts';
import { withOwnNames } from './model/ownNames.ts';
import { personAt } from './persons.ts';
import { type Resolved, resolve } from './resolve.ts';
import { withRole } from './roles.ts';
import { type Scene, sceneOf } from './scene.ts';

/** Most tokens weighed at once: a sentence without end is cut, and nothing crosses the cut but a name that begins before it. */
const longestBlock = 400;

/**
 * Names of a text, outermost, in text order. Yields after at most 2,000 tokens. Regions are not looked at: boilerplate holds names too.
 * `models` add what the rules missed; without any, the rules stand alone.
 */
export function* findEntities(
	parsed: ParsedText,
	_regions: readonly Region[],
	models: readonly LoadedModel[] = shipped(),
): Generator<void, SuggestedEntity[]> {
	const scene = sceneOf(parsed);
	const found: Resolved[] = [];
	let sinceYield = 0;
	for (const sentence of parsed.sentences.flat()) {
		let first = sentence.first;
		while (first < sentence.last) {
			const last = Math.min(sentence.last, first + longestBlock);
			let next = last;
			for (const resolved of resolve(candidatesIn(scene, first, last))) {
				found.push(resolved);
				next = Math.max(next, resolved.outer.last);
			}
			sinceYield += last - first;
			first = next;
			if (sinceYield >= 1000) {
				yield;
				sinceYield = 0;
			}
		}
	}
	let all: readonly Resolved[] = found;
	for (const model of models) {
		all = yield* model.own ? withOwnNames(scene, all, model) : withMissed(scene, all, model);
	}
	return yield* nameAcrossText(scene, all);
}

function shipped(): LoadedModel[] {
	const loaded = defaultModel();
	return loaded === undefined ? [] : [loaded];
}

/** With the names that a trained model finds between them. */
function* withMissed(
	scene: Scene,
	found: readonly Resolved[],
	model: LoadedModel,
): Generator<void, readonly Resolved[]> {
	const taken = found.map(one => one.outer);
	const missed = yield* missedNames(scene, scene.parsed.sentences.flat(), taken, model);
	const all = [...found, ...missed.map(outer => ({ outer, nested: [] }))];
	return all.sort((a, b) => a.outer.first - b.outer.first);
}

/** Everything that may be a name and begins between two token indexes. */
function candidatesIn(scene: Scene, first: number, last: number): Candidate[] {
	const candidates: Candidate[] = [];
	let personEnd = first;
	for (let at = first; at < last; at++) {
		const info = scene.word(at);
		if (info === undefined || info.date) {
			add(candidates, dateAt(scene, at));
		}
		if (info === undefined) {
			continue;
		}
		if (info.entries.length > 0) {
			const listed = listedAt(scene, at);
			add(candidates, listed && withRole(scene, listed));
		}
		if (info.heads.length > 0) {
			add(candidates, headedAt(scene, at));
		}
		// Part of a person's name begins no other person.
		const person = at < personEnd ? undefined : personAt(scene, at);
		add(candidates, person);
		personEnd = person?.last ?? personEnd;
	}
	return candidates;
}

function add(candidates: Candidate[], candidate: Candidate | undefined): void {
	if (candidate !== undefined) {
		candidates.push(candidate);
	}
}
