import { bdi, element } from './element.ts';
import type { Words } from './words.ts';

export interface SheetView {
	readonly words: Words;
	/** Groups of rows: keys as they read in the current layout, and what they do. */
	readonly sheet: () => readonly { readonly title: string; readonly rows: readonly SheetRow[] }[];
}

export interface SheetRow {
	readonly keys: string;
	readonly does: string;
}

/** All keys, as the current layout writes them. Any key closes it. */
export function drawSheet(root: HTMLElement, { words, sheet }: SheetView): void {
	root.replaceChildren(
		element('div', { class: 'asked' }, words('key-sheet')),
		element(
			'div',
			{ class: 'sheet-groups' },
			...sheet().map(({ title, rows }) =>
				element(
					'section',
					{},
					element('h2', {}, title),
					element(
						'dl',
						{},
						...rows.map(({ keys, does }) =>
							element(
								'div',
								{},
								element('dt', {}, ...keys.split(' ').map(key => element('kbd', {}, key))),
								element('dd', {}, bdi(does)),
							),
						),
					),
				),
			),
		),
	);
}
