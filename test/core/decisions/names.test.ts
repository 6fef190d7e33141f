import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { accept } from '../../../server/src/core/decisions/accept.ts';
import { acceptAll } from '../../../server/src/core/decisions/acceptAll.ts';
import { adjust } from '../../../server/src/core/decisions/adjust.ts';
import { label } from '../../../server/src/core/decisions/label.ts';
import { labelAll } from '../../../server/src/core/decisions/labelAll.ts';
import { link } from '../../../server/src/core/decisions/link.ts';
import { note } from '../../../server/src/core/decisions/note.ts';
import { place } from '../../../server/src/core/decisions/place.ts';
import { reject } from '../../../server/src/core/decisions/reject.ts';
import { relabel } from '../../../server/src/core/decisions/relabel.ts';
import { remove } from '../../../server/src/core/decisions/remove.ts';
import { resolve } from '../../../server/src/core/decisions/resolve.ts';
import { setStatus } from '../../../server/src/core/decisions/setStatus.ts';
import { entityAt } from '../sidecar/records.ts';
import { after, check, fresh, idOf, refuses, span, text, told, withRecords } from './state.ts';

const ministry = span('وزير ‹المالية›');
const labelled = after(fresh, label(fresh, { span: ministry, label: 'ORG' }));
const said = 'confirmed ORG المالية (manual single)';

suite('label', () => {
	test('makes a record, without the blanks around the words', () => {
		check(fresh, label(fresh, { span: span('وزير‹ المالية ›سالم'), label: 'ORG' }), [said]);
	});

	test('accepts the suggestion at this place, or corrects it', () => {
		const decision = label(fresh, { span: span('في ‹الموصل›'), label: 'LOC' });
		assert.deepEqual(decision.ids, [idOf(fresh, 'الموصل')]);
		check(fresh, decision, ['confirmed LOC الموصل (model single)']);
		check(fresh, label(fresh, { span: span('في ‹الموصل›'), label: 'ORG', entity: 'mosul' }), [
			'confirmed ORG الموصل (manual single) = mosul',
		]);
	});

	test('answers what stands already, and relabels what stands otherwise', () => {
		assert.deepEqual(label(labelled, { span: ministry, label: 'ORG' }).ids, [labelled.annotations.records[0]?.id]);
		check(labelled, label(labelled, { span: ministry, label: 'ORG' }), [said]);
		check(labelled, label(labelled, { span: ministry, label: 'PER' }), ['confirmed PER المالية (manual single)']);
		const rejected = after(labelled, reject(labelled, { id: idOf(labelled, 'المالية') }));
		check(rejected, label(rejected, { span: ministry, label: 'ORG' }), [said]);
	});

	test('lets names nest and overlap', () => {
		check(labelled, label(labelled, { span: span('وزير المالية سالم'), label: 'PER' }), [
			'confirmed PER وزير المالية سالم (manual single)',
			said,
		]);
	});

	test('gives the citation form behind لل where the text proves it', () => {
		check(fresh, label(fresh, { span: span('وقيل ل‹لراوي›'), label: 'PER' }), [
			'confirmed PER لراوي (manual single) الراوي',
		]);
	});

	test('gives the same id to two people who decide the same', () => {
		const other = withRecords(entityAt(text, 'e0aaaa', span('إلى ‹الهدوء›')));
		assert.deepEqual(
			label(other, { span: ministry, label: 'ORG' }).ids,
			label(fresh, { span: ministry, label: 'ORG' }).ids,
		);
		assert.notDeepEqual(
			label(fresh, { span: ministry, label: 'PER' }).ids,
			label(fresh, { span: ministry, label: 'ORG' }).ids,
		);
	});

	test('refuses nothing, and what is no label', () => {
		refuses(label(fresh, { span: { start: 3, end: 4 }, label: 'ORG' }), 'label-nothing');
		refuses(label(fresh, { span: { start: 3, end: 3 }, label: 'ORG' }), 'label-nothing');
		refuses(label(fresh, { span: { start: Number.NaN, end: 9 }, label: 'ORG' }), 'label-nothing');
		refuses(label(fresh, { span: { start: 9e9, end: 9e10 }, label: 'ORG' }), 'label-nothing');
		refuses(label(fresh, { span: ministry, label: '' }), 'label-unknown');
		refuses(label(fresh, { span: ministry, label: 'a\nb' }), 'label-unknown');
	});
});

