import { bdi, element } from '../../reader/element.ts';
import type { Words } from '../../reader/words.ts';
import type { Speaker } from '../../src/panels/messages/ledger.ts';

export interface SpeakersView {
	readonly words: Words;
	readonly speakers: readonly Speaker[];
	/** Undefined: everybody. */
	readonly chosen: string | undefined;
	readonly choose: (speaker: string | undefined) => void;
}

/** Who speaks, with how often, in how many outlets and when; everybody first. */
export function drawSpeakers(root: HTMLElement, { words, speakers, chosen, choose }: SpeakersView): void {
	const option = (id: string | undefined, ...children: readonly HTMLElement[]): HTMLElement => {
		const made = element('div', { role: 'option', class: 'speaker', id: optionId(id) }, ...children);
		made.addEventListener('click', () => choose(id));
		return made;
	};
	root.replaceChildren(
		option(undefined, element('span', { class: 'name' }, words('everybody'))),
		...speakers.map(speaker =>
			option(
				speaker.id,
				speaker.name === ''
					? element('span', { class: 'name unknown' }, words('nobody'))
					: bdi(speaker.name, speaker.registered ? 'name registered' : 'name'),
				element('span', { class: 'count' }, String(speaker.tellings)),
				element('span', { class: 'facts' }, factsOf(words, speaker)),
			),
		),
		...(speakers.length === 0 ? [element('p', { class: 'empty' }, words('no-speaker'))] : []),
	);
	markSpeaker(root, chosen);
}

/** Marks the speaker whose statements are shown. */
export function markSpeaker(root: HTMLElement, chosen: string | undefined): void {
	for (const option of root.querySelectorAll('.speaker')) {
		const isChosen = option.id === optionId(chosen);
		option.setAttribute('aria-selected', String(isChosen));
		if (isChosen) {
			root.setAttribute('aria-activedescendant', option.id);
			option.scrollIntoView({ block: 'nearest' });
		}
	}
}

function optionId(id: string | undefined): string {
	return id === undefined ? 'everybody' : `speaker ${id}`;
}

function factsOf(words: Words, { outlets, first, last }: Speaker): string {
	return first === '' ? words('speaker-facts-undated', { outlets }) : words('speaker-facts', { outlets, first, last });
}
