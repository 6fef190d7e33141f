import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readPrediction } from '../../../server/src/core/agreement/prediction.ts';

/** One malformed record, and what the reference script says of it: `entity …` or `statement …`. */
function check(record: object, ...expected: readonly string[]): void {
	const { problems } = readPrediction({ id: 'a.txt', ...record }, 'قال الوزير');
	assert.deepEqual(
		problems,
		expected.map(problem => `a.txt: ${problem}`),
		JSON.stringify(record),
	);
}

const whole = { type: 'direct', content: [{ start: 0, end: 3 }] };

suite('reading predictions', () => {
	test('has nothing against what is right', () => {
		check({ entities: [{ start: 0, end: 3, label: 'PER' }], statements: [whole] });
		check({ entities: null, statements: [{ ...whole, speaker: null, cue: null }] });
		check({});
	});

	test('lists malformed entities', () => {
		check({ entities: [{ start: 3, end: 3, label: 'PER' }] }, "entity bad span {'start': 3, 'end': 3, 'label': 'PER'}");
		check({ entities: [{ start: 0.5, end: 3 }] }, "entity bad span {'start': 0.5, 'end': 3}");
		check({ entities: [{ end: 3, label: 'PER' }] }, "entity 'start'");
		check({ entities: [{ start: 0, end: 3 }] }, "entity 'label'");
		check({ entities: [{ start: 0, end: 3, label: ['PER'] }] }, "entity unhashable type: 'list'");
		check({ entities: [null] }, 'entity cannot unpack non-iterable NoneType object');
		check({ entities: [[0, 3]] }, 'entity list indices must be integers or slices, not str');
		check({ entities: [[0]] }, 'entity not enough values to unpack (expected 2, got 1)');
		check({ entities: ['abc'] }, 'entity too many values to unpack (expected 2)');
	});

	test('lists malformed statements', () => {
		check({ statements: [{ content: [] }] }, "statement KeyError('type')");
		check({ statements: [{ type: 'direct' }] }, "statement KeyError('content')");
		check({ statements: [{ type: 'direct', content: [] }] }, "statement ValueError('no content')");
		check({ statements: [{ type: 'direct', content: 3 }] }, `statement TypeError("'int' object is not iterable")`);
		check({ statements: [[]] }, `statement AttributeError("'list' object has no attribute 'get'")`);
		check(
			{ statements: [{ ...whole, cue: { start: 4, end: 4 } }] },
			`statement ValueError("bad span {'start': 4, 'end': 4}")`,
		);
		check(
			{ statements: [{ ...whole, speaker: [4, 9] }] },
			`statement AttributeError("'list' object has no attribute 'get'")`,
		);
	});

	test('counts each malformed one as a false one of its own', () => {
		const { entities, statements } = readPrediction(
			{ entities: [1, 2], statements: [1, { type: 'direct', content: [] }] },
			'',
		);
		assert.deepEqual(
			entities.map(({ start, label }) => [start, label]),
			[
				[-1, 'PER'],
				[-2, 'PER'],
			],
		);
		assert.deepEqual(
			statements.map(({ type }) => type),
			['?', 'direct', '?'],
		);
	});

	test('takes a speaker without words from the text, by code points', () => {
		const { statements } = readPrediction({ statements: [{ ...whole, speaker: { start: 2, end: 5 } }] }, '😀 قال');
		assert.equal(statements[0]?.speaker?.text, 'قال');
	});
});