suite('accept, reject, remove', () => {
	const id = idOf(fresh, 'الموصل');
	const accepted = after(fresh, accept(fresh, { id }));

	test('keep the id of the suggestion', () => {
		check(fresh, accept(fresh, { id }), ['confirmed LOC الموصل (model single)']);
		check(fresh, reject(fresh, { id }), ['rejected LOC الموصل (model single)']);
		check(fresh, remove(fresh, { id }), ['rejected LOC الموصل (model single)']);
		assert.deepEqual(accepted.annotations.records[0]?.id, id);
	});

	test('change a mind', () => {
		check(accepted, reject(accepted, { id }), ['rejected LOC الموصل (model single)']);
		const rejected = after(fresh, reject(fresh, { id }));
		check(rejected, accept(rejected, { id }), ['confirmed LOC الموصل (model single)']);
		check(accepted, remove(accepted, { id }), []);
		check(accepted, accept(accepted, { id }), ['confirmed LOC الموصل (model single)']);
	});

	test('confirm the place of what was found again', () => {
		const state = withRecords(entityAt(text, 'e1aaaa', ministry, { moved: true }));
		check(state, accept(state, { id: 'e1aaaa' }), ['confirmed PER المالية (manual single)']);
	});

	test('take relations along', () => {
		const one = entityAt(text, 'e1aaaa', ministry);
		const two = entityAt(text, 'e2aaaa', span('إلى ‹الهدوء›'));
		const state = withRecords(one, two, {
			id: 'r1aaaa',
			kind: 'relation',
			state: 'confirmed',
			type: 'part',
			source: 'e1aaaa',
			target: 'e2aaaa',
		});
		check(state, remove(state, { id: 'e2aaaa' }), ['confirmed PER المالية (manual single)']);
	});

	test('say when there is no such thing', () => {
		for (const decide of [accept, reject, remove]) {
			refuses(decide(fresh, { id: 'nobody' }), 'unknown-id');
		}
	});
});

suite('acceptAll', () => {
	const names = [
		'confirmed PER سالم الراوي (model bulk)',
		'confirmed LOC الموصل (model bulk)',
		'confirmed PER الراوي (model bulk)',
	];
	const statement = 'confirmed direct نرفض القرار | قال | وزير المالية سالم الراوي = سالم الراوي (model bulk)';

	test('takes what fits, as one step', () => {
		check(fresh, acceptAll(fresh, {}), [names[0] ?? '', names[1] ?? '', statement, names[2] ?? '']);
		check(fresh, acceptAll(fresh, { kind: 'entity' }), names);
		check(fresh, acceptAll(fresh, { kind: 'statement' }), [statement]);
		check(fresh, acceptAll(fresh, { label: 'PER', minScore: 0.9 }), names.slice(0, 1));
		check(fresh, acceptAll(fresh, { span: span('وأضاف الراوي أن الموصل بخير') }), names.slice(2));
		check(labelled, acceptAll(labelled, { label: 'XYZ' }), [said]);
	});
});

suite('relabel', () => {
	test('corrects records and suggestions', () => {
		check(labelled, relabel(labelled, { id: idOf(labelled, 'المالية'), label: 'PER' }), [
			'confirmed PER المالية (manual single)',
		]);
		check(fresh, relabel(fresh, { id: idOf(fresh, 'الموصل'), label: 'ORG' }), ['confirmed ORG الموصل (manual single)']);
		const accepted = after(fresh, accept(fresh, { id: idOf(fresh, 'الموصل') }));
		check(accepted, relabel(accepted, { id: idOf(accepted, 'الموصل'), label: 'ORG' }), [
			'confirmed ORG الموصل (model edited)',
		]);
	});

	test('is for names', () => {
		refuses(relabel(fresh, { id: idOf(fresh, 'نرفض القرار'), label: 'ORG' }), 'only-entities');
	});
});

