import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';
import { entityTables } from './tables.ts';
import { traceOf, type WordInfo, wordInfo } from './wordInfo.ts';

/** A spelling to look for in the words that no rule took. */
export interface NameForm {
	readonly label: string;
	readonly group?: string;
}

/** The names of a text: which spellings to look for, and which mentions belong together. */
export interface NamesOfText {
	/** By their words' keys, one blank between. */
	readonly forms: ReadonlyMap<string, NameForm>;
	/** How many words the forms have that begin with a word, most first. */
	readonly lengths: ReadonlyMap<string, readonly number[]>;
	/** Whether a form may begin with a word under one of its readings; mostly no, and told without a look-up. */
	mayBegin(info: WordInfo): boolean;
	/** A key that mentions of one name share. */
	groupOf(candidate: Candidate): string;
}

/** Reads names off candidates, in text order. Yields after at most 500 of them. */
export function* namesOfText(scene: Scene, found: readonly Candidate[]): Generator<void, NamesOfText> {
	const forms = new Map<string, NameForm>();
	const lengths = new Map<string, number[]>();
	const persons = new Map<string, string>();
	const learn = (words: readonly string[], form: NameForm) => {
		const [first = ''] = words;
		const key = words.join(' ');
		if (words.length > 0 && !forms.has(key)) {
			forms.set(key, form);
			const known = lengths.get(first);
			if (known === undefined) {
				lengths.set(first, [words.length]);
				traces[traceOf(first)] = 1;
			} else if (!known.includes(words.length)) {
				known.push(words.length);
				known.sort((a, b) => b - a);
			}
		}
	};
	const traces = new Uint8Array(1024);
	const read = new Set<string>();
	for (const [index, candidate] of found.entries()) {
		if (index % 500 === 499) {
			yield;
		}
		// A text names the same few people and places again and again.
		const written = `${candidate.evidence[0]} ${candidate.article} ${scene.text.slice(candidate.span.start, candidate.span.end)}`;
		if (!read.has(written)) {
			read.add(written);
			learnFrom(scene, candidate, learn, persons);
		}
	}
	const mayBegin = ({ traces: of }: WordInfo) =>
		of < 0 ||
		((traces[of & 1023] as number) | (traces[(of >>> 10) & 1023] as number) | (traces[of >>> 20] as number)) > 0;
	return { forms, lengths, mayBegin, groupOf: groupReader(scene, persons) };
}

function learnFrom(
	scene: Scene,
	candidate: Candidate,
	learn: (words: readonly string[], form: NameForm) => void,
	persons: Map<string, string>,
): void {
	const { label } = candidate;
	const parts = partsOf(scene, candidate);
	if (label === 'PER') {
		for (const form of isSure(candidate) ? shortForms(parts) : []) {
			learn(form, { label });
		}
		if (parts.length > 1) {
			claim(persons, parts);
		}
	} else if (label !== 'DATE' && teaches(scene, candidate)) {
		const words = parts.flat();
		learn(words, { label });
		for (const word of words.length > 1 ? words : []) {
			if (entityTables().roles.clipped.has(word)) {
				learn([word], { label, group: candidate.group ?? words.join(' ') });
			}
		}
	}
}

/** Groups by spelling, each spelling worked out once. */
function groupReader(scene: Scene, persons: ReadonlyMap<string, string>): NamesOfText['groupOf'] {
	const known = new Map<string, string>();
	return candidate => {
		const written = `${candidate.label} ${candidate.group} ${candidate.article} ${scene.text.slice(candidate.span.start, candidate.span.end)}`;
		const group = known.get(written) ?? groupOf(scene, persons, candidate);
		known.set(written, group);
		return group;
	};
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

/** Remembers a full name under its family and given name; the first in the text to bear one keeps it. */
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
