import type { Page } from './page.ts';

/** Draws the caret before the letter at an offset; at the end of a paragraph after its last letter. */
export function drawCaret(page: Page, article: HTMLElement, offset: number | undefined): void {
	const caret = article.querySelector<HTMLElement>('.caret');
	if (!caret) return;
	const box = offset === undefined ? undefined : boxAt(page, offset);
	caret.hidden = !box;
	if (!box) return;
	const origin = article.getBoundingClientRect();
	caret.style.setProperty('inset-block-start', `${box.top - origin.top}px`);
	caret.style.setProperty('left', `${box.x - origin.left}px`);
	caret.style.setProperty('block-size', `${box.height}px`);
}

/** A place's line on the screen: the edge at which reading comes upon the letter. */
export function boxAt(
	page: Page,
	offset: number,
): { readonly x: number; readonly top: number; readonly height: number } | undefined {
	const { node, offset: at } = page.place(offset);
	if (!(node instanceof Text) || node.length === 0) {
		const box = node instanceof Element ? node.getBoundingClientRect() : undefined;
		return box && { x: box.right, top: box.top, height: box.height };
	}
	const last = at >= node.length;
	const range = document.createRange();
	range.setStart(node, last ? node.length - 1 : at);
	range.setEnd(node, last ? node.length : at + 1);
	const box = [...range.getClientRects()].at(-1);
	if (!box) return undefined;
	const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(range.toString()) || isRightToLeft(node);
	return { x: rightToLeft === last ? box.left : box.right, top: box.top, height: box.height };
}

function isRightToLeft(node: Node): boolean {
	return node.parentElement !== null && getComputedStyle(node.parentElement).direction === 'rtl';
}
