import type { Region } from '../model.ts';
import { equals, type Span } from '../span.ts';
import type { Draft } from './draft.ts';
import { isName } from './markers.ts';
import { marksWording } from './quotationUse.ts';
import type { Reading } from './reading.ts';

/** Quotations that are no statement: names, titles, terms. The inside of the marks, in text order. */
export function scareMarks(reading: Reading, drafts: readonly Draft[]): Region[] {
	if (reading.quotations.length === 0) {
		return [];
	}
	const parts = new Set<number>();
	const worded: { readonly first: number; readonly last: number }[] = [];
	for (const draft of drafts) {
		for (const part of draft.content) {
			parts.add(keyOf(part));
		}
		if (draft.type === 'mixed') {
			worded.push(draft);
		}
	}
	worded.sort((a, b) => a.first - b.first);
	const regions: Region[] = [];
	let reach = 0;
	let next = 0;
	for (const quotation of reading.quotations) {
		for (; next < worded.length && (worded[next]?.first ?? 0) <= quotation.first; next++) {
			reach = Math.max(reach, worded[next]?.last ?? 0);
		}
		const unit = { first: quotation.first, last: quotation.last, paragraph: 0 };
		const fragment =
			quotation.first < reach && marksWording(reading, quotation, unit) && !isName(reading, quotation, unit);
		if (!fragment && !parts.has(keyOf(quotation.inner))) {
			regions.push({ kind: 'scare', span: quotation.inner });
		}
	}
	return regions.filter((region, at) => at === 0 || !equals(region.span, regions[at - 1]?.span ?? region.span));
}

/** One number for a span, exact below 64 million code units. */
function keyOf({ start, end }: Span): number {
	return start * 2 ** 26 + end;
}
