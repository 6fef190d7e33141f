import { spanName } from '../names.ts';

/** TEI's elements for names, and the labels they stand for where no type says more; the first of a label is what we write. */
const nameElements: readonly (readonly [element: string, label: string])[] = [
	['persName', 'PER'],
	['orgName', 'ORG'],
	['placeName', 'LOC'],
	['geogName', 'LOC'],
	['settlement', 'LOC'],
	['country', 'LOC'],
	['region', 'LOC'],
	['date', 'DATE'],
	['name', 'MISC'],
	['rs', 'MISC'],
];

/** The element that a label is written as; `name` for labels of no element of their own. */
export function elementOf(label: string): string {
	return nameElements.find(([, known]) => known === label)?.[0] ?? 'name';
}

/** The label of an element, by its type where it has one; undefined for elements that mark no span. */
export function labelOfElement(element: string, type: string | undefined): string | undefined {
	if (element === 'said' || element === 'q' || element === 'quote') {
		return spanName('statement');
	}
	const known = nameElements.find(([name]) => name === element)?.[1];
	return element === 'seg' ? type : known === undefined ? undefined : (type ?? known);
}
