import type { Quotation } from '../text/quotations.ts';
import { isName, wordsIn } from './markers.ts';
import type { Reading, Unit } from './reading.ts';

/**
 * Whether a quotation inside reported words marks wording (عدّه «مفاجأة سارة») and so makes them mixed, or only a name, a title
 * or a term (جبل «العين»), which changes nothing.
 */
export function marksWording(reading: Reading, quotation: Quotation, unit: Unit): boolean {
	const words = wordsIn(reading, quotation);
	if (words > 8) {
		return true;
	}
	if (isTriggered(reading, quotation, unit)) {
		return false;
	}
	if (words > 3) {
		return true;
	}
	const first = reading.tokens[quotation.first];
	const latin = first !== undefined && /^[a-z0-9]/.test(first.key);
	const open = quotation.open ?? quotation.first;
	const before = reading.tokens[open - 1];
	const glued =
		before !== undefined && before.end === reading.tokens[open]?.start && (before.key === 'ب' || before.key === 'ك');
	return !latin && (glued || !first?.key.startsWith('ال') || words > 2);
}

/** A name by what stands before it or by the name finder; what follows it does not count inside reported words. */
function isTriggered(reading: Reading, quotation: Quotation, unit: Unit): boolean {
	return isName(reading, quotation, { ...unit, last: (quotation.close ?? quotation.last - 1) + 1 });
}
