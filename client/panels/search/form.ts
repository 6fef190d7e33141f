import { button, element } from '../../reader/element.ts';
import type { Words } from '../../reader/words.ts';
import type { SchemeItem } from '../../src/panels/messages/search.ts';
import { type Fields, noFields } from './query.ts';

/** The fields above the rows. */
export interface Form {
	readonly root: HTMLElement;
	fields(): Fields;
	fill(fields: Fields): void;
	/** Puts the cursor into the first field. */
	focus(): void;
	offerOutlets(outlets: readonly string[]): void;
}

export interface FormOptions {
	readonly words: Words;
	readonly scheme: SchemeItem;
	/** Names that the register has. */
	readonly names: readonly string[];
	/** The user asks for an answer. */
	readonly ask: () => void;
}

/** Makes the form; Enter in a field, or another choice in a list, asks. */
export function makeForm({ words, scheme, names, ask }: FormOptions): Form {
	const text = element('input', {
		type: 'search',
		class: 'words',
		dir: 'auto',
		lang: 'ar',
		spellcheck: 'false',
		'aria-label': words('words'),
		placeholder: words('words-example'),
	});
	const inputs: Readonly<Record<keyof Fields, HTMLInputElement | HTMLSelectElement>> = {
		text,
		match: choice(['clitics', 'folded', 'written'].map(value => [value, words(`match-${value}`)])),
		entity: free('names'),
		speaker: free('names'),
		label: choice([['', words('any')], ...scheme.entities.map(({ label, name }) => [label, name] as const)]),
		type: choice([['', words('any')], ...scheme.statements.types.map(({ label, name }) => [label, name] as const)]),
		status: choice([
			['', words('any')],
			...['suggested', 'confirmed', 'rejected'].map(value => [value, words(`status-${value}`)] as const),
		]),
		outlet: free('outlets'),
		since: element('input', { type: 'date' }),
		until: element('input', { type: 'date' }),
		sort: choice(['place', 'right', 'left', 'date'].map(value => [value, words(`sort-${value}`)])),
	};
	const outlets = element('datalist', { id: 'outlets' });
	const fill = (fields: Fields): void => {
		for (const [name, value] of Object.entries(fields)) inputs[name as keyof Fields].value = value;
	};
	const named = (...keys: readonly (keyof Fields)[]): readonly HTMLElement[] =>
		keys.map(name => element('label', { class: `field ${name}` }, element('span', {}, words(name)), inputs[name]));
	const root = element(
		'form',
		{ class: 'search', role: 'search' },
		element(
			'div',
			{ class: 'first' },
			text,
			inputs.match,
			element('button', { type: 'submit', class: 'main' }, words('search')),
			button({ class: 'quiet' }, words('clear'), () => {
				fill(noFields);
				text.focus();
			}),
		),
		element(
			'div',
			{ class: 'filters' },
			...named('entity', 'speaker', 'label', 'type', 'status', 'outlet', 'since', 'until', 'sort'),
		),
		outlets,
		element('datalist', { id: 'names' }, ...names.map(name => element('option', { value: name }))),
	);
	inputs.match.setAttribute('aria-label', words('match'));
	root.addEventListener('submit', event => {
		event.preventDefault();
		ask();
	});
	root.addEventListener('change', ({ target }) => {
		if (target instanceof HTMLSelectElement) ask();
	});
	return {
		root,
		fields: () =>
			Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value])) as unknown as Fields,
		fill,
		focus() {
			text.focus();
			text.select();
		},
		offerOutlets(known) {
			outlets.replaceChildren(...known.map(outlet => element('option', { value: outlet })));
		},
	};
}

function choice(options: readonly (readonly [value: string, words: string])[]): HTMLSelectElement {
	return element('select', {}, ...options.map(([value, words]) => element('option', { value }, words)));
}

function free(list: string): HTMLInputElement {
	return element('input', { type: 'text', dir: 'auto', list, spellcheck: 'false' });
}
