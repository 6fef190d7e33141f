import { bdi, button, element } from './element.ts';
import type { Item, Saying } from './machine/items.ts';
import { isShown } from './machine/places.ts';
import type { State } from './machine/state.ts';
import { lineAt, type Text } from './machine/text.ts';
import type { Page } from './page.ts';
import type { Words } from './words.ts';

export interface MarginView {
	readonly page: Page;
	readonly words: Words;
	readonly typeName: (type: string) => string;
	readonly act: (action: string, id: string) => void;
}

/** Puts beside each paragraph a card for every statement that begins there: who says it, by which word, how sure that is. */
export function drawMargin({ page, words, typeName, act }: MarginView, items: readonly Item[], state: State): void {
	const sayings = items.filter(item => item.kind === 'statement' && isShown(state, item)) as readonly Saying[];
	const lines = new Map<number, HTMLElement[]>();
	let before: Saying | undefined;
	for (const saying of sayings) {
		const line = lineAt(page.text, firstOf(saying));
		const card = cardOf(saying, { words, typeName, act }, goesOn(before, saying), quoteOf(saying, page.text));
		const cards = lines.get(line);
		if (cards) cards.push(card);
		else lines.set(line, [card]);
		before = saying;
	}
	for (let line = 0; line < page.text.lines.length; line++) {
		const row = page.paragraph(line)?.parentElement;
		const old = row?.querySelector(':scope > .margin');
		const cards = lines.get(line);
		if (!cards) old?.remove();
		else if (old) old.replaceChildren(...cards);
		else row?.append(element('div', { class: 'margin' }, ...cards));
	}
}

/** Shows which card is in focus. */
export function focusCard(root: HTMLElement, id: string | undefined): HTMLElement | undefined {
	for (const card of root.querySelectorAll<HTMLElement>('.card')) {
		card.setAttribute('aria-current', String(card.dataset['id'] === id));
	}
	return id === undefined
		? undefined
		: (root.querySelector<HTMLElement>(`.card[data-id="${CSS.escape(id)}"]`) ?? undefined);
}

/** Who speaks at an offset: the speaker of the last statement of the paragraph that begins there or before. */
export function speakingAt(items: readonly Item[], text: Text, offset: number): Saying | undefined {
	const line = lineAt(text, offset);
	return items.findLast(
		(item): item is Saying =>
			item.kind === 'statement' && item.span.start <= offset && lineAt(text, item.span.start) === line,
	);
}

/** Where reading meets a statement first: its cue often stands before its words. */
function firstOf({ span, cue }: Saying): number {
	return cue ? Math.min(cue.start, span.start) : span.start;
}

function speakerOf({ statement }: Saying): string | undefined {
	return statement.speakerEntity ?? statement.speakerName;
}

/** Whether the speaker of the statement before goes on speaking. */
function goesOn(before: Saying | undefined, saying: Saying): boolean {
	return before !== undefined && speakerOf(before) !== undefined && speakerOf(before) === speakerOf(saying);
}

function quoteOf({ cue }: Saying, text: Text): string | undefined {
	return cue && text.all.slice(cue.start, cue.end);
}

function cardOf(
	{ id, status, speaker, statement }: Saying,
	{ words, typeName, act }: Pick<MarginView, 'words' | 'typeName' | 'act'>,
	continued: boolean,
	cue: string | undefined,
): HTMLElement {
	const { type, speakerName, viaText, comment, flag } = statement;
	const implicit = speaker === undefined && speakerName !== undefined;
	const name = speakerName ?? words('unknown-speaker');
	const facts = [typeName(type), ...(cue === undefined ? [] : [cue]), words(`state-${status}`)];
	const card = element(
		'div',
		{
			class: `card ${status}${continued ? ' goes-on' : ''}`,
			role: 'group',
			'data-id': id,
			'aria-label': `${name} · ${facts.join(' · ')}`,
		},
		element(
			'div',
			{ class: 'who' },
			bdi(name, speakerName === undefined ? 'unknown' : 'name'),
			viaText === undefined ? undefined : element('span', { class: 'via' }, `${words('via')} `, bdi(viaText)),
			implicit ? element('span', { class: 'implicit', title: words('implicit-title') }, words('implicit')) : undefined,
			flag ? element('span', { class: 'flag', title: words('flagged') }, '⚑') : undefined,
		),
		element(
			'div',
			{ class: 'facts' },
			element('span', {}, facts[0]),
			cue === undefined ? undefined : element('span', { class: 'cue' }, bdi(cue)),
			element('span', { class: 'state' }, words(`state-${status}`)),
			element(
				'span',
				{ class: 'deeds' },
				...(status === 'suggested'
					? [
							button({ class: 'deed', 'aria-label': words('accept'), title: words('accept') }, '✓', () =>
								act('accept', id),
							),
						]
					: []),
				button({ class: 'deed', 'aria-label': words('reject'), title: words('reject') }, '✕', () => act('reject', id)),
				button({ class: 'deed', 'aria-label': words('speaker'), title: words('speaker') }, '✎', () =>
					act('attribute', id),
				),
			),
		),
		comment === undefined ? undefined : element('div', { class: 'comment' }, bdi(comment)),
	);
	card.addEventListener('click', () => act('reveal', id));
	return card;
}
