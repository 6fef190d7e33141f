import type { SuggestedEntity } from '../model.ts';
import { matchKey } from '../text/key.ts';
import { type Candidate, spanOf } from './candidate.ts';
import { scoreOf } from './evidence.ts';
import { nameRun } from './nameRun.ts';
import { type NamesOfText, namesOfText } from './namesOfText.ts';
import type { Resolved } from './resolve.ts';
import type { Scene } from './scene.ts';

/**
 * The last step, over the whole text: names found in full teach their short forms, and all mentions of one name come to share `name`.
 * What it adds depends on the names found before it and on the words not yet taken, on nothing else.
 */
export function* nameAcrossText(scene: Scene, found: readonly Resolved[]): Generator<void, SuggestedEntity[]> {
	const names = yield* namesOfText(
		scene,
		found.map(one => one.outer),
	);
	const all: Resolved[] = [];
	let next = 0;
	for (let at = 0; at < scene.tokens.length; at++) {
		if (at % 2000 === 1999) {
			yield;
		}
		const known = found[next];
		if (known !== undefined && known.outer.first === at) {
			all.push(known);
			at = known.outer.last - 1;
			next += 1;
			continue;
		}
		const short = mentionAt(scene, names, at, known?.outer.first ?? scene.tokens.length);
		if (short !== undefined) {
			all.push({ outer: short, nested: [] });
			at = short.last - 1;
		}
	}
	return yield* withNames(scene, names, all);
}

/** A short form, or another occurrence, of a name of this text. */
function mentionAt(scene: Scene, names: NamesOfText, at: number, limit: number): Candidate | undefined {
	const info = scene.word(at);
	if (info === undefined || !names.mayBegin(info)) {
		return undefined;
	}
	// السيد فلان: before a name a family name that is a title is the title.
	if ((info.title || info.weakTitle || info.office) && nameRun(scene, at + 1) !== undefined) {
		return undefined;
	}
	for (const reading of info.readings) {
		const isGuess = reading.skip > 0 && info.ordinary && !reading.key.startsWith('ال');
		for (const length of isGuess ? [] : (names.lengths.get(reading.key) ?? [])) {
			const last = at + length;
			const form = last > limit ? undefined : names.forms.get(wordsFrom(scene, at, last, reading.key));
			if (form === undefined) {
				continue;
			}
			return {
				label: form.label,
				span: spanOf(scene.text, scene.tokens, at, last, reading.skip),
				first: at,
				last,
				evidence: [form.label === 'PER' ? 'short-form' : 'same-name'],
				...(form.group === undefined ? {} : { group: form.group }),
				...(reading.article ? { article: true } : {}),
			};
		}
	}
	return undefined;
}

/** Keys of the words, the first without its clitics. */
function wordsFrom(scene: Scene, at: number, last: number, first: string): string {
	let words = first;
	for (let next = at + 1; next < last; next++) {
		words += ` ${scene.tokens[next]?.key}`;
	}
	return words;
}

function* withNames(scene: Scene, names: NamesOfText, all: readonly Resolved[]): Generator<void, SuggestedEntity[]> {
	const groups: string[] = [];
	const fullest = new Map<string, string>();
	for (const { outer } of all) {
		const group = names.groupOf(outer);
		const key = matchKey(formOf(scene, outer));
		const known = fullest.get(group);
		if (known === undefined || isFuller(key, known)) {
			fullest.set(group, key);
		}
		groups.push(group);
		if (groups.length % 500 === 0) {
			yield;
		}
	}
	const entities: SuggestedEntity[] = [];
	for (const [index, { outer, nested }] of all.entries()) {
		const inner = nested.map(one => entityOf(scene, one, matchKey(formOf(scene, one)), []));
		entities.push(entityOf(scene, outer, fullest.get(groups[index] ?? '') ?? '', inner));
		if (index % 500 === 499) {
			yield;
		}
	}
	return entities;
}

function isFuller(key: string, known: string): boolean {
	return (
		key.split(' ').length - known.split(' ').length > 0 ||
		(key.split(' ').length === known.split(' ').length && key.length > known.length)
	);
}

function formOf(scene: Scene, { span, article }: Candidate): string {
	const written = scene.text.slice(span.start, span.end);
	return article ? `ا${written}` : written;
}

function entityOf(
	scene: Scene,
	candidate: Candidate,
	name: string,
	nested: readonly SuggestedEntity[],
): SuggestedEntity {
	const { label, span, evidence, article, value } = candidate;
	return {
		label,
		span,
		score: candidate.score ?? scoreOf(evidence),
		evidence,
		name,
		...(article ? { form: formOf(scene, candidate) } : {}),
		...(value === undefined ? {} : { value }),
		nested,
	};
}
