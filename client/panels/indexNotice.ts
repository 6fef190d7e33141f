import { button, element } from '../reader/element.ts';
import type { Words } from '../reader/words.ts';

/** How far the reading of the articles is, as the server tells. */
interface IndexState {
	readonly state: 'indexing' | 'ready' | 'stopped';
	readonly done: number;
	readonly of: number;
	readonly unreadable: readonly string[];
}

/**
 * A line below the bar while articles are being read, with a way to stop or to go on; gone when all are. The page's words need
 * the keys `index-…`, `cancel` and `go-on`.
 */
export function showIndex(
	{ state, done, of, unreadable }: IndexState,
	words: Words,
	index: (stop: boolean) => void,
): void {
	const notice = document.querySelector<HTMLElement>('#notice');
	if (!notice) return;
	notice.hidden = state === 'ready' && unreadable.length === 0;
	if (state === 'ready') {
		notice.title = unreadable.join('\n');
		notice.replaceChildren(element('span', {}, words('index-unreadable', { count: unreadable.length })));
	} else if (state === 'stopped') {
		const goOn = button({}, words('go-on'), () => index(false));
		notice.replaceChildren(element('span', {}, words('index-stopped')), goOn);
	} else {
		const said = element('span', {}, of === 0 ? words('index-begins') : words('index-going', { done, of }));
		const bar = element('progress', { max: String(of), value: String(done), 'aria-label': words('index-begins') });
		notice.replaceChildren(
			...(of === 0 ? [] : [bar]),
			said,
			button({}, words('cancel'), () => index(true)),
		);
	}
}
