import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { cueClass, patternOf } from '../../../server/src/core/agreement/pattern.ts';

/** `{cue}` and `[content]` in the text. */
function check(marked: string, expected: string): void {
	const letters: string[] = [];
	const at: Record<string, number> = {};
	for (const letter of marked) {
		if ('{}[]'.includes(letter)) at[letter] = letters.length;
		else letters.push(letter);
	}
	const span = (open: string, close: string) => ({ start: at[open] ?? 0, end: at[close] ?? 0 });
	const cue = at['{'] === undefined ? undefined : span('{', '}');
	assert.equal(patternOf(letters, { content: [span('[', ']')], cue }), expected);
}

suite('patterns of statements', () => {
	for (const [pattern, ...examples] of [
		[
			'clause',
			'و{قال} الوزير إن [الجسر آمن]',
			'{أكدت} أنّها [باقية]',
			'{نبه} إلى أن [الماء قليل]',
			'{بحسب}ه، فإن [الجسر آمن]',
		],
		['clause', '{قال} إن [«الجسر آمن» منذ عام]', '{قال} إنه «[باق]»'],
		['colon and marks', 'و{قال}: «[الجسر آمن]»', 'و{قال}: [«الجسر» آمن]', '{كتب} : "[نعم]"'],
		['colon', 'و{قال} الوزير: [الجسر آمن]'],
		['marks', 'و{قال} "[الجسر آمن]"', '{وصف}ه بـ«[الكارثي]»'],
		['noun phrase', '{دعا} الوزير إلى [إغلاق الجسر]', '{أعلن} [إغلاق الجسر]'],
		['cue behind', '[الجسر آمن]، {بحسب} الوزير'],
		['no cue', 'الوزير: [الجسر آمن]'],
	] as const) {
		for (const example of examples) test(`${pattern}: ${example}`, () => check(example, pattern));
	}

	for (const [cue, name] of [
		['قال', 'A saying'],
		['أضاف قائلا', 'B continuing'],
		['مؤكدًا', 'C affirming'],
		['بحسب ما أعلن', 'attribution'],
	] as const) {
		test(`class of ${cue}`, () => assert.equal(cueClass(cue), name));
	}
});