suite('adjust', () => {
	test('corrects where a name begins and ends', () => {
		check(labelled, adjust(labelled, { id: idOf(labelled, 'المالية'), span: span('وزير المالية ') }), [
			'confirmed ORG وزير المالية (manual single)',
		]);
		const id = idOf(fresh, 'سالم الراوي');
		const decision = adjust(fresh, { id, span: span('المالية ‹سالم›') });
		assert.deepEqual(decision.ids, [id]);
		check(fresh, decision, ['confirmed PER سالم (model edited)']);
	});
});

suite('labelAll', () => {
	test('labels every other mention of the name, attached letters outside', () => {
		const accepted = after(fresh, accept(fresh, { id: idOf(fresh, 'الراوي') }));
		check(accepted, labelAll(accepted, { id: idOf(accepted, 'الراوي') }), [
			'confirmed PER الراوي (model single)',
			'confirmed PER الراوي (manual bulk)',
			'confirmed PER لراوي (manual bulk) الراوي',
		]);
		check(fresh, labelAll(fresh, { id: idOf(fresh, 'الموصل') }), [
			'confirmed LOC الموصل (model single)',
			'confirmed LOC الموصل (manual bulk)',
		]);
	});

	test('leaves decided places alone, and longer names whole', () => {
		const state = withRecords(entityAt(text, 'e1aaaa', span('أن ‹الموصل›'), { state: 'rejected', label: 'LOC' }));
		check(state, labelAll(state, { id: idOf(state, 'الموصل') }), [
			'confirmed LOC الموصل (model single)',
			'rejected LOC الموصل (manual single)',
		]);
	});
});

suite('link and note', () => {
	test('write on a record, and take away again', () => {
		const id = idOf(labelled, 'المالية');
		check(labelled, link(labelled, { id, entity: 'finance' }), [`${said} = finance`]);
		const noted = after(labelled, note(labelled, { id, comment: 'sure?', flag: true, attributes: { a: 'b' } }));
		assert.deepEqual(told(noted), ['confirmed ORG المالية (manual single sure? flag)']);
		assert.deepEqual(noted.annotations.records[0]?.attributes, { a: 'b' });
		check(noted, note(noted, { id, comment: '', flag: false, attributes: { a: '' } }), [said]);
		assert.equal(
			after(noted, note(noted, { id, attributes: { a: '' } })).annotations.records[0]?.attributes,
			undefined,
		);
	});

	test('accept a suggestion by linking it, but not by a note', () => {
		const id = idOf(fresh, 'الموصل');
		check(fresh, link(fresh, { id, entity: 'mosul' }), ['confirmed LOC الموصل (model single) = mosul']);
		refuses(note(fresh, { id, comment: 'x' }), 'decide-first');
	});
});

suite('place and resolve', () => {
	test('give an orphan its place', () => {
		const orphan = entityAt(text, 'e1aaaa', ministry, { state: 'orphan', was: 'rejected' });
		const state = withRecords(orphan);
		refuses(accept(state, { id: 'e1aaaa' }), 'orphan-needs-place');
		check(state, place(state, { id: 'e1aaaa', span: span('إلى ‹الهدوء›') }), ['rejected PER الهدوء (manual single)']);
	});

	test('settle what a merge left open', () => {
		const state = withRecords(
			entityAt(text, 'e1aaaa', ministry, { alternatives: [entityAt(text, 'e9aaaa', ministry, { label: 'ORG' })] }),
		);
		check(state, resolve(state, { id: 'e1aaaa', choice: 0 }), ['confirmed PER المالية (manual single)']);
		check(state, resolve(state, { id: 'e1aaaa', choice: 1 }), [said]);
		assert.equal(after(state, resolve(state, { id: 'e1aaaa', choice: 1 })).annotations.records[0]?.id, 'e1aaaa');
		refuses(resolve(state, { id: 'e1aaaa', choice: 2 }), 'no-such-choice');
		refuses(resolve(labelled, { id: idOf(labelled, 'المالية'), choice: 0 }), 'nothing-to-resolve');
	});
});

suite('setStatus', () => {
	test('is a change like others', () => {
		const decision = setStatus(fresh, { kind: 'entities', status: 'done' });
		check(fresh, decision, []);
		assert.deepEqual(after(fresh, decision).annotations.status, { entities: 'done', statements: 'new' });
	});
});
