import particles from '../lexicon/statements/particles.yaml';
import { readBetween } from './between.ts';
import type { Frame } from './frames.ts';
import { keysOf } from './lexicon/wordLists.ts';
import type { Reading, Unit } from './reading.ts';
import { readSource, type SourcePhrase } from './sourcePhrase.ts';
import { isMedium, throughMedia } from './throughMedia.ts';

/** نقلت وكالة عن الوزير أن: the speaker stands behind عن, what is before it passes on. */
export function relayFrame(reading: Reading, base: Frame): Frame | undefined {
	const { marker, at } = base;
	for (let from = at + 1; marker !== undefined && from < marker.at; from++) {
		if (reading.tokens[from]?.key === 'عن' && reading.tokens[from + 1]?.key !== 'طريق') {
			const written = readSource(reading, from + 1, marker.at);
			const medium = readBetween(reading, at + 1, from).source;
			if (written === undefined) {
				return undefined;
			}
			const { source, via } = throughMedia(reading, written, marker.at);
			return { ...base, source, ...media(medium, via) };
		}
	}
	if (marker?.kind !== 'that' || marker.at - at > 8) {
		return undefined;
	}
	const source = readBetween(reading, at + 1, marker.at).source;
	return source?.head?.kind === 'outlet' ? { ...base, source } : undefined;
}

/** [نقلت وكالة] عن فلان قوله: looks back from the masdar. */
export function relayBefore(
	reading: Reading,
	unit: Unit,
	at: number,
): { readonly source?: SourcePhrase; readonly via?: readonly SourcePhrase[] } {
	for (let from = at - 1; from >= Math.max(unit.first, at - 30); from--) {
		const key = reading.tokens[from]?.key;
		if ((key !== 'عن' && key !== 'الي' && key !== 'لسان') || isInsertion(reading, from)) {
			continue;
		}
		const source = readSource(reading, from + 1, at);
		const relaying = source === undefined ? -1 : relayVerbBefore(reading, unit, from);
		if (source === undefined || (relaying < 0 && source.last < at - 1)) {
			return {};
		}
		const outermost = relaying < 0 ? undefined : readBetween(reading, relaying + 1, from).source;
		return { source, ...media(outermost, outermost === undefined ? [] : between(reading, outermost.last, from)) };
	}
	return {};
}

/** The media that stand between the outermost one and the source: وكالة |عن صحيفة| عن مسؤول. */
function between(reading: Reading, first: number, last: number): readonly SourcePhrase[] {
	const inner = reading.tokens[first]?.key === 'عن' && first < last ? readSource(reading, first + 1, last) : undefined;
	if (inner === undefined || !isMedium(reading, inner)) {
		return [];
	}
	const { source, via } = throughMedia(reading, inner, last);
	return [...via, source];
}

function media(
	outermost: SourcePhrase | undefined,
	inner: readonly SourcePhrase[],
): { readonly via?: readonly SourcePhrase[] } {
	const all = outermost === undefined ? inner : [outermost, ...inner];
	return all.length === 0 ? {} : { via: all };
}

/** لم تكشف عن اسمه: a clause of its own behind the source. */
function isInsertion(reading: Reading, at: number): boolean {
	const before = reading.tokens[at - 1]?.key ?? '';
	return insertions.has(before);
}

const relayVerbs = keysOf(particles, 'relayVerbs');
const insertions = keysOf(particles, 'insertions');

function relayVerbBefore(reading: Reading, unit: Unit, at: number): number {
	for (let from = at - 1; from >= Math.max(unit.first, at - 16); from--) {
		const key = reading.tokens[from]?.key ?? '';
		if (relayVerbs.has(key) || relayVerbs.has(key.replace(/^[وف]/, ''))) {
			return from;
		}
	}
	return -1;
}
