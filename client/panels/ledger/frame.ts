import { element } from '../../reader/element.ts';
import type { Words } from '../../reader/words.ts';
import type { Place } from './moves.ts';

/** The two halves of the page: who speaks, and what they said. */
export interface Frame {
	readonly speakers: HTMLElement;
	readonly statements: HTMLElement;
}

export interface FrameActs {
	readonly type: (typed: string) => void;
	readonly stepSpeaker: (by: number) => void;
	readonly toStatements: () => void;
	/** A key pressed at a telling, by what it means; answers whether it led somewhere. */
	readonly key: (place: Place, key: string) => boolean;
}

/** Makes both halves in the page, with the keys that lead from one to the other. */
export function frameIn(words: Words, acts: FrameActs): Frame {
	const search = element('input', {
		type: 'search',
		class: 'find-speaker',
		dir: 'auto',
		placeholder: words('find-speaker'),
		'aria-label': words('find-speaker'),
		'aria-controls': 'speakers',
		spellcheck: 'false',
	});
	const speakers = element('div', { id: 'speakers', role: 'listbox', tabindex: '0', 'aria-label': words('speakers') });
	const statements = element('section', { id: 'statements', 'aria-label': words('statements') });
	const page = document.getElementById('page') ?? document.body;
	page.classList.add('ledger');
	page.replaceChildren(
		element('nav', { class: 'who', 'aria-label': words('speakers') }, search, speakers),
		statements,
		element('footer', { class: 'keys' }, words('ledger-keys')),
	);
	search.addEventListener('input', () => acts.type(search.value));
	for (const list of [search, speakers]) {
		list.addEventListener('keydown', event => {
			const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
			if (step !== undefined) acts.stepSpeaker(step);
			else if (event.key === 'Enter') acts.toStatements();
			else return;
			event.preventDefault();
		});
	}
	statements.addEventListener('keydown', event => {
		const place = placeOf(event.target);
		const meant = meaning(event.key);
		if (place && meant !== undefined && acts.key(place, meant)) event.preventDefault();
	});
	document.addEventListener('keydown', event => {
		const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
		const wanted = event.key === 'Escape' || (event.code === 'Slash' && !typing);
		if (!wanted || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		search.focus();
		search.select();
	});
	return { speakers, statements };
}

function meaning(key: string): string | undefined {
	const isRtl = document.documentElement.dir === 'rtl';
	const known: Readonly<Record<string, string>> = {
		ArrowDown: 'down',
		ArrowUp: 'up',
		ArrowLeft: isRtl ? 'forward' : 'back',
		ArrowRight: isRtl ? 'back' : 'forward',
		Home: 'first',
		End: 'last',
	};
	return known[key];
}

function placeOf(target: EventTarget | null): Place | undefined {
	const telling = target instanceof Element ? target.closest<HTMLElement>('.telling') : null;
	return telling ? { group: Number(telling.dataset['group']), telling: Number(telling.dataset['telling']) } : undefined;
}
