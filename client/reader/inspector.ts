import type { LabelItem, RegisterResult } from '../src/reader/messages.ts';
import { bdi, button, element } from './element.ts';
import type { Item } from './machine/items.ts';
import { sameName } from './machine/moving.ts';
import { lineAt, type Span, type Text } from './machine/text.ts';
import type { Words } from './words.ts';

export interface InspectorView {
	readonly words: Words;
	readonly text: Text;
	readonly labels: readonly LabelItem[];
	readonly typeName: (type: string) => string;
	readonly register: RegisterResult['entries'];
	/** Why the item is there and how its speaker was found, line by line. */
	readonly explained: readonly string[];
	/** The letter on the key of an action or a label, in the current layout. */
	readonly keyFor: (action: string) => string | undefined;
	readonly act: (action: string, given: { readonly id?: string; readonly label?: string }) => void;
}

/** What else decides what can be done. */
export interface Picked {
	/** The exact border while it is changed. */
	readonly border: string | undefined;
	/** The selected words. */
	readonly selected: Span | undefined;
}

/** What is known of the item in focus or of the selected words, and what can be done with them. Empty without either. */
export function drawInspector(
	root: HTMLElement,
	view: InspectorView,
	item: Item | undefined,
	items: readonly Item[],
	{ border, selected }: Picked,
): void {
	root.hidden = !item && !selected;
	if (!item) {
		root.replaceChildren(...(selected ? selectionRows(view, selected) : []));
		return;
	}
	const { words } = view;
	const deeds = [
		...(border === undefined ? [] : ['take']),
		...(item.status === 'suggested' ? ['accept', 'reject'] : ['remove', 'note', 'flag']),
		'adjust',
		...(item.kind === 'entity' ? ['labelAllInDocument', 'link'] : ['attribute', 'chooseCue', 'setType']),
	];
	root.replaceChildren(
		element(
			'div',
			{ class: 'known' },
			element(
				'div',
				{},
				bdi(border ?? headline(item), 'headword'),
				element('span', { class: 'status' }, words(`state-${item.status}`)),
			),
			...(item.kind === 'entity' ? labelRow(view, item) : []),
			...facts(view, item, items),
		),
		element(
			'div',
			{ class: 'deeds-row', role: 'toolbar', 'aria-label': words('deeds') },
			...deeds.map(action => deed(view, action, item.id)),
		),
	);
}

/** What can be done with words that are no item: every label, a statement, a part or a speaker of one. */
function selectionRows(view: InspectorView, { start, end }: Span): readonly HTMLElement[] {
	const { words, text, labels, act } = view;
	const chips = labels.map(({ label, name }, index) =>
		button({ class: `chip label-${index}`, 'aria-pressed': 'false' }, bdi(name), () => act('label', { label })),
	);
	const deeds = ['statement', 'addPart', 'attribute', 'chooseCue', 'accept'].map(action =>
		deed(view, action, undefined),
	);
	return [
		element(
			'div',
			{ class: 'known' },
			bdi(text.all.slice(start, Math.min(end, start + longestShown)), 'headword'),
			element('div', { class: 'labels', role: 'group', 'aria-label': words('label') }, ...chips),
		),
		element('div', { class: 'deeds-row', role: 'toolbar', 'aria-label': words('deeds') }, ...deeds),
	];
}

/** In characters: of a longer selection one sees the words in the text. */
const longestShown = 60;

/** A button for an action, with its key. Taking a changed span is what Enter does: to accept it. */
function deed({ words, act, keyFor }: InspectorView, action: string, id: string | undefined): HTMLElement {
	const key = action === 'take' ? '↵' : keyFor(action);
	const label = element(
		'span',
		{},
		words(`do-${action}`),
		' ',
		key === undefined ? undefined : element('kbd', {}, key),
	);
	return button({ class: 'deed' }, label, () =>
		action === 'take' ? act('accept', {}) : act(action, id === undefined ? {} : { id }),
	);
}

function headline(item: Item): string {
	return item.kind === 'entity' ? (item.entity.form ?? item.entity.text) : (item.statement.speakerName ?? '—');
}

function labelRow(
	{ labels, act, words }: InspectorView,
	item: Extract<Item, { kind: 'entity' }>,
): readonly HTMLElement[] {
	return [
		element(
			'div',
			{ class: 'labels', role: 'group', 'aria-label': words('label') },
			...labels.map(({ label, name }, index) =>
				button({ class: `chip label-${index}`, 'aria-pressed': String(label === item.entity.label) }, bdi(name), () =>
					act('relabel', { id: item.id, label }),
				),
			),
		),
	];
}

function facts(view: InspectorView, item: Item, items: readonly Item[]): readonly HTMLElement[] {
	const { words } = view;
	const row = (name: string, ...value: readonly (HTMLElement | string)[]): HTMLElement =>
		element(
			'div',
			{ class: 'fact' },
			element('span', { class: 'fact-name' }, words(name)),
			element('span', {}, ...value),
		);
	const { from, score, comment } = item.kind === 'entity' ? item.entity : item.statement;
	const why = [words(`from-${from}`), ...(score === undefined ? [] : [String(score)])].join(' · ');
	return [
		...(item.kind === 'entity' ? entityFacts(view, item, items, row) : statementFacts(view, item, row)),
		...(view.explained.length === 0 ? [row('why', why)] : []),
		...(comment === undefined ? [] : [row('comment', bdi(comment))]),
		...(view.explained.length === 0
			? []
			: [element('div', { class: 'explained' }, ...view.explained.map(line => bdi(line)))]),
	];
}

type Row = (name: string, ...value: readonly (HTMLElement | string)[]) => HTMLElement;

function entityFacts(
	{ register, text, act }: InspectorView,
	item: Extract<Item, { kind: 'entity' }>,
	items: readonly Item[],
	row: Row,
): readonly HTMLElement[] {
	const entry = register.find(({ key }) => key === item.entity.entity);
	const others = items.filter(other => other.id !== item.id && sameName(other, item));
	const go = (other: Item): HTMLElement =>
		button({ class: 'go' }, String(lineAt(text, other.span.start) + 1), () => act('reveal', { id: other.id }));
	return [
		...(item.entity.entity === undefined
			? []
			: [row('entity', bdi(entry ? entry.name : item.entity.entity), ...(entry ? [' ', bdi(entry.key, 'key')] : []))]),
		...(entry && entry.aliases.length > 0 ? [row('aliases', bdi(entry.aliases.join('، ')))] : []),
		...(item.entity.value === undefined ? [] : [row('value', bdi(item.entity.value))]),
		...(others.length > 0 ? [row('elsewhere', ...others.slice(0, 12).flatMap(other => [go(other), ' ']))] : []),
	];
}

function statementFacts(
	view: InspectorView,
	item: Extract<Item, { kind: 'statement' }>,
	row: Row,
): readonly HTMLElement[] {
	const { words, text, typeName } = view;
	const { cue, speaker, statement } = item;
	const written = (span: { readonly start: number; readonly end: number }): HTMLElement =>
		bdi(text.all.slice(span.start, span.end));
	return [
		row('type', typeName(statement.type)),
		...(cue ? [row('cue', written(cue))] : []),
		...(speaker ? [row('speaker', written(speaker))] : []),
		...(view.explained.length > 0 ? [] : [row('resolved', words(`how-${statement.how}`))]),
		...(statement.viaText === undefined ? [] : [row('via', bdi(statement.viaText))]),
	];
}
