import type { State } from './machine/state.ts';
import type { Text } from './machine/text.ts';

/** The parts of the page round the article, as the first HTML has them. */
export interface Frame {
	readonly bar: HTMLElement;
	readonly inspector: HTMLElement;
	readonly overlay: HTMLElement;
	readonly notice: HTMLElement;
	/** A short word, also to screen readers. */
	say(words: string): void;
}

export function frame(): Frame {
	const live = part('live');
	let gone: ReturnType<typeof setTimeout> | undefined;
	return {
		bar: part('bar'),
		inspector: part('inspector'),
		overlay: part('overlay'),
		notice: part('notice'),
		say(words) {
			live.textContent = words;
			live.classList.add('said');
			clearTimeout(gone);
			gone = setTimeout(() => live.classList.remove('said'), 4000);
		},
	};
}

function part(id: string): HTMLElement {
	return document.getElementById(id) ?? document.body;
}

/** The selection with its neighbours while a border is changed, as `…رئيس [مصطفى العامري] في…`. */
export function borderOf({ anchor, head, grown }: State, { all }: Text): string | undefined {
	if (!grown) return undefined;
	const before = all.slice(Math.max(0, anchor - 12), anchor);
	const after = all.slice(head, head + 12);
	return `…${before}[${all.slice(anchor, head)}]${after}…`.replaceAll('\n', ' ');
}
