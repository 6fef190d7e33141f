import type { Reading } from './reading.ts';
import { readSource, type SourcePhrase } from './sourcePhrase.ts';

/** A source with the media that its words came through, the outermost first. */
export interface Relay {
	readonly source: SourcePhrase;
	readonly via: readonly SourcePhrase[];
}

/** No chain in the news is longer. */
const deepest = 4;

/** وكالة عن صحيفة عن مسؤول: who spoke stands behind the last عن that follows a medium; what is before it passes on. */
export function throughMedia(reading: Reading, outermost: SourcePhrase, to: number): Relay {
	const via: SourcePhrase[] = [];
	let source = outermost;
	while (via.length < deepest && isMedium(reading, source)) {
		const from = behindAbout(reading, source.last, to);
		const next = from < 0 ? undefined : readSource(reading, from, to);
		if (next === undefined) {
			break;
		}
		via.push(source);
		source = next;
	}
	return { source, via };
}

/** What may pass on another's words: a medium by its noun, a name in quotation marks, a body's name. */
export function isMedium(reading: Reading, source: SourcePhrase): boolean {
	const label = reading.entities[reading.entityOf[source.first] ?? -1]?.label;
	return source.head?.kind === 'outlet' || source.quoted || label === 'ORG';
}

/** The token behind عن or نقلا عن where one stands right behind a phrase; -1 for none. */
function behindAbout(reading: Reading, at: number, to: number): number {
	const { tokens } = reading;
	let from = at;
	while (from < to && (tokens[from]?.key === '،' || tokens[from]?.key === 'نقلا')) {
		from += 1;
	}
	return tokens[from]?.key === 'عن' && tokens[from + 1]?.key !== 'طريق' && from + 1 < to ? from + 1 : -1;
}
