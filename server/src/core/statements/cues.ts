import type { Span } from '../span.ts';
import { type CueForm, cueTable } from './lexicon/cueTable.ts';
import type { Reading, Unit } from './reading.ts';

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
		const known = token?.kind === 'word' ? cueTable.forms.get(token.key) : undefined;
		if (known === undefined || isInName(reading, at) || isNegated(reading, unit, at)) {
			continue;
		}
		const forms = known.filter(form => !isFirstPerson(reading, at, form));
		if (forms.length > 0) {
			hits.push({ at, forms, initial: beginsClause(reading, unit, at, forms) });
		}
	}
	return hits;
}

/** The cue as written, without و or ف. */
export function cueSpan(reading: Reading, at: number, form: CueForm): Span {
	const token = reading.tokens[at];
	const start = token?.start ?? 0;
	return { start: start + form.clitic, end: token?.end ?? start };
}

/** Words behind which a clause begins. */
const clauseOpeners = new Set([
	'كما',
	'وكما',
	'حيث',
	'اذ',
	'بينما',
	'فيما',
	'وفيما',
	'لكن',
	'ولكن',
	'ثم',
	'وقد',
	'قد',
	'لقد',
	'ولقد',
	'فقد',
	'الذي',
	'التي',
	'الذين',
	'ما',
	'حسبما',
	'مثلما',
	'وان',
	'حين',
	'عندما',
	'بعدما',
	'بل',
	'و',
	'الى',
	'بدوره',
	'بدورها',
	'جانبه',
	'جانبها',
	'جهته',
	'جهتها',
	'ناحيته',
	'ناحيتها',
	'وهو',
	'وهي',
	'هنا',
	'وهنا',
	'ايضا',
]);

const negations = new Set(['لم', 'لن', 'لا', 'ولم', 'ولن', 'ولا', 'فلم', 'فلا', 'فلن', 'ليس', 'وليس', 'دون', 'عدم']);

function isNegated(reading: Reading, unit: Unit, at: number): boolean {
	return at > unit.first && negations.has(reading.tokens[at - 1]?.key ?? '');
}

/** أعتقد is "I believe"; the verb of the table, اعتقد, has no hamza on its alif. */
function isFirstPerson(reading: Reading, at: number, form: CueForm): boolean {
	return form.cue.lemma.startsWith('ا') && reading.text.charAt((reading.tokens[at]?.start ?? 0) + form.clitic) === 'أ';
}

function beginsClause(reading: Reading, unit: Unit, at: number, forms: readonly CueForm[]): boolean {
	const before = at > unit.first ? reading.tokens[at - 1] : undefined;
	if (before === undefined || before.kind !== 'word' || forms.some(form => form.clitic === 1)) {
		return true;
	}
	return clauseOpeners.has(before.key);
}

/** A cue's form inside a name is a part of the name: عبد الله بن وعد. */
function isInName(reading: Reading, at: number): boolean {
	return (reading.entityOf[at] ?? -1) >= 0;
}
