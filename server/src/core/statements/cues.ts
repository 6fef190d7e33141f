import particles from '../lexicon/statements/particles.yaml';
import type { Span } from '../span.ts';
import type { WordForm } from '../text/wordForms.ts';
import { complementiserAt } from './complementisers.ts';
import { type CueForm, cueTable } from './lexicon/cueTable.ts';
import { keysOf, sourceHeads } from './lexicon/wordLists.ts';
import type { Reading, Unit } from './reading.ts';
import { isAdverb } from './words.ts';

/** A word that may be a cue, before its frame has been looked for. */
export interface CueHit {
	/** Token index. */
	readonly at: number;
	/** Readings of the form; homographs have several. */
	readonly forms: readonly CueForm[];
	/** Whether it begins a clause: first in its sentence, behind a comma, after و or a conjunction. */
	readonly initial: boolean;
}

/** Words of a unit that are in the table of cues, in text order. One look-up per token. */
export function cuesOf(reading: Reading, unit: Unit): CueHit[] {
	const hits: CueHit[] = [];
	for (let at = unit.first; at < unit.last; at++) {
		const token = reading.tokens[at];
		const known = token?.kind === 'word' ? cueForms(token.form) : none;
		if (
			known.length === 0 ||
			(isInName(reading, at) && !isTopicVerb(reading, unit, at, known)) ||
			isNegated(reading, unit, at) ||
			isSupposed(reading, unit, at)
		) {
			continue;
		}
		const forms = known.filter(form => isMeant(reading, at, form));
		if (forms.length > 0) {
			hits.push({ at, forms, initial: beginsClause(reading, unit, at, forms) });
		}
	}
	return hits;
}

const none: readonly CueForm[] = [];

/** What the table of cues has for a word. Kept with the word's form. */
function cueForms(form: WordForm): readonly CueForm[] {
	const known = form.cues as readonly CueForm[] | undefined;
	if (known !== undefined) {
		return known;
	}
	const fresh = cueTable.forms.get(form.key) ?? none;
	form.cues = fresh;
	return fresh;
}

/** The cue as written, without و or ف. */
export function cueSpan(reading: Reading, at: number, form: CueForm): Span {
	const token = reading.tokens[at];
	const start = token?.start ?? 0;
	return { start: start + form.clitic, end: token?.end ?? start };
}

/** Words behind which a clause begins. */
const clauseOpeners = keysOf(particles, 'clauseOpeners');

const negations = keysOf(particles, 'negations');

function isNegated(reading: Reading, unit: Unit, at: number): boolean {
	return at > unit.first && negations.has(reading.tokens[at - 1]?.key ?? '');
}

/** يمكن أن يعلن: nobody has said it yet. */
function isSupposed(reading: Reading, unit: Unit, at: number): boolean {
	const { tokens } = reading;
	return at > unit.first + 1 && tokens[at - 1]?.key === 'ان' && supposing.has(tokens[at - 2]?.key ?? '');
}

const supposing = keysOf(particles, 'supposing');

/** Behind these a noun stands: على أمل أن. */
const beforeNouns = keysOf(particles, 'beforeNouns');

/** Whether the word as written, and not only its match key, can be the form. */
function isMeant(reading: Reading, at: number, form: CueForm): boolean {
	const token = reading.tokens[at];
	const start = token?.start ?? 0;
	const written = reading.text.slice(start, token?.end ?? start);
	// أعتقد is "I believe"; the verb of the table, اعتقد, has no hamza on its alif.
	if (form.cue.lemma.startsWith('ا') && written.charAt(form.clitic) === 'أ') {
		return false;
	}
	// أمن is "security", آمن "he believed".
	if (form.cue.lemma.startsWith('آ') && form.tense === 'perfect' && written.charAt(form.clitic) !== 'آ') {
		return false;
	}
	// دعوة is no دعوه, "they called him".
	if (form.suffixed && written.endsWith('ة')) {
		return false;
	}
	const finite = form.tense === 'perfect' || form.tense === 'imperfect';
	if (finite && form.clitic === 0 && beforeNouns.has(reading.tokens[at - 1]?.key ?? '')) {
		return false;
	}
	return !(form.tense === 'participle' && isBareParticiple(reading, at, form));
}

/** A noun with the form of a participle (مذكرة, a memorandum), or an adverb (مجددا, once more): no cue where no clause could begin. */
function isBareParticiple(reading: Reading, at: number, form: CueForm): boolean {
	const key = reading.tokens[at]?.key ?? '';
	const before = reading.tokens[at - 1];
	const free = before === undefined || before.kind !== 'word' || form.clitic === 1;
	const opens =
		complementiserAt(reading.text, reading.tokens, at + 1, at) ??
		complementiserAt(reading.text, reading.tokens, at + 2, at);
	const noun = sourceHeads.has(key) || form.agreement.gender === 'f';
	return !free && form.cue.lemma !== 'قال' && (isAdverb(reading, at) || (noun && opens === undefined));
}

function beginsClause(reading: Reading, unit: Unit, at: number, forms: readonly CueForm[]): boolean {
	const before = at > unit.first ? reading.tokens[at - 1] : undefined;
	if (before === undefined || before.kind !== 'word' || forms.some(form => form.clitic === 1)) {
		return true;
	}

	return clauseOpeners.has(before.key) || isBehindSubject(reading, unit, at);
}

/** لكن فلان وصف: a name that opens the clause stands before its verb. */
function isBehindSubject(reading: Reading, unit: Unit, at: number): boolean {
	const index = reading.entityOf[at - 1] ?? -1;
	let first = at - 1;
	while (first > unit.first && reading.entityOf[first - 1] === index) {
		first -= 1;
	}
	const opens = first === unit.first || clauseOpeners.has(reading.tokens[first - 1]?.key ?? '');
	return index >= 0 && opens && reading.entities[index]?.label === 'PER';
}

/** أما فلان فيرى: a verb with ف behind a topic, whatever name it was taken into. */
function isTopicVerb(reading: Reading, unit: Unit, at: number, forms: readonly CueForm[]): boolean {
	if (
		!forms.some(({ clitic, tense }) => clitic === 1 && tense === 'imperfect') ||
		reading.tokens[at]?.key.startsWith('ف') !== true
	) {
		return false;
	}
	for (let from = at - 2; from >= Math.max(unit.first, at - 12); from--) {
		if (topics.has(reading.tokens[from]?.key ?? '')) {
			return true;
		}
	}
	return false;
}

const topics = keysOf(particles, 'topics');

/** A cue's form inside a name is a part of the name: عبد الله بن وعد. */
function isInName(reading: Reading, at: number): boolean {
	return (reading.entityOf[at] ?? -1) >= 0;
}
