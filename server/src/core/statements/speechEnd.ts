import { attributionAt } from './attributions.ts';
import { opensNarrative } from './borders.ts';
import { isImpersonal } from './impersonal.ts';
import { type CueForm, cueTable } from './lexicon/cueTable.ts';
import type { Reading, Unit } from './reading.ts';

/** Speech of more sentences than this without marks is not expected. */
const longest = 12;

/**
 * Where speech behind a colon without marks ends: with its paragraph, or before the first sentence that takes the word itself, by a
 * cue, a quotation, an attribution or words such as من جانبه. Tokens; the end of the speech's own sentence at least.
 */
export function speechEnd(reading: Reading, unit: Unit, following: readonly Unit[]): number {
	let last = unit.last;
	for (const next of following.slice(0, longest)) {
		if (next.paragraph !== unit.paragraph || next.first !== last || takesTheWord(reading, next)) {
			break;
		}
		last = next.last;
	}
	return last;
}

/** A verb of saying in the third person, near the beginning of its sentence. */
function isOwnCue({ tense, cue, agreement, suffixed }: CueForm, offset: number): boolean {
	const free = cue.needs.size === 0 && agreement.count === 'one' && !suffixed;
	return (tense === 'perfect' && (offset < 4 || free)) || (tense === 'imperfect' && offset === 0);
}

function takesTheWord(reading: Reading, unit: Unit): boolean {
	if (opensNarrative(reading, unit.first) || attributionAt(reading, unit, unit.first) !== undefined) {
		return true;
	}
	for (let at = unit.first; at < unit.last; at++) {
		const near = at < unit.first + 10;
		const forms = near ? cueTable.forms.get(reading.tokens[at]?.key ?? '') : undefined;
		if (
			(at < unit.first + 4 && isImpersonal(reading, unit, at)) ||
			forms?.some(form => isOwnCue(form, at - unit.first)) === true
		) {
			return true;
		}
		const key = reading.tokens[at]?.key;
		if (key === ':' || (reading.quotationOf[at] ?? -1) >= 0) {
			return true;
		}
	}
	return false;
}
