import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';
import { entityTables } from './tables.ts';
import { wordInfo } from './wordInfo.ts';

/** A spelling to look for in the words that no rule took. */
export interface NameForm {
	readonly label: string;
	readonly rest: readonly string[];
	readonly group?: string;
	/** Ordinary in other readings: only as it stands. */
	readonly exact: boolean;
}

/** The names of a text: which spellings to look for, and which mentions belong together. */
export interface NamesOfText {
	/** By the key of their first word, longer ones first. */
	readonly forms: ReadonlyMap<string, readonly NameForm[]>;
	/** A key that mentions of one name share. */
	groupOf(candidate: Candidate): string;
}

/** Reads names off candidates, in text order. Yields after at most 500 of them. */
export function* namesOfText(scene: Scene, found: readonly Candidate[]): Generator<void, NamesOfText> {
	const forms = new Map<string, NameForm[]>();
	const persons = new Map<string, string>();
	for (const [index, candidate] of found.entries()) {
		if (index % 500 === 499) {
			yield;
		}
		const parts = partsOf(scene, candidate);
		if (candidate.label === 'PER') {
			for (const form of isSure(candidate) ? shortForms(parts) : []) {
				addForm(forms, form, { label: 'PER', exact: true });
			}
			if (parts.length > 1) {
				claim(persons, parts);
			}
		} else if (candidate.label !== 'DATE' && teaches(scene, candidate)) {
			const words = parts.flat();
			addForm(forms, words, { label: candidate.label, exact: true });
			for (const word of words.length > 1 ? words : []) {
				if (entityTables().roles.clipped.has(word)) {
					addForm(forms, [word], { label: candidate.label, exact: true, group: candidate.group ?? words.join(' ') });
				}
			}
		}
	}
	for (const list of forms.values()) {
		list.sort((a, b) => b.rest.length - a.rest.length);
	}
	return { forms, groupOf: candidate => groupOf(scene, persons, candidate) };
}

function addForm(forms: Map<string, NameForm[]>, keys: readonly string[], form: Omit<NameForm, 'rest'>): void {
	const [first, ...rest] = keys;
	if (first === undefined) {
		return;
	}
	const list = forms.get(first) ?? [];
	if (!list.some(known => known.rest.join(' ') === rest.join(' '))) {
		forms.set(first, [...list, { ...form, rest }]);
	}
}

/** The words of a name, particles together with what they bind: [مصطفى] [الكاظمي], [أبو مهدي] [المهندس]. */
function partsOf(scene: Scene, candidate: Candidate): string[][] {
	const parts: string[][] = [];
	const { joints, seconds } = entityTables().nameParts;
	let bound = false;
	for (let at = candidate.first; at < candidate.last; at++) {
		const token = scene.tokens[at];
		if (token === undefined || token.kind === 'mark') {
			continue;
		}
		const skip = at === candidate.first ? candidate.span.start - token.start : 0;
		const key = candidate.article && at === candidate.first ? `ا${token.key.slice(skip)}` : token.key.slice(skip);
		const last = parts.at(-1);
		if (last !== undefined && (bound || seconds.has(key))) {
			last.push(key);
		} else {
			parts.push([key]);
		}
		bound = joints.has(key);
	}
	return parts;
}

const sure = new Set(['given-family', 'given-unknown', 'title-before', 'kunya', 'family-last', 'speech-before']);

/** Names on weak evidence teach nothing: one error would spread. */
function isSure(candidate: Candidate): boolean {
	return (
		sure.has(candidate.evidence[0] ?? '') ||
		(candidate.evidence[0] === 'office-before' && candidate.last - candidate.first > 1)
	);
}

/** What a person is called once named in full: the family name, the last two parts, a kunya, a rare given name. */
function shortForms(parts: readonly (readonly string[])[]): string[][] {
	const forms: string[][] = [];
	for (let from = 0; from < parts.length; from++) {
		const form = parts.slice(from).flat();
		if (form.length > 1 || isTelling(form[0] ?? '', from === 0 && parts.length > 1)) {
			forms.push(form);
		}
	}
	const [first = []] = parts;
	if (parts.length > 1 && (first.length > 1 || isTelling(first[0] ?? '', true))) {
		forms.push([...first]);
	}
	return forms;
}

/** Whether a word alone still names the person: no ordinary word but with the article, and no given name that is an ordinary word. */
function isTelling(key: string, given: boolean): boolean {
	const info = wordInfo(key);
	if (key.length < 3 || key === 'علي' || info.nationality || info.entries.some(({ reading }) => reading.skip === 0)) {
		return false;
	}
	return given ? info.whole !== 'c' && info.whole !== 'a' : info.whole !== 'c' || info.definite;
}

/** A body or place teaches its name where its words are no ordinary ones, or several. */
function teaches(scene: Scene, candidate: Candidate): boolean {
	const info = scene.word(candidate.first);
	return candidate.last - candidate.first > 1 || (info?.ordinary === false && info.key !== 'علي');
}

/** Remembers a full name under its family name: the last one before a mention is meant. */
function claim(persons: Map<string, string>, parts: readonly (readonly string[])[]): void {
	const last = skeleton(parts.at(-1) ?? []);
	const key = `${skeleton(parts[0] ?? [])} ${last}`;
	for (const short of [last, skeleton(parts[0] ?? []), key]) {
		if (!persons.has(short)) {
			persons.set(short, key);
		}
	}
}

function groupOf(scene: Scene, persons: ReadonlyMap<string, string>, candidate: Candidate): string {
	const parts = partsOf(scene, candidate);
	if (candidate.label !== 'PER') {
		return `${candidate.label} ${candidate.group ?? parts.flat().join(' ')}`;
	}
	const last = skeleton(parts.at(-1) ?? []);
	const full = `${skeleton(parts[0] ?? [])} ${last}`;
	return `PER ${parts.length > 1 ? (persons.get(full) ?? full) : (persons.get(last) ?? last)}`;
}

/** Letters that spellings of one foreign name share: ترامب and ترمب, قاآني and قآني. */
function skeleton(words: readonly string[]): string {
	return words.map(word => (word.length > 3 ? word.replace(/(?!^)[اويءئؤ]/g, '').replace(/غ/g, 'ج') : word)).join(' ');
}
