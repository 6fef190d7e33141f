import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { accept } from '../../../server/src/core/decisions/accept.ts';
import { applyChange } from '../../../server/src/core/decisions/applyChange.ts';
import {
	emptyHistory,
	type History,
	moveHistory,
	redo,
	remember,
	type Step,
	undo,
} from '../../../server/src/core/decisions/history.ts';
import { label } from '../../../server/src/core/decisions/label.ts';
import { reject } from '../../../server/src/core/decisions/reject.ts';
import type { Annotations } from '../../../server/src/core/model.ts';
import { documentState, noAnnotations } from '../../../server/src/core/sidecar/session.ts';
import { analysis, fresh, idOf, span, text, told } from './state.ts';

interface Situation {
	readonly history: History;
	readonly annotations: Annotations;
}

const uri = 'file:///a.txt';

function applied(annotations: Annotations, { transaction }: Step): Annotations {
	return applyChange(annotations, transaction.documents[uri] ?? { records: [] });
}

/** Runs steps on one document: `+` labels المالية, `-` rejects the suggestion الموصل, `u` undoes, `r` redoes; tells what there is then. */
function check(steps: string, expected: readonly string[]): void {
	let now: Situation = { history: emptyHistory, annotations: noAnnotations };
	for (const step of steps) {
		now = run(now, step);
	}
	assert.deepEqual(told(documentState(text, analysis, now.annotations)), expected, steps);
}

function run({ history, annotations }: Situation, step: string): Situation {
	if (step === 'u' || step === 'r') {
		const taken = step === 'u' ? undo(history, uri) : redo(history, uri);
		return taken === undefined
			? { history, annotations }
			: { history: taken.history, annotations: applied(annotations, taken) };
	}
	const state = documentState(text, analysis, annotations);
	const decision =
		step === '+'
			? label(state, { span: span('وزير ‹المالية›'), label: 'ORG' })
			: reject(state, { id: idOf(fresh, 'الموصل') });
	return {
		history: remember(history, { documents: { [uri]: decision.change } }),
		annotations: applyChange(annotations, decision.change),
	};
}

const plus = 'confirmed ORG المالية (manual single)';
const minus = 'rejected LOC الموصل (model single)';

suite('history', () => {
	test('undoes and redoes in order', () => {
		check('+-', [plus, minus]);
		check('+-u', [plus]);
		check('+-uu', []);
		check('+-uuuu', []);
		check('+-uur', [plus]);
		check('+-uurr', [plus, minus]);
		check('+u-', [minus]);
		check('+u-r', [minus]);
		check('+u-uu', []);
	});

	test('undoes the last step that touched the document, in every document it touched', () => {
		const decision = accept(fresh, { id: idOf(fresh, 'الموصل') });
		const both = { documents: { 'file:///a.txt': decision.change, 'file:///b.txt': decision.change } };
		const history = remember(remember(emptyHistory, both), { documents: { 'file:///c.txt': decision.change } });
		const step = undo(history, 'file:///b.txt');
		assert.deepEqual(Object.keys(step?.transaction.documents ?? {}), ['file:///a.txt', 'file:///b.txt']);
		assert.equal(step?.history.undo.length, 1);
		assert.equal(undo(history, 'file:///d.txt'), undefined);
		assert.equal(undo(history, 'toString'), undefined);
	});

	test('brings records back where their words stand after an edit', () => {
		const { history, annotations } = run(run({ history: emptyHistory, annotations: noAnnotations }, '+'), 'u');
		assert.deepEqual(annotations.records, []);
		const moved = moveHistory(history, uri, { start: 0, end: 0, newLength: 5 });
		const step = redo(moved, uri);
		assert.ok(step !== undefined);
		const [record] = applied(noAnnotations, step).records;
		assert.ok(record?.kind === 'entity');
		assert.deepEqual(record.at.span, { start: span('وزير ‹المالية›').start + 5, end: span('وزير ‹المالية›').end + 5 });
	});

	test('leaves standing what somebody else did to a record since', () => {
		const state = run({ history: emptyHistory, annotations: noAnnotations }, '+');
		const theirs = {
			...state.annotations,
			records: state.annotations.records.map(record => ({ ...record, comment: 'sure?' })),
		};
		const step = undo(state.history, uri);
		assert.ok(step !== undefined);
		assert.deepEqual(told(documentState(text, analysis, applied(theirs, step))), [
			'confirmed ORG المالية (manual single sure?)',
		]);
		const rejected = run(state, '-');
		const back = undo(rejected.history, uri);
		assert.ok(back !== undefined);
		assert.deepEqual(told(documentState(text, analysis, applied(rejected.annotations, back))), [plus]);
	});
});
