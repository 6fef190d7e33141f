import { partitionPoint } from '../sorted.ts';
import type { Span } from '../span.ts';
import type { Quotation } from '../text/quotations.ts';
import type { Stretch } from '../text/sentences.ts';
import type { Draft } from './draft.ts';
import { wordsIn } from './markers.ts';
import { quotationOpenedAt, type Reading, spanOf, startsWithCue } from './reading.ts';

/** Several paragraphs with marks of their own under one cue are parts of one statement: adds those that a quotation alone fills. */
export function continuedOver(reading: Reading, paragraphs: readonly Stretch[], drafts: readonly Draft[]): Draft[] {
	const fills = paragraphs.map(paragraph => filling(reading, paragraph));
	return drafts.map(draft => {
		if (draft.type !== 'direct') {
			return draft;
		}
		let last = draft.last;
		const content = [...draft.content, ...closedLater(reading, paragraphs, draft)];
		for (let number = paragraphAt(paragraphs, last) + 1; number < paragraphs.length; number++) {
			const before = paragraphs[number - 1];
			const quotation = fills[number];
			if (quotation === undefined || before === undefined || before.last - last > 3) {
				break;
			}
			content.push(quotation.inner);
			last = quotation.last;
		}
		return content.length === draft.content.length ? draft : { ...draft, content, last };
	});
}

/** More paragraphs than this are not held together by one pair of marks. */
const longestQuotation = 6;

/** The following paragraphs of words whose mark closes only at the end of the last one: «…¶…¶…». None where marks stand inside. */
function closedLater(reading: Reading, paragraphs: readonly Stretch[], draft: Draft): Span[] {
	const quotation = reading.quotationFrom.get(draft.first);
	if (quotation === undefined || quotation.open === undefined || quotation.close !== undefined) {
		return [];
	}
	const parts: Span[] = [];
	const from = paragraphAt(paragraphs, draft.last) + 1;
	if ((paragraphs[from - 1]?.last ?? 0) - draft.last > 1) {
		return [];
	}
	for (const paragraph of paragraphs.slice(from, from + longestQuotation)) {
		const marks = marksIn(reading, paragraph);
		const end = marks[0] ?? paragraph.last;
		if (
			marks.length > 1 ||
			(marks.length === 1 && paragraph.last - end > 2) ||
			speaksItself(reading, paragraph, marks)
		) {
			return [];
		}
		const { start } = spanOf(reading.tokens, paragraph.first, end);
		const stop = reading.tokens[(marks.length === 1 ? end : withoutStop(reading, end)) - 1]?.end ?? start;
		// A mark or a full stop may stand alone in its paragraph.
		if (stop > start) parts.push({ start, end: stop });
		if (marks.length === 1) {
			return parts;
		}
	}
	return [];
}

/** A cue begins the paragraph, or its mark closes words of its own: the mark that opened them was lost there, not in the paragraph before. */
function speaksItself(reading: Reading, paragraph: Stretch, [mark]: readonly number[]): boolean {
	const closed = reading.quotations[reading.quotationOf[mark ?? -1] ?? -1];
	return startsWithCue(reading.tokens, paragraph.first) || (closed !== undefined && closed.open === undefined);
}

function marksIn(reading: Reading, paragraph: Stretch): number[] {
	const marks: number[] = [];
	for (let at = paragraph.first; at < paragraph.last && marks.length < 2; at++) {
		if (reading.tokens[at]?.kind === 'mark' && quotationSigns.has(reading.tokens[at]?.key ?? '')) {
			marks.push(at);
		}
	}
	return marks;
}

function withoutStop(reading: Reading, last: number): number {
	return reading.tokens[last - 1]?.key === '.' ? last - 1 : last;
}

const quotationSigns = new Set(['«', '»', '"', '“', '”', '„']);

function filling(reading: Reading, paragraph: Stretch): Quotation | undefined {
	const joined = reading.tokens[paragraph.first]?.key === 'و' ? 1 : 0;
	const quotation = quotationOpenedAt(reading, paragraph.first + joined);
	return quotation !== undefined && paragraph.last - quotation.last <= 3 && wordsIn(reading, quotation) > 5
		? quotation
		: undefined;
}

function paragraphAt(paragraphs: readonly Stretch[], token: number): number {
	return partitionPoint(paragraphs.length, middle => (paragraphs[middle]?.first ?? 0) < token) - 1;
}
