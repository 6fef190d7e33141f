import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { GoldDocument } from '../../../server/src/core/agreement/gold.ts';
import { tables } from '../../../server/src/core/agreement/tables.ts';

const text = 'قال سعد إن الجسر آمن. وبحسب رنا، الماء قليل. وأضاف: كفى.';
const span = (words: string) => {
	const start = text.indexOf(words);
	return { start, end: start + words.length, text: words };
};
const quote = (words: string, cue: string, speaker?: string) => ({
	type: 'indirect',
	content: [span(words)],
	cue: span(cue),
	...(speaker === undefined ? {} : { speaker: span(speaker), speakerText: speaker }),
	soft: false,
});
const gold: GoldDocument = {
	entities: [
		{ ...span('سعد'), label: 'PER' },
		{ ...span('رنا'), label: 'PER' },
	],
	nested: [],
	quotes: [quote('الجسر آمن', 'قال', 'سعد'), quote('الماء قليل', 'بحسب', 'رنا')],
	boilerplate: [],
};
/** The first with half its cue missing, the second not at all, and one that gold has not. */
const predicted = {
	id: 'north/a.txt',
	entities: [
		{ ...span('سعد'), label: 'PER', score: 0.95 },
		{ ...span('رنا'), label: 'ORG', score: 0.62 },
		{ ...span('الماء'), label: 'MISC', score: 0.62 },
	],
	statements: [
		{ ...quote('الجسر آمن', 'قال', 'سعد'), speakerName: 'سعد', score: 0.97 },
		{ ...quote('كفى', 'أضاف'), speaker: null, score: 0.55 },
	],
};

function check(expected: readonly string[]): void {
	const printed = tables([{ name: 'north/a.txt', text, gold }], new Map([['north/a.txt', predicted]]), {
		intervals: true,
	}).split('\n');
	for (const row of expected) assert.ok(printed.includes(row), `${row}\nis not in\n${printed.join('\n')}`);
}

suite('tables', () => {
	test('roles, to the letter and by letters', () => {
		check([
			'content exact    0.500  0.500  0.500',
			'content letters  0.750  0.474  0.581',
			'speaker exact    1.000  0.500  0.667',
		]);
	});

	test('rows of gold and of what is false', () => {
		check([
			'by pattern   gold  P      R      F1     exact F1  speaker',
			'clause       1     1.000  1.000  1.000  1.000     1.000 n=1',
			'colon        0     0.000  0.000  0.000  0.000',
			'noun phrase  1     0.000  0.000  0.000  0.000',
			'north     2     0.500  0.500  0.500  0.500     1.000 n=1',
		]);
	});

	test('what scores are worth', () => {
		check([
			'score                 n  right',
			'names 0.60-0.69       1  0.000',
			'names 0.95-1.00       1  1.000',
			'statements 0.50-0.59  1  0.000',
			'statements 0.95-1.00  1  1.000',
		]);
	});
});
