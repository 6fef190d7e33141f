import type { LabelItem, RegisterResult } from '../src/reader/messages.ts';
import { bdi, button, element } from './element.ts';
import type { Item } from './machine/items.ts';
import { sameName } from './machine/moving.ts';
import { lineAt, type Text } from './machine/text.ts';
import type { Words } from './words.ts';

export interface InspectorView {
	readonly words: Words;
	readonly text: Text;
	readonly labels: readonly LabelItem[];
	readonly typeName: (type: string) => string;
	readonly register: RegisterResult['entries'];
	/** The letter on the key of an action or a label, in the current layout. */
	readonly keyFor: (action: string) => string | undefined;
	readonly act: (action: string, given: { readonly id?: string; readonly label?: string }) => void;
}

/** What is known of the item in focus, and what can be done with it. Empty without one. */
export function drawInspector(
	root: HTMLElement,
	view: InspectorView,
	item: Item | undefined,
	items: readonly Item[],
	/** The exact border while it is changed. */
	border: string | undefined,
): void {
	root.hidden = !item && border === undefined;
	if (!item) {
		root.replaceChildren(...(border === undefined ? [] : [element('div', { class: 'border' }, bdi(border))]));
		return;
	}
	const { words, act, keyFor } = view;
	const deed = (action: string): HTMLElement => {
		const key = keyFor(action);
		return button(
			{ class: 'deed' },
			element('span', {}, words(`do-${action}`), ' ', key === undefined ? undefined : element('kbd', {}, key)),
			() => act(action, { id: item.id }),
		);
	};
	const deeds = [
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
		element('div', { class: 'deeds-row', role: 'toolbar', 'aria-label': words('deeds') }, ...deeds.map(deed)),
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
	const from = item.kind === 'entity' ? item.entity : item.statement;
	const why = [words(`from-${from.from}`), ...(from.score === undefined ? [] : [String(from.score)])].join(' · ');
	return [
		...(item.kind === 'entity' ? entityFacts(view, item, items, row) : statementFacts(view, item, row)),
		row('why', why),
		...(from.comment === undefined ? [] : [row('comment', bdi(from.comment))]),
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
	{ words, text, typeName }: InspectorView,
	item: Extract<Item, { kind: 'statement' }>,
	row: Row,
): readonly HTMLElement[] {
	const { cue, speaker, statement } = item;
	const written = (span: { readonly start: number; readonly end: number }): HTMLElement =>
		bdi(text.all.slice(span.start, span.end));
	return [
		row('type', typeName(statement.type)),
		...(cue ? [row('cue', written(cue))] : []),
		...(speaker ? [row('speaker', written(speaker))] : []),
		row('resolved', words(`how-${statement.how}`)),
		...(statement.viaText === undefined ? [] : [row('via', bdi(statement.viaText))]),
	];
}
