import { bdi, button, element } from './element.ts';
import { leftChoices } from './machine/listing.ts';
import type { Choice, Task } from './machine/state.ts';
import { drawSheet, type SheetView } from './sheet.ts';
import type { Words } from './words.ts';

export interface OverlayView extends SheetView {
	readonly words: Words;
	readonly choose: (at: number) => void;
	readonly search: (query: string) => void;
	readonly written: (value: string) => void;
	readonly close: () => void;
}

/** What is asked just now, over the article: a list, a field for a comment, the sheet of keys. */
export function drawOverlay(root: HTMLElement, view: OverlayView, task: Task | undefined): void {
	const opened = root.hidden && task !== undefined;
	root.hidden = !task;
	root.className = task ? `overlay ${task.kind}` : 'overlay';
	if (!task) {
		root.replaceChildren();
		return;
	}
	switch (task.kind) {
		case 'list':
			drawList(root, view, task);
			return;
		case 'write':
			drawField(root, view, task.value);
			return;
		case 'words':
			root.replaceChildren(
				element('div', { class: 'asked', role: 'status' }, view.words(`select-${task.role}`)),
				element(
					'div',
					{ class: 'deeds-row' },
					button({ class: 'deed' }, view.words('take'), () => view.press('enter')),
					button({ class: 'deed' }, view.words('give-up'), view.close),
				),
			);
			return;
		case 'sheet':
			drawSheet(root, view);
			// It may be longer than the window: the keys that scroll are its own.
			if (opened) root.focus();
	}
}

function drawList(root: HTMLElement, view: OverlayView, list: Extract<Task, { kind: 'list' }>): void {
	const { words } = view;
	const left = leftChoices(list);
	const title = words(list.title, list.values);
	const rows = left.map(({ choice, index }, at) =>
		choiceRow(choice, view, {
			at,
			current: at === list.at,
			...(list.tick ? { ticked: list.ticked?.includes(index) === true } : {}),
			numbered: !list.search && !list.tick,
		}),
	);
	const listbox = element(
		'div',
		{
			class: 'choices',
			role: 'listbox',
			id: 'choices',
			tabindex: '0',
			'aria-label': title,
			'aria-activedescendant': `choice-${list.at}`,
		},
		...rows,
	);
	const found =
		list.finds && list.query !== '' ? words(left.length === 0 ? 'no-hits' : 'hits', { count: left.length }) : '';
	const old = root.querySelector<HTMLInputElement>('input.search');
	// The field stays while it is typed into, or the typing would lose its place.
	if (list.search && old) {
		root.querySelector('.choices')?.replaceWith(listbox);
		old.setAttribute('aria-activedescendant', `choice-${list.at}`);
		const hint = root.querySelector('.hint');
		if (hint) hint.textContent = found;
	} else {
		const hint = element('div', { class: 'hint', role: 'status' }, list.tick ? words('tick-hint') : found);
		root.replaceChildren(
			element('div', { class: 'asked' }, title),
			...(list.search ? [searchField(view, title)] : []),
			listbox,
			hint,
		);
		// Screen readers follow the focus; the keys go to the list's machine all the same.
		(root.querySelector<HTMLElement>('input.search') ?? listbox).focus({ preventScroll: true });
	}
	rows[list.at]?.scrollIntoView({ block: 'nearest' });
}

interface RowView {
	readonly at: number;
	readonly current: boolean;
	readonly ticked?: boolean;
	readonly numbered: boolean;
}

function choiceRow(
	choice: Choice,
	{ words, choose }: OverlayView,
	{ at, current, ticked, numbered }: RowView,
): HTMLElement {
	const row = element(
		'div',
		{
			class: 'choice',
			id: `choice-${at}`,
			role: 'option',
			'aria-selected': String(current),
			'aria-checked': ticked === undefined ? undefined : String(ticked),
		},
		numbered && at < 9 ? element('kbd', {}, String(at + 1)) : undefined,
		ticked === undefined ? undefined : element('span', { class: 'tick', 'aria-hidden': 'true' }, ticked ? '☑' : '☐'),
		choice.word
			? element('span', { class: 'choice-label word' }, words(choice.label))
			: bdi(choice.label, 'choice-label'),
		choice.detail === undefined ? undefined : bdi(choice.detail, 'choice-detail'),
	);
	row.addEventListener('click', () => choose(at));
	return row;
}

function searchField({ search }: OverlayView, title: string): HTMLElement {
	const field = element('input', {
		class: 'search',
		type: 'text',
		dir: 'auto',
		'aria-label': title,
		'aria-controls': 'choices',
	});
	field.addEventListener('input', () => search(field.value));
	return field;
}

function drawField(root: HTMLElement, { words, written, close }: OverlayView, value: string): void {
	if (root.querySelector('textarea')) return;
	const field = element('textarea', { dir: 'auto', rows: '3', 'aria-label': words('comment-on') });
	field.value = value;
	field.addEventListener('keydown', event => {
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		event.stopPropagation();
		written(field.value);
	});
	root.replaceChildren(
		element('div', { class: 'asked' }, words('comment-on')),
		field,
		element(
			'div',
			{ class: 'deeds-row' },
			button({ class: 'deed' }, words('keep-comment'), () => written(field.value)),
			button({ class: 'deed' }, words('give-up'), close),
		),
	);
	field.focus();
}
