import { bdi, button, element } from '../../reader/element.ts';
import type { Words } from '../../reader/words.ts';
import type { Group, Telling } from '../../src/panels/messages/ledger.ts';
import type { Place } from './moves.ts';

export interface StatementsView {
	readonly words: Words;
	readonly groups: readonly Group[];
	readonly total: number;
	readonly tellings: number;
	/** Whether something narrows the statements. */
	readonly narrowed: boolean;
	/** Why there is no answer. */
	readonly failure: string | undefined;
	/** Articles that changed meanwhile and are left out. */
	readonly stale: number;
	/** In the text editor, or in the Reader. */
	readonly open: (telling: Telling, where: 'text' | 'reader') => void;
	readonly more: () => void;
}

/** The statements in order of time, each with its tellings beside each other. */
export function drawStatements(root: HTMLElement, view: StatementsView): void {
	const { words, groups, total, tellings, stale, more } = view;
	const kept = focusedPlace(root);
	root.replaceChildren(
		...(groups.length === 0
			? [emptyElement(view)]
			: [element('h2', { class: 'total' }, words('statement-count', { total, tellings }))]),
		...(stale > 0 ? [element('p', { class: 'total' }, words('changed-since', { count: stale }))] : []),
		...groups.map((group, index) => groupElement(group, index, view)),
		...(groups.length > 0 && groups.length < total
			? [button({ class: 'more', name: 'more' }, words('more'), more)]
			: []),
	);
	if (kept) focusTelling(root, kept);
}

/** Puts the focus on a telling; the first one can also be reached by Tab. */
export function focusTelling(root: HTMLElement, { group, telling }: Place): void {
	const wanted = root.querySelector<HTMLElement>(`.telling[data-group="${group}"][data-telling="${telling}"]`);
	if (!wanted) return;
	for (const other of root.querySelectorAll('.telling[tabindex="0"]')) other.setAttribute('tabindex', '-1');
	wanted.setAttribute('tabindex', '0');
	wanted.focus();
	wanted.scrollIntoView({ block: 'nearest' });
}

function focusedPlace(root: HTMLElement): Place | undefined {
	const { activeElement } = document;
	if (!(activeElement instanceof HTMLElement) || !root.contains(activeElement)) return undefined;
	const { group, telling } = activeElement.dataset;
	return group === undefined ? undefined : { group: Number(group), telling: Number(telling) };
}

function emptyElement({ words, narrowed, failure }: StatementsView): HTMLElement {
	const said = failure ?? words(narrowed ? 'nothing-found' : 'nothing-yet');
	return element('div', { class: 'empty-state' }, element('p', {}, said));
}

function groupElement(group: Group, index: number, view: StatementsView): HTMLElement {
	const { words } = view;
	const { date, speaker, tellings, outlets } = group;
	const heading = element(
		'h3',
		{ class: 'statement-head' },
		speaker === '' ? element('span', { class: 'name unknown' }, words('nobody')) : bdi(speaker, 'name'),
		element('time', { class: 'date', ...(date === '' ? {} : { datetime: date }) }, date || words('no-date')),
	);
	if (tellings.length > 1) {
		heading.append(
			element('span', { class: 'told' }, words('told-by', { count: Math.max(outlets.length, 1) })),
			element('span', { class: 'hint' }, words('what-differs')),
		);
	}
	return element(
		'article',
		{ class: tellings.length > 1 ? 'statement shared' : 'statement' },
		heading,
		element(
			'div',
			{ class: 'tellings', dir: 'rtl' },
			...tellings.map((telling, place) => tellingElement(telling, { group: index, telling: place }, group, view)),
		),
	);
}

function tellingElement(telling: Telling, place: Place, group: Group, { words, open }: StatementsView): HTMLElement {
	const { outlet, date, type, stance, status, cue, source, via, path, line, pieces, speaker } = telling;
	const fact = (className: string, said: string): HTMLElement => element('span', { class: className }, said);
	const isFirst = place.group === 0 && place.telling === 0;
	const made = element(
		'div',
		{
			class: `telling ${status}`,
			role: 'link',
			tabindex: isFirst ? '0' : '-1',
			'data-group': String(place.group),
			'data-telling': String(place.telling),
			title: words('open-telling', { path, line: line + 1 }),
		},
		element(
			'div',
			{ class: 'facts head', dir: document.documentElement.dir },
			outlet === '' ? fact('outlet unknown', words('no-outlet')) : bdi(outlet, 'outlet'),
			date === group.date ? undefined : element('time', { datetime: date }, date || words('no-date')),
			fact('type', words(`type-${type}`)),
			stance === '' || stance === 'neutral' ? undefined : fact('stance', words(`stance-${stance}`)),
			fact('status', words(`status-${status}`)),
		),
		element(
			'blockquote',
			{ lang: 'ar', dir: 'auto' },
			...pieces.map(({ text, same }) => (same || group.tellings.length === 1 ? text : element('mark', {}, text))),
		),
		element(
			'div',
			{ class: 'facts foot', dir: document.documentElement.dir },
			cue === '' ? undefined : fact('cue', words('cue-is', { cue })),
			source === '' || source === speaker ? undefined : fact('source', words('source-is', { source })),
			speaker === '' || speaker === group.speaker ? undefined : bdi(speaker, 'speaker-name'),
			via === '' ? undefined : fact('via', words('via-is', { via })),
		),
	);
	made.addEventListener('click', event => {
		if (document.getSelection()?.isCollapsed !== false) open(telling, event.shiftKey ? 'reader' : 'text');
	});
	made.addEventListener('keydown', event => {
		if (event.key !== 'Enter') return;
		event.preventDefault();
		open(telling, event.shiftKey ? 'reader' : 'text');
	});
	return made;
}
