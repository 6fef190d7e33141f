import type { DocumentItem, SchemeItem } from '../src/reader/messages.ts';
import { bdi, button, element } from './element.ts';
import type { Item } from './machine/items.ts';
import type { State } from './machine/state.ts';
import type { Text } from './machine/text.ts';
import { speakingAt } from './margin.ts';
import type { Words } from './words.ts';

export interface BarView {
	readonly words: Words;
	readonly scheme: SchemeItem;
	/** How far the article is. */
	readonly status: DocumentItem['status'] | undefined;
	/** The letter on the key, in the current layout. */
	readonly letter: (key: string) => string;
	readonly act: (action: string) => void;
	readonly toggle: (label: string) => void;
}

/** The legend with counts, which filters; how many suggestions are left; the few things that are done most. */
export function drawBar(
	root: HTMLElement,
	{ words, scheme, status, letter, act, toggle }: BarView,
	items: readonly Item[],
	state: State,
): void {
	const count = (label: string): number =>
		items.filter(item => (item.kind === 'entity' ? item.entity.label : 'statement') === label).length;
	const chip = (label: string, name: string, key: string | undefined, className: string): HTMLElement => {
		const hidden = state.hidden.includes(label);
		return button(
			{
				class: `chip ${className}`,
				'aria-pressed': String(!hidden),
				title: words(hidden ? 'show-label' : 'hide-label', { label: name }),
			},
			chipWords(name, key && letter(key), count(label)),
			() => toggle(label),
		);
	};
	const left = items.filter(({ status }) => status === 'suggested').length;
	const tool = (action: string, sign: string, className = 'tool'): HTMLElement =>
		button(
			{ class: className, 'aria-label': words(`do-${action}`), title: words(`do-${action}`), 'data-sign': sign },
			undefined,
			() => act(action),
		);
	root.replaceChildren(
		element(
			'div',
			{ class: 'legend', role: 'group', 'aria-label': words('legend') },
			...scheme.entities.map(({ label, name, key }, index) => chip(label, name, key, `label-${index}`)),
			chip('statement', words('kind-statements'), scheme.statements.key, 'label-statement'),
		),
		element(
			'div',
			{ class: 'tools', role: 'toolbar', 'aria-label': words('tools') },
			element('span', { class: 'speaking' }),
			element(
				'span',
				{ class: 'left' },
				[words('left-count', { count: left }), ...progress(words, status)].join(' · '),
			),
			tool('previousSuggestion', '↑'),
			tool('nextSuggestion', '↓'),
			tool('undo', '↶'),
			tool('redo', '↷'),
			tool('smaller', 'A−'),
			tool('larger', 'A+'),
			tool('saveReaderPage', '⤓'),
			tool('markDone', '✓', 'tool done'),
			tool('openText', '⇄'),
			tool('cheatSheet', '?'),
		),
	);
}

function chipWords(name: string, key: string | undefined, count: number): HTMLElement {
	return element(
		'span',
		{ class: 'chip-words' },
		bdi(name),
		key === undefined ? undefined : element('kbd', {}, key),
		element('span', { class: 'count' }, String(count)),
	);
}

/** How far names and statements are, in one word where they are equally far. */
function progress(words: Words, status: DocumentItem['status'] | undefined): readonly string[] {
	if (!status) return [];
	const [names, statements] = [words(`status-${status.entities}`), words(`status-${status.statements}`)];
	return [names === statements ? names : `${names}/${statements}`];
}

/** Who speaks where the caret is: also where the verb does not say it. */
export function drawSpeaker(root: HTMLElement, words: Words, text: Text, items: readonly Item[], offset: number): void {
	const name = speakingAt(items, text, offset)?.statement.speakerName;
	const place = root.querySelector('.speaking');
	if (place) place.textContent = name === undefined ? '' : words('speaking-now', { name });
}
