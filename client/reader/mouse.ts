import type { Span } from './machine/text.ts';
import type { Page } from './page.ts';

export interface MouseView {
	readonly select: (span: Span) => void;
}

/** Takes clicks and drags in the text. The browser's own selection is left alone, so that copying works. */
export function onMouse(article: HTMLElement, page: Page, { select }: MouseView): void {
	article.addEventListener('mouseup', event => {
		if (event.button !== 0 || !(event.target instanceof Element) || !event.target.closest('.row > p')) return;
		// The browser settles its selection after the event.
		requestAnimationFrame(() => {
			const selection = getSelection();
			if (!selection?.anchorNode || !selection.focusNode) return;
			const one = page.offset({ node: selection.anchorNode, offset: selection.anchorOffset });
			const other = page.offset({ node: selection.focusNode, offset: selection.focusOffset });
			if (one === undefined || other === undefined) return;
			select({ start: Math.min(one, other), end: Math.max(one, other) });
		});
	});
}
