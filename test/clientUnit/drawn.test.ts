import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Drawn, takeIn } from '../../client/src/highlights/drawn.ts';
import { nearest } from '../../client/src/highlights/nearest.ts';
import type { AnnotationsParams } from '../../server/src/protocol/requests.ts';
import type { Highlight } from '../../server/src/protocol/types.ts';

/** Messages are written `version.revision whole? +added -removed`. */
function check(messages: readonly string[], expected: string): void {
	const drawn = messages.map(message).reduce<Drawn | undefined>((before, next) => takeIn(before, next), undefined);
	const ids = [...(drawn?.highlights.keys() ?? [])].toSorted().join(' ');
	assert.equal(`${drawn?.version}.${drawn?.revision} ${ids}`, expected, messages.join(' | '));
}

function message(written: string): AnnotationsParams {
	const [numbers = '', ...words] = written.split(' ');
	const [version = 0, revision = 0] = numbers.split('.').map(Number);
	const ids = (sign: string): readonly string[] =>
		words.filter(word => word.startsWith(sign)).map(word => word.slice(1));
	return {
		uri: 'file:///a.txt',
		version,
		revision,
		whole: words.includes('whole'),
		removed: ids('-'),
		upserted: ids('+').map((id): Highlight => ({ id, kind: 'entity', status: 'suggested', label: 'PER', marks: [] })),
		counts: { suggested: 0, confirmed: 0, orphans: 0 },
		status: { entities: 'new', statements: 'new' },
	};
}

suite('messages about highlights', () => {
	test('add and remove', () => check(['1.1 whole +a +b', '1.2 -a +c'], '1.2 b c'));
	test('that come late change nothing', () => check(['1.1 whole +a', '1.3 +c', '1.2 -a +b'], '1.3 a c'));
	test('that are whole replace everything', () => check(['1.5 whole +a +b', '1.6 whole +c'], '1.6 c'));
	test('that are whole count after a restart of the server too', () =>
		check(['4.90 whole +a', '4.1 whole +b'], '4.1 b'));
	test('for another version are taken in, since the next builds on them', () =>
		check(['1.1 whole +a', '2.2 +b', '3.3 -a'], '3.3 b'));
});

test('only the marks nearest to the visible lines are drawn, in their order', () => {
	const marks = [0, 10, 20, 30, 40, 50].map(line => ({
		range: { start: { line, character: 0 }, end: { line, character: 1 } },
	}));
	const lines = (visible: readonly { first: number; last: number }[], limit: number): readonly number[] =>
		nearest(marks, visible, limit).map(({ range }) => range.start.line);
	assert.deepEqual(lines([{ first: 18, last: 32 }], 6), [0, 10, 20, 30, 40, 50]);
	assert.deepEqual(lines([{ first: 18, last: 32 }], 3), [10, 20, 30]);
	assert.deepEqual(
		lines(
			[
				{ first: 0, last: 1 },
				{ first: 50, last: 60 },
			],
			2,
		),
		[0, 50],
	);
});
