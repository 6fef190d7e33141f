import type { Saying } from './machine/items.ts';
import type { Page } from './page.ts';

const svg = 'http://www.w3.org/2000/svg';

/** Draws a thread from a statement's card to where its words begin; none without a card. */
export function drawThread(
	page: Page,
	article: HTMLElement,
	card: HTMLElement | undefined,
	saying: Saying | undefined,
): void {
	article.querySelector('.thread')?.remove();
	const [box] = card && saying ? page.boxes(saying.cue ?? saying.span) : [];
	if (!card || !box) return;
	const origin = article.getBoundingClientRect();
	const from = card.getBoundingClientRect();
	const leftward = from.left < box.left;
	const x1 = (leftward ? from.right : from.left) - origin.left;
	const y1 = Math.min(from.top + 18, from.bottom) - origin.top;
	const x2 = (leftward ? box.left : box.right) - origin.left;
	const y2 = box.bottom - 2 - origin.top;
	const drawing = document.createElementNS(svg, 'svg');
	drawing.setAttribute('class', 'thread');
	drawing.setAttribute('aria-hidden', 'true');
	const path = document.createElementNS(svg, 'path');
	const gutter = leftward ? x1 + 18 : x1 - 18;
	path.setAttribute('d', `M ${x1} ${y1} C ${gutter} ${y1}, ${x1} ${y2}, ${gutter} ${y2} L ${x2} ${y2}`);
	drawing.append(path);
	article.append(drawing);
}
