import type { Stretch } from '../text/sentences.ts';
import { trimmed } from './borders.ts';
import { behindOf } from './contents.ts';
import type { Draft } from './draft.ts';
import { prepositions, sourceHeads } from './lexicon/wordLists.ts';
import { colonMarker } from './markers.ts';
import { quotationOpenedAt, type Reading, spanOf } from './reading.ts';
import { readSource, type SourcePhrase } from './sourcePhrase.ts';

/** Lines that may be headlines: the first ones of a text, short, without a full stop. */
const firstLines = 4;
const longest = 28;

/** "فلان: …" in a headline or a subheading: no cue, the source before the colon. `said` holds the keys of names that speak in the text. */
export function headlineDraft(
	reading: Reading,
	paragraph: Stretch,
	number: number,
	said: ReadonlySet<string>,
): Draft | undefined {
	if (
		number >= firstLines ||
		paragraph.last - paragraph.first > longest ||
		reading.tokens[paragraph.last - 1]?.key === '.'
	) {
		return undefined;
	}
	const colon = colonOf(reading, paragraph);
	const source = colon < 0 ? undefined : headlineSource(reading, afterSection(reading, paragraph, colon), colon, said);
	if (source === undefined) {
		return undefined;
	}
	const marker = colonMarker(reading, colon);
	const quotation = marker.quotation;
	const whole = quotation !== undefined && behindOf(quotation) >= paragraph.last;
	const first = whole ? quotation.first : colon + 1;
	const last = whole ? quotation.last : trimmed(reading, first, paragraph.last);
	if (last - first < 2) {
		return undefined;
	}
	return {
		type: whole ? 'direct' : 'indirect',
		content: [spanOf(reading.tokens, first, last)],
		first,
		last,
		at: paragraph.first,
		unit: -1,
		paragraph: number,
		found: 'headline',
		source,
		...(whole ? {} : { unmarked: true }),
	};
}

function colonOf(reading: Reading, paragraph: Stretch): number {
	for (let at = paragraph.first + 1; at < Math.min(paragraph.last - 2, paragraph.first + 12); at++) {
		if (reading.tokens[at]?.key === ':' && reading.tokens[at + 1]?.kind !== 'number') {
			return at;
		}
	}
	return -1;
}

/** Behind a section's name: رياضي / فلان: … */
function afterSection(reading: Reading, paragraph: Stretch, colon: number): number {
	const slash = paragraph.first + 1;
	return slash + 1 < colon && (reading.tokens[slash]?.key === '/' || reading.tokens[slash]?.key === '|')
		? slash + 1
		: paragraph.first;
}

/** Persons, bodies and unnamed sources speak in headlines; countries and topics before a colon do not. */
function headlineSource(
	reading: Reading,
	from: number,
	colon: number,
	said: ReadonlySet<string>,
): SourcePhrase | undefined {
	const first = reading.tokens[from];
	if (quotationOpenedAt(reading, from)?.close === colon - 1) {
		return readSource(reading, from, colon);
	}
	if (first?.kind !== 'word' || prepositions.has(first.key)) {
		return undefined;
	}
	const source = readSource(reading, from, colon);
	if (source === undefined) {
		return undefined;
	}
	const entity = reading.entities[reading.entityOf[source.first] ?? -1];
	const speaks =
		entity === undefined
			? source.head?.kind === 'person' || source.head?.kind === 'group' || source.head?.unnamed === true
			: entity.label === 'PER' || entity.label === 'ORG';
	const fills = source.last === colon;
	const known =
		reading.tokens[source.last - 1]?.kind === 'word' &&
		said.has(reading.tokens[source.last - 1]?.key ?? '') &&
		!sourceHeads.has(first.key);
	return (speaks && (fills || entity?.label === 'PER' || source.head !== undefined)) || known ? source : undefined;
}
