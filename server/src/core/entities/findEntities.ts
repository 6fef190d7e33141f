import type { Region, SuggestedEntity } from '../model.ts';
import type { ParsedText } from '../text/parsed.ts';
import { nameAcrossText } from './acrossText.ts';
import type { Candidate } from './candidate.ts';
import { dateAt } from './dates.ts';
import { headedAt } from './headed.ts';
import { listedAt } from './listed.ts';
import { personAt } from './persons.ts';
import { type Resolved, resolve } from './resolve.ts';
import { withRole } from './roles.ts';
import { sceneOf } from './scene.ts';

/** Names of a text, outermost, in text order. Yields after at most 2,000 tokens. Regions are not looked at: boilerplate holds names too. */
export function* findEntities(parsed: ParsedText, _regions: readonly Region[]): Generator<void, SuggestedEntity[]> {
	const scene = sceneOf(parsed);
	const found: Resolved[] = [];
	let sinceYield = 0;
	for (const [index, paragraph] of parsed.paragraphs.entries()) {
		for (const sentence of parsed.sentences[index] ?? [paragraph]) {
			const candidates: Candidate[] = [];
			for (let at = sentence.first; at < sentence.last; at++) {
				for (const rule of [listedAt, headedAt, personAt, dateAt]) {
					const candidate = rule(scene, at);
					if (candidate !== undefined) {
						candidates.push(withRole(scene, candidate));
					}
				}
				sinceYield += 1;
				if (sinceYield >= 1000) {
					yield;
					sinceYield = 0;
				}
			}
			found.push(...resolve(candidates));
		}
	}
	return yield* nameAcrossText(scene, found);
}
