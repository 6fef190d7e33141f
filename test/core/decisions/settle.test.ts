import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SettleChoice, settle } from '../../../server/src/core/decisions/settle.ts';
import { takeAgreed } from '../../../server/src/core/decisions/takeAgreed.ts';
import type { AnnotationRecord, Annotations } from '../../../server/src/core/model.ts';
import { documentState, noAnnotations } from '../../../server/src/core/sidecar/session.ts';
import { layer } from '../agreement/layers.ts';
import { after } from './state.ts';

const sara = layer('{cue:قال} {speaker:{PER:سالم الراوي}}: «{direct:لن نغلق الميناء أبدا}».');
const omar = layer('{cue:قال} سالم {speaker:{PER:الراوي}}: «{indirect:لن نغلق الميناء} أبدا».');
const fresh = documentState(sara.text, { entities: [], statements: [], regions: [] }, noAnnotations);

function recordOf({ annotations }: { readonly annotations: Annotations }, kind: 'entity' | 'statement') {
	const found = annotations.records.find(record => record.kind === kind);
	assert.ok(found?.kind === 'entity' || found?.kind === 'statement');
	return found;
}

function told(records: readonly AnnotationRecord[]): readonly string[] {
	return records.map(record => {
		const words = record.kind === 'entity' ? record.at.exact : record.kind === 'statement' ? record.type : '';
		return `${record.by}: ${record.state} ${words}`;
	});
}

/** What stands in the adjudicated layer after each choice, one after the other. */
function check(
	kind: 'entity' | 'statement',
	choices: readonly SettleChoice[],
	...stands: readonly (readonly string[])[]
): void {
	const sides = {
		first: { record: recordOf(sara, kind), by: 'sara' },
		second: { record: recordOf(omar, kind), by: 'omar' },
	};
	let state = fresh;
	const seen = choices.map(choice => {
		state = after(state, settle(state, sides, choice));
		return told(state.annotations.records).toSorted();
	});
	assert.deepEqual(seen, stands);
}

test('one side or the other stands, with whose it was', () => {
	check(
		'entity',
		['first', 'second', 'neither'],
		['sara: confirmed سالم الراوي'],
		['omar: confirmed الراوي'],
		['sara: rejected سالم الراوي'],
	);
});

test('both stand, with ids of their own', () => {
	check('statement', ['both'], ['omar: confirmed indirect', 'sara: confirmed direct']);
	const state = after(
		fresh,
		settle(
			fresh,
			{
				first: { record: recordOf(sara, 'entity'), by: 'sara' },
				second: { record: recordOf(omar, 'entity'), by: 'omar' },
			},
			'both',
		),
	);
	assert.equal(new Set(state.annotations.records.map(({ id }) => id)).size, 2);
});

test('a side that has nothing can be chosen', () => {
	const second = { record: recordOf(omar, 'entity'), by: 'omar' };
	const state = after(fresh, settle(fresh, { second }, 'second'));
	assert.deepEqual(told(state.annotations.records), ['omar: confirmed الراوي']);
	assert.deepEqual(told(after(state, settle(state, { second }, 'first')).annotations.records), []);
});

test('what is gone from both layers is said', () => {
	assert.deepEqual(settle(fresh, {}, 'first').problems[0]?.code, 'nothing-to-settle');
});

test('what both say alike is taken once, and not again', () => {
	const both = [sara.annotations, sara.annotations] as const;
	const decision = takeAgreed(fresh, both, 'sara, omar');
	assert.equal(decision.ids.length, 2);
	const state = after(fresh, decision);
	assert.deepEqual(told(state.annotations.records), [
		'sara, omar: confirmed سالم الراوي',
		'sara, omar: confirmed direct',
	]);
	assert.deepEqual(takeAgreed(state, both, 'sara, omar').ids, []);
	assert.deepEqual(takeAgreed(fresh, [sara.annotations, omar.annotations], 'sara, omar').ids, []);
});
