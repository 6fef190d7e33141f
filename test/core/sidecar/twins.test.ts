import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accept } from '../../../server/src/core/decisions/accept.ts';
import { applyChange } from '../../../server/src/core/decisions/applyChange.ts';
import { reject } from '../../../server/src/core/decisions/reject.ts';
import type { Analysis, SuggestedStatement } from '../../../server/src/core/model.ts';
import { type DocumentState, documentState, noAnnotations } from '../../../server/src/core/sidecar/session.ts';
import { at } from './records.ts';

const text = 'ذكرت وكالة أن الوزير أكد أن الميناء سيفتح غدا، بحسب بيان.';

function said(words: string, cue: string): SuggestedStatement {
	return {
		type: 'indirect',
		content: [at(text, words)],
		cue: at(text, cue),
		resolution: { how: 'named' },
		score: 0.9,
	};
}

/** A relay, what it relays, and the same words by a second source: they share words, and all three are right. */
const analysis: Analysis = {
	entities: [],
	statements: [
		said('الوزير أكد أن الميناء سيفتح غدا', 'ذكرت'),
		said('الميناء سيفتح غدا', 'أكد'),
		said('الميناء سيفتح غدا', 'بحسب'),
	],
	regions: [],
};
const fresh = documentState(text, analysis, noAnnotations);

function decided(state: DocumentState, decide: typeof accept, id: string): DocumentState {
	const { change, problems } = decide(state, { id });
	assert.deepEqual(problems, []);
	return documentState(text, analysis, applyChange(state.annotations, change));
}

const ids = fresh.view.statements.map(({ id }) => id);

for (const order of [
	[0, 1, 2],
	[2, 1, 0],
	[1, 0, 2],
	[1, 2, 0],
]) {
	for (const decide of [accept, reject]) {
		test(`statements that share words are decided one by one: ${decide.name} ${order.join(', ')}`, () => {
			let state = fresh;
			for (const [count, index] of order.entries()) {
				state = decided(state, decide, ids[index] ?? '');
				const left = state.view.statements.filter(({ status }) => status === 'suggested').map(({ id }) => id);
				assert.deepEqual(
					left.toSorted(),
					order
						.slice(count + 1)
						.map(other => ids[other] ?? '')
						.toSorted(),
				);
			}
		});
	}
}
