import { button, element } from '../../reader/element.ts';
import type { Words } from '../../reader/words.ts';
import { stances, statementTypes, statuses } from '../../src/panels/messages/ledger.ts';
import type { Filters } from './filters.ts';

export interface FiltersView {
	readonly words: Words;
	readonly outlets: readonly string[];
	readonly filters: Filters;
	readonly change: (change: Partial<Filters>) => void;
	readonly clear: () => void;
	readonly save: (format: 'csv' | 'jsonl') => void;
}

/** What narrows the statements, and what takes them away as a file. */
export function drawFilters(root: HTMLElement, { words, outlets, filters, change, clear, save }: FiltersView): void {
	const field = (name: string, control: HTMLElement): HTMLElement =>
		element('label', { class: 'field' }, element('span', { class: 'field-name' }, words(`filter-${name}`)), control);
	const choice = (name: 'outlet' | 'type' | 'stance' | 'status', values: readonly (readonly [string, string])[]) => {
		const made = element(
			'select',
			{ name },
			element('option', { value: '' }, words('any')),
			...values.map(([value, shown]) => element('option', { value, dir: 'auto' }, shown)),
		);
		made.value = filters[name];
		made.addEventListener('change', () => change({ [name]: made.value }));
		return field(name, made);
	};
	const typed = (name: 'text' | 'since' | 'until', type: 'search' | 'date'): HTMLElement => {
		const made = element('input', { type, name, dir: type === 'date' ? undefined : 'auto' });
		made.value = filters[name];
		made.addEventListener('input', () => change({ [name]: made.value }));
		return field(name, made);
	};
	const shared = element('input', { type: 'checkbox', name: 'shared' });
	shared.checked = filters.shared;
	shared.addEventListener('change', () => change({ shared: shared.checked }));
	const named = (kind: string, values: readonly string[]): readonly (readonly [string, string])[] =>
		values.map(value => [value, words(`${kind}-${value}`)]);
	const file = (format: 'csv' | 'jsonl'): HTMLElement =>
		button(
			{ class: 'save', name: format, title: words('export-title', { format: words(`export-${format}`) }) },
			words(`export-${format}`),
			() => save(format),
		);
	root.replaceChildren(
		element(
			'form',
			{ class: 'filters', role: 'search', 'aria-label': words('filters') },
			typed('text', 'search'),
			choice(
				'outlet',
				outlets.filter(outlet => outlet !== '').map(outlet => [outlet, outlet]),
			),
			typed('since', 'date'),
			typed('until', 'date'),
			choice('type', named('type', statementTypes)),
			choice('stance', named('stance', stances)),
			choice('status', named('status', statuses)),
			element('label', { class: 'field shared' }, shared, words('filter-shared')),
			button({ class: 'clear', name: 'clear' }, words('clear-filters'), clear),
		),
		element('div', { class: 'saves' }, file('csv'), file('jsonl')),
	);
	root.querySelector('form')?.addEventListener('submit', event => event.preventDefault());
}
