import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { AnnotationRecord } from '../../../server/src/core/model.ts';
import { moveAnnotations } from '../../../server/src/core/sidecar/live.ts';
import { noAnnotations } from '../../../server/src/core/sidecar/session.ts';
import { at, entityAt, statementAt } from './records.ts';

const text = 'قال علي حسن أمس: «نرحب بالقرار».';

/** Replaces words by others, one edit after another, and tells where the entity علي حسن is after them. */
function check(edits: readonly (readonly [words: string, by: string])[], expected: string): void {
	let now = text;
	let annotations = {
		...noAnnotations,
		records: [entityAt(text, 'e1aaaa', at(text, 'علي حسن'))] as readonly AnnotationRecord[],
	};
	for (const [words, by] of edits) {
		const span = at(now, words);
		now = now.slice(0, span.start) + by + now.slice(span.end);
		annotations = { ...annotations, ...moveAnnotations(annotations, { ...span, newLength: by.length }, now) };
	}
	const record = annotations.records[0];
	assert.ok(record?.kind === 'entity');
	const { start, end } = record.at.span;
	assert.equal(`${record.state}${record.moved === true ? ' moved' : ''} [${now.slice(start, end)}]`, expected);
}

suite('moveAnnotations', () => {
	test('moves spans with edits before them, and leaves them with edits behind', () => {
		check([['قال', 'وقال']], 'confirmed [علي حسن]');
		check([['أمس', 'مساء أمس']], 'confirmed [علي حسن]');
		check([['قال ', '']], 'confirmed [علي حسن]');
	});

	test('keeps a span that is edited inside', () => {
		check([['لي ح', 'لي بن ح']], 'confirmed [علي بن حسن]');
		check([['لي ح', 'ليّ ح']], 'confirmed [عليّ حسن]');
	});

	test('leaves what is typed at a border outside', () => {
		check([['قال ', 'قال ال']], 'confirmed [علي حسن]');
		check([[' أمس', 'ي أمس']], 'confirmed [علي حسن]');
	});

	test('trims what is deleted over a border, and says so', () => {
		check([['قال علي', 'قيل']], 'confirmed moved [ حسن]');
		check([['حسن أمس', 'غدا']], 'confirmed moved [علي ]');
	});

	test('keeps a name that is replaced as a whole, to be confirmed', () => {
		check([['علي حسن', 'علي حسين']], 'confirmed moved [علي حسين]');
	});

	test('makes an orphan of what is deleted', () => {
		check([['علي حسن', '']], 'orphan []');
		check([['قال علي حسن أمس', 'قيل']], 'orphan []');
	});

	test('gives the place back when the words are', () => {
		check(
			[
				['علي حسن', ''],
				['قال ', 'قال علي حسن'],
			],
			'confirmed [علي حسن]',
		);
		check(
			[
				['علي حسن', 'علي حسين'],
				['حسين', 'حسن'],
			],
			'confirmed [علي حسن]',
		);
		check(
			[
				['قال علي حسن أمس', 'قيل'],
				['قيل', 'قال علي حسن أمس'],
			],
			'confirmed [علي حسن]',
		);
		check(
			[
				['حسن أمس', 'غدا'],
				['غدا', 'حسن أمس'],
			],
			'confirmed [علي حسن]',
		);
	});

	test('does not guess between two places', () => {
		check(
			[
				['علي حسن', ''],
				['قال ', 'علي حسن وعلي حسن'],
			],
			'orphan []',
		);
	});

	test('keeps a statement while some of it stands', () => {
		const record = statementAt(text, 's1aaaa', {
			content: at(text, 'نرحب بالقرار'),
			cue: at(text, 'قال'),
			speaker: at(text, 'علي حسن'),
		});
		const cue = { ...at(text, 'قال '), newLength: 0 };
		const [now] = moveAnnotations({ ...noAnnotations, records: [record] }, cue).records;
		assert.ok(now?.kind === 'statement');
		assert.deepEqual(
			[now.state, now.moved, now.cue?.span, now.cue?.exact],
			['confirmed', true, { start: 0, end: 0 }, 'قال'],
		);
		const content = { ...at(text, '«نرحب بالقرار»'), newLength: 0 };
		const [gone] = moveAnnotations({ ...noAnnotations, records: [record] }, content).records;
		assert.deepEqual([gone?.state, gone?.was], ['orphan', 'confirmed']);
	});
});
