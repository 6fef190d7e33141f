import { button, element } from '../../reader/element.ts';
import type { Words } from '../../reader/words.ts';
import type { Act, Result, SchemeItem } from '../../src/panels/messages/search.ts';

/** What was found, and what can be done with it. */
export interface Tools {
	readonly root: HTMLElement;
	/** Nothing found hides all. */
	show(answer: Pick<Result, 'total' | 'articles' | 'outlets'> | undefined, ticked: number): void;
}

export interface ToolsOptions {
	readonly words: Words;
	readonly scheme: SchemeItem;
	readonly act: (act: Act, label?: string) => void;
	readonly undo: () => void;
	readonly tickAll: () => void;
	readonly csv: () => void;
}

/** Each button says its key. */
export function makeTools({ words, scheme, act, undo, tickAll, csv }: ToolsOptions): Tools {
	const count = element('span', { class: 'count' });
	const tool = (
		attributes: Readonly<Record<string, string>>,
		said: string,
		key: string,
		run: () => void,
	): HTMLElement => {
		const made = button(attributes, said, run);
		made.append(element('kbd', { dir: 'ltr' }, key));
		return made;
	};
	const labels = scheme.entities.map(({ label, name, key }, index) =>
		tool({ class: `label label-${index}`, title: name }, label, key?.toUpperCase() ?? String(index + 1), () =>
			act('label', label),
		),
	);
	const root = element(
		'div',
		{ class: 'tools', role: 'toolbar', hidden: '' },
		count,
		tool({}, words('tick-all'), 'Ctrl A', tickAll),
		...labels,
		tool({}, words('accept'), 'A', () => act('accept')),
		tool({}, words('reject'), 'X', () => act('reject')),
		tool({}, words('link'), ';', () => act('link')),
		tool({}, words('undo'), 'U', undo),
		button({}, words('csv'), csv),
	);
	return {
		root,
		show(answer, ticked) {
			root.hidden = answer === undefined;
			const parts = [answer && words('hits', answer), ticked > 0 ? words('ticked', { count: ticked }) : undefined];
			count.textContent = parts.filter(part => part !== undefined).join(' · ');
		},
	};
}
