import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { splitJoined } from '../../../../server/src/core/entities/model/joinedNames.ts';
import { noFacts, packWords } from '../../../../server/src/core/entities/model/wordTable.ts';
import { tokenize } from '../../../../server/src/core/text/tokens.ts';

const words = packWords(
	new Map([
		['رنا', { ...noFacts, listed: 2, frequency: 3 }],
		['وليد', { ...noFacts, listed: 3, frequency: 3 }],
		['ليد', { ...noFacts, listed: 1, frequency: 1 }],
		['زاره', { ...noFacts, frequency: 4 }],
	]),
);

/** Parts are given with a bar between. */
function check(parts: string, label = 'PER'): void {
	const text = parts.replaceAll('|', '');
	const tokens = tokenize(text);
	const split = splitJoined(tokens, words, { first: 0, last: tokens.length, label, margin: 1 });
	const found = split.map(({ first, last }) => text.slice(tokens[first]?.start, tokens[last - 1]?.end));
	assert.deepEqual(
		found,
		parts.split('|').map(part => part.trim()),
	);
}

suite('persons joined by و', () => {
	test('are told apart', () => {
		check('سمير الحلو |ورنا العسلي');
		check('سمير |ورنا |وكربال');
	});

	test('are one where و belongs to the name, or the rest is an ordinary word', () => {
		check('سمير وليد الحلو');
		check('سمير وزاره');
		check('وسمير الحلو');
	});

	test('are persons only', () => {
		check('نادي سمير ورنا', 'ORG');
	});
});
