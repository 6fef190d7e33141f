import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readPlacedGold } from '../../server/src/core/agreement/placedGold.ts';
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { replay, type Way } from './replay.ts';

const text = [
	'اتفاق على فتح الميناء',
	'قال وزير النقل سالم الراوي في بغداد إن الميناء سيفتح غدا.',
	'وأضاف الراوي: «لن نغلق الباب أمام أحد».',
	'',
].join('\n');

const placed = (words: string, n = 1) => `{ text: ${words}, n: ${n} }`;

/** `names` as label and words; the two statements are always the same. */
function goldOf(names: readonly (readonly [label: string, words: string, n?: number])[]): string {
	return `entities:
${names.map(([label, words, n = 1]) => `  - { label: ${label}, text: ${words}, n: ${n} }`).join('\n')}
statements:
  - type: indirect
    content: [${placed('الميناء سيفتح غدا')}]
    cue: ${placed('قال')}
    speaker: ${placed('وزير النقل سالم الراوي')}
  - type: direct
    content: [${placed('لن نغلق الباب أمام أحد')}]
    cue: ${placed('أضاف')}
    speaker: ${placed('الراوي', 2)}
`;
}

/** Keys by what was the case; gold is always reached. */
function check(way: Way, gold: string, keys: Readonly<Record<string, number>>): void {
	const read = readPlacedGold(gold, text);
	assert.ok(typeof read !== 'string', String(read));
	const { costs, left, reached } = replay({ name: 'a.txt', text, gold: read }, analyse(text), way);
	assert.deepEqual(left, []);
	assert.equal(reached, read.entities.length + read.quotes.length);
	const spent: Record<string, number> = {};
	for (const cost of costs) {
		const name = `${cost.kind} ${cost.case}`;
		spent[name] = (spent[name] ?? 0) + cost.keys;
	}
	assert.deepEqual(spent, keys);
}

const right = [
	['PER', 'سالم الراوي'],
	['LOC', 'بغداد'],
	['PER', 'الراوي', 2],
] as const;

suite('keys to annotate', () => {
	test('are one a suggestion where each is accepted, and one to get there', () => {
		check('singly', goldOf(right), { 'entity right': 4, 'statement right': 2 });
	});
	test('are one a paragraph where all is right, and one to get there', () => {
		check('paragraph', goldOf(right), { 'entity accepted': 3 });
	});
	test('are counted by what was wrong', () => {
		const other = [
			['PER', 'سالم الراوي'],
			['ORG', 'بغداد'],
			['MISC', 'الميناء'],
		] as const;
		check('paragraph', goldOf(other), {
			'entity missed': 3,
			'entity label': 3,
			'entity wrong': 1,
			'statement accepted': 1,
			'entity accepted': 1,
		});
	});
	test('are many more from nothing', () => {
		check('nothing', goldOf(right), { 'entity missed': 13, 'statement missed': 27 });
	});
});
