import type { Anchor, AnnotationRecord } from '../model.ts';
import { exactOf, textAfter, textBefore } from './anchor.ts';
import { mapAnchors } from './mapAnchors.ts';

/**
 * The record with its anchors' words brought up to date with the text, where they no longer fit; spans stay. What fits stays
 * as it is, also a shorter context written by hand. Orphans and lost parts (empty spans) keep the words they are looked for by.
 */
export function refreshed(record: AnnotationRecord, given: string): AnnotationRecord {
	return record.state === 'orphan' ? record : mapAnchors(record, anchor => refreshAnchor(anchor, given));
}

function refreshAnchor(anchor: Anchor, given: string): Anchor {
	const { start, end } = anchor.span;
	if (start === end) {
		return anchor;
	}
	// Most anchors fit as they are: no need to take the text around them apart.
	const { prefix = '', suffix = '' } = anchor;
	const whole = prefix + anchor.exact + suffix;
	const from = start - prefix.length;
	if (
		prefix !== '' &&
		suffix !== '' &&
		from >= 0 &&
		end - start === anchor.exact.length &&
		given.startsWith(whole, from)
	) {
		return anchor;
	}
	const exact = exactOf(given.slice(start, end));
	const before = anchor.prefix === undefined ? undefined : fitting(anchor.prefix, textBefore(given, start), 'end');
	const behind = anchor.suffix === undefined ? undefined : fitting(anchor.suffix, textAfter(given, end), 'start');
	if (exact === anchor.exact && before === anchor.prefix && behind === anchor.suffix) {
		return anchor;
	}
	return {
		...anchor,
		exact,
		...(before === undefined ? {} : { prefix: before }),
		...(behind === undefined ? {} : { suffix: behind }),
	};
}

function fitting(kept: string, now: string, side: 'start' | 'end'): string {
	const fits = side === 'end' ? now.endsWith(kept) : now.startsWith(kept);
	return fits && (kept !== '' || now === '') ? kept : now;
}
