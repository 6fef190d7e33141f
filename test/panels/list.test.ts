import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type ListState, press } from '../../client/panels/search/list.ts';

const scheme = {
	name: 'news',
	entities: [
		{ label: 'PER', name: 'Person', color: '#336699', key: 'p' },
		{ label: 'LAW', name: 'Law', color: '#996633' },
	],
	statements: { color: '#336633', types: [] },
};
const rows = 20;

/** A list in words: the row where keys are, then those ticked. */
function worded({ at, ticked }: ListState): string {
	return [at, ...[...ticked].sort((a, b) => a - b)].join(' ');
}

suite('keys in the concordance', () => {
	const check = (keys: string, from: string, expected: string, want?: object): void => {
		test(`${keys} at ${from}`, () => {
			const [at = 0, ...ticked] = from.split(' ').map(Number);
			let state: ListState = { at, ticked: new Set(ticked) };
			let last: object | undefined;
			for (const key of keys.split(' ')) {
				const pressed = press(state, rows, scheme, key);
				assert.ok(pressed, `${key} means something`);
				state = pressed.state;
				last = pressed.want;
			}
			assert.equal(worded(state), expected);
			assert.deepEqual(last, want);
		});
	};
	check('down down up', '0', '1');
	check('up', '0', '0');
	check('end down', '0', '19');
	check('pagedown pagedown pageup', '0', '7');
	check('space', '3', '3 3');
	check('space', '3 3', '3');
	check('shift+down shift+down', '3', '5 3 4');
	check('escape', '3 1 2', '3');
	check('escape', '3', '3', { what: 'fields' });
	check('enter', '3', '3', { what: 'open', where: 'text' });
	check('\\', '3', '3', { what: 'open', where: 'reader' });
	check('x', '3 1', '3 1', { what: 'act', act: 'reject' });
	check(';', '3 1', '3 1', { what: 'act', act: 'link' });
	check('p', '3', '3', { what: 'act', act: 'label', label: 'PER' });
	check('2', '3', '3', { what: 'act', act: 'label', label: 'LAW' });
	check('u', '3', '3', { what: 'undo' });

	test('tick all, then none', () => {
		const all = press({ at: 0, ticked: new Set() }, rows, scheme, 'ctrl+a')?.state;
		assert.equal(all?.ticked.size, rows);
		assert.equal(all && press(all, rows, scheme, 'ctrl+a')?.state.ticked.size, 0);
	});

	test('leave to the browser what means nothing', () => {
		for (const key of ['tab', 'ctrl+c', 'q', '7']) {
			assert.equal(press({ at: 0, ticked: new Set() }, rows, scheme, key), undefined, key);
		}
	});
});
