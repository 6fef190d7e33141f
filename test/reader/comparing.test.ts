import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { answered } from '../../client/reader/machine/answers.ts';
import { press } from '../../client/reader/machine/keyboard.ts';
import { atStart, type State, type World } from '../../client/reader/machine/state.ts';
import { textOf, toRange } from '../../client/reader/machine/text.ts';
import type { Compared, EntityItem } from '../../client/src/reader/messages.ts';

const text = textOf(['زار سعد الدين عمان، ثم عاد.']);
const world: World = {
	text,
	items: [],
	scheme: { name: 'news', entities: [], statements: { color: '#888e96', types: [] } },
	keys: {},
	advance: true,
};

function name(label: string, words: string): EntityItem {
	const start = text.all.indexOf(words);
	const range = toRange(text, { start, end: start + words.length });
	return { id: `${label} ${words}`, status: 'confirmed', label, range, text: words, name: words, from: 'manual' };
}

function difference(first: EntityItem | undefined, second: EntityItem | undefined, settled = false) {
	const range = (first ?? second)?.range ?? toRange(text, { start: 0, end: 0 });
	return {
		kind: 'entity' as const,
		over: ['name'],
		range,
		...(first ? { first } : {}),
		...(second ? { second } : {}),
		settled,
	};
}

const compared: Compared = {
	version: 1,
	layers: ['sara', 'omar'],
	titles: ['sara', 'omar'],
	about: ['borders', 'borders'],
	agreed: 5,
	taken: 2,
	differences: [difference(name('PER', 'سعد الدين'), name('PER', 'سعد')), difference(undefined, name('LOC', 'عمان'))],
};

/** The list that is shown, and what pressing a key in it decides. */
function check(state: State, key: string, lines: readonly string[], decided: unknown): void {
	const { state: asked } = answered(state, world, { kind: 'differences' }, compared);
	assert.ok(asked.task?.kind === 'list');
	assert.deepEqual(
		asked.task.choices.map(({ label, detail }) => (detail === undefined ? label : `${label}: ${detail}`)),
		lines,
	);
	const [effect] = press(asked, world, key)?.effects ?? [];
	assert.deepEqual(effect?.do === 'decide' ? effect.decision : undefined, decided);
}

const layers = ['sara', 'omar'];
const agreed = 'take-agreed: 3';

suite('comparing two annotators', () => {
	test('asks what holds, in the order of reading, each side in its words', () => {
		const lines = ['sara: PER · سعد الدين', 'omar: PER · سعد', 'take-both', 'take-neither', 'take-and-edit', agreed];
		const ids = { first: 'PER سعد الدين', second: 'PER سعد' };
		check(atStart, '2', lines, { command: 'isnad.settle', argument: { layers, choice: 'second', ...ids } });
		check(atStart, '3', lines, { command: 'isnad.settle', argument: { layers, choice: 'both', ...ids } });
		check(atStart, '6', lines, { command: 'isnad.takeAgreed', argument: { layers } });
	});

	test('offers nothing to take both of where one side has nothing', () => {
		const lines = ['sara: —', 'omar: LOC · عمان', 'take-neither', 'take-and-edit', agreed];
		const there = { ...atStart, anchor: 8, head: 8 };
		check(there, '1', lines, { command: 'isnad.settle', argument: { layers, choice: 'first', second: 'LOC عمان' } });
		check(there, '4', lines, { command: 'isnad.settle', argument: { layers, choice: 'second', second: 'LOC عمان' } });
	});

	test('marks all places that are open, and asks again after each decision', () => {
		const { state } = answered(atStart, world, { kind: 'differences' }, compared);
		assert.deepEqual(
			state.differing.map(({ start, end }) => text.all.slice(start, end)),
			['سعد الدين', 'عمان'],
		);
		const { effects } = answered(state, world, { kind: 'settled' }, { problems: [] });
		assert.deepEqual(effects, [{ do: 'ask', question: { what: 'differences' }, next: { kind: 'differences' } }]);
	});

	test('says when all is settled, and offers what is agreed', () => {
		const settled = compared.differences.map(one => ({ ...one, settled: true }));
		const left = answered(atStart, world, { kind: 'differences' }, { ...compared, differences: settled });
		assert.ok(left.state.task?.kind === 'list' && left.state.task.title === 'only-agreed-left');
		const none = answered(atStart, world, { kind: 'differences' }, { ...compared, taken: 5, differences: settled });
		assert.deepEqual(none.effects, [{ do: 'say', word: 'no-differences' }]);
	});
});
