import type { Quotation } from '../text/quotations.ts';
import type { Stretch } from '../text/sentences.ts';
import type { Draft } from './draft.ts';
import { wordsIn } from './markers.ts';
import { quotationOpenedAt, type Reading } from './reading.ts';

/** Several paragraphs with marks of their own under one cue are parts of one statement: adds those that a quotation alone fills. */
export function continuedOver(reading: Reading, paragraphs: readonly Stretch[], drafts: readonly Draft[]): Draft[] {
	const fills = paragraphs.map(paragraph => filling(reading, paragraph));
	return drafts.map(draft => {
		if (draft.type !== 'direct') {
			return draft;
		}
		let last = draft.last;
		const content = [...draft.content];
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

function filling(reading: Reading, paragraph: Stretch): Quotation | undefined {
	const joined = reading.tokens[paragraph.first]?.key === 'و' ? 1 : 0;
	const quotation = quotationOpenedAt(reading, paragraph.first + joined);
	return quotation !== undefined && paragraph.last - quotation.last <= 3 && wordsIn(reading, quotation) > 5
		? quotation
		: undefined;
}

function paragraphAt(paragraphs: readonly Stretch[], token: number): number {
	let low = 0;
	let high = paragraphs.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((paragraphs[middle]?.first ?? 0) < token) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low - 1;
}
