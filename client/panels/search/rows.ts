import { bdi, element } from '../../reader/element.ts';
import type { Words } from '../../reader/words.ts';
import type { Row, SchemeItem } from '../../src/panels/messages/search.ts';

/**
 * A line of the concordance, from right to left: a tick, what stands before, the hit, what follows, and outlet and day at the
 * margin.
 */
export function rowElement(row: Row, index: number, scheme: SchemeItem, words: Words): HTMLElement {
	const { left, text, right, outlet, date } = row;
	const made = element(
		'div',
		{ class: `hit ${statusClass(row)}`, role: 'option', id: `row-${index}`, 'aria-selected': 'false' },
		element('span', { class: 'tick', 'aria-hidden': 'true' }),
		element('span', { class: 'before' }, bdi(left)),
		element('span', { class: `found ${labelClass(row, scheme)}`, title: about(row, words) }, bdi(text)),
		element('span', { class: 'after' }, bdi(right)),
		element(
			'span',
			{ class: 'margin', title: row.path },
			element('bdi', { class: 'outlet' }, outlet),
			element('bdi', { class: 'day', dir: 'ltr' }, date),
		),
	);
	made.dataset['row'] = String(index);
	return made;
}

/** Who or what the hit is, for the mouse. */
function about({ label, status, name, entity, speaker }: Row, words: Words): string {
	return [
		label,
		status === undefined ? undefined : words(`status-${status}`),
		name ?? entity,
		speaker === undefined ? undefined : words('said-by', { speaker }),
	]
		.filter(part => part !== undefined)
		.join(' · ');
}

function statusClass({ status }: Row): string {
	return status === undefined ? 'plain' : status;
}

function labelClass({ kind, label }: Row, { entities }: SchemeItem): string {
	if (kind === 'statement') return 'label-statement';
	if (kind === 'words') return 'label-words';
	const index = entities.findIndex(known => known.label === label);
	return `label-${index < 0 ? entities.length : index}`;
}
