import { bdi, button, element } from './element.ts';
import type { Words } from './words.ts';

export interface SheetView {
	readonly words: Words;
	/** Does what a key does. */
	readonly press: (key: string) => void;
	/** Groups of rows: keys as they read in the current layout, and what they do. */
	readonly sheet: () => readonly { readonly title: string; readonly rows: readonly SheetRow[] }[];
}

export interface SheetRow {
	readonly keys: string;
	/** One of them, by our name for it. */
	readonly key: string;
	readonly does: string;
}

/** All keys, as the current layout writes them. Any letter closes it; a click on a line does what its key does. */
export function drawSheet(root: HTMLElement, { words, press, sheet }: SheetView): void {
	root.replaceChildren(
		element('div', { class: 'asked' }, words('key-sheet')),
		element(
			'div',
			{ class: 'sheet-groups' },
			...sheet().map(({ title, rows }) =>
				element('section', {}, element('h2', {}, title), element('dl', {}, ...rows.map(row => line(row, press)))),
			),
		),
	);
}

function line({ keys, key, does }: SheetRow, press: SheetView['press']): HTMLElement {
	const written = keys.split(' ').map(one => element('kbd', {}, one));
	const doing = button({ class: 'does', tabindex: '-1' }, bdi(does), () => press(key));
	return element('div', {}, element('dt', {}, ...written), element('dd', {}, doing));
}
