import type { CueHit } from './cues.ts';
import type { CueForm } from './lexicon/cueTable.ts';
import type { Marker } from './markers.ts';
import type { Reading, Unit } from './reading.ts';
import type { SourcePhrase } from './sourcePhrase.ts';

/** Whether what stands around a homograph proves it a cue: the needs of its row in the table. `written` is the cue without its match key's folding. */
export function meetsNeeds(
	form: CueForm,
	hit: CueHit,
	unit: Unit,
	marker: Marker,
	adjacent: boolean,
	source: SourcePhrase | undefined,
	written: string,
): boolean {
	const { needs } = form.cue;
	if (form.cue.unlike.size > 0 && !adjacent && form.cue.unlike.has(written)) {
		return false;
	}
	const first = hit.at === unit.first;
	// A person right behind it is its subject: وفي يومه الأول كتب فلان «…».
	const named = source?.first === hit.at + 1 && source.person;
	return !(
		(form.tense === 'participle' && form.agreement.gender === 'f' && marker.kind === 'mark' && !adjacent) ||
		(needs.has('initial') && !hit.initial && !adjacent && marker.kind !== 'colonMark' && !named) ||
		(needs.has('adjacent') && !adjacent && !first) ||
		(needs.has('that') && marker.kind !== 'that') ||
		(needs.has('preposition') && marker.complementiser?.preposition === undefined) ||
		(needs.has('colon') &&
			marker.kind !== 'colon' &&
			marker.kind !== 'colonMark' &&
			!(adjacent && marker.kind === 'that')) ||
		(needs.has('source') && (source === undefined || !isKnown(source) || form.tense === 'participle'))
	);
}

/** كتب: فلان الفلاني is who wrote the article. */
export function isByline(reading: Reading, unit: Unit, at: number, form: CueForm, marker: Marker): boolean {
	return (
		form.cue.letter === 'U' &&
		marker.kind === 'colon' &&
		marker.at === at + 1 &&
		at === unit.first &&
		unit.last - marker.first <= 4 &&
		reading.tokens[unit.last - 1]?.key !== '.'
	);
}

function isKnown(source: SourcePhrase): boolean {
	return source.head !== undefined || source.quoted;
}
