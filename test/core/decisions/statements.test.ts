import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { accept } from '../../../server/src/core/decisions/accept.ts';
import { adjust } from '../../../server/src/core/decisions/adjust.ts';
import { attribute } from '../../../server/src/core/decisions/attribute.ts';
import { place } from '../../../server/src/core/decisions/place.ts';
import { setType } from '../../../server/src/core/decisions/setType.ts';
import { statement } from '../../../server/src/core/decisions/statement.ts';
import { statementAt } from '../sidecar/records.ts';
import { after, check, fresh, idOf, refuses, span, text, withRecords } from './state.ts';

const city = span('‹الموصل بخير›.');
const marked = after(fresh, statement(fresh, { content: [city], cue: span('وأضاف') }));
const id = idOf(marked, 'الموصل بخير');

suite('statement', () => {
	test('marks content, and reads the type off the marks', () => {
		check(fresh, statement(fresh, { content: [city] }), ['confirmed indirect الموصل بخير | - | - = ? (manual single)']);
		check(fresh, statement(fresh, { content: [span('شكرا')] }), ['confirmed direct شكرا | - | - = ? (manual single)']);
		check(fresh, statement(fresh, { content: [span('وقيل للراوي: «شكرا»')] }), [
			'confirmed mixed وقيل للراوي: «شكرا» | - | - = ? (manual single)',
		]);
		check(fresh, statement(fresh, { content: [city], type: 'reported' }), [
			'confirmed reported الموصل بخير | - | - = ? (manual single)',
		]);
	});

	test('joins parts that touch, and keeps those apart that do not', () => {
		check(fresh, statement(fresh, { content: [span('شكرا'), city, span('‹بخير›.')] }), [
			'confirmed indirect الموصل بخير + شكرا | - | - = ? (manual single)',
		]);
	});

	test("keeps the speaker's fullest name", () => {
		check(fresh, statement(fresh, { content: [city], cue: span('وأضاف'), speaker: span('وأضاف ‹الراوي›') }), [
			'confirmed indirect الموصل بخير | وأضاف | الراوي = سالم الراوي (manual single)',
		]);
		check(fresh, statement(fresh, { content: [city], speaker: span('وزير ‹المالية›') }), [
			'confirmed indirect الموصل بخير | - | المالية = المالية (manual single)',
		]);
		check(fresh, statement(fresh, { content: [city], speaker: span('ودعا'), speakerEntity: 'unnamed:caller' }), [
			'confirmed indirect الموصل بخير | - | ودعا = unnamed:caller (manual single)',
		]);
	});

	test('saves a name, and no key that only this analysis knows, for a speaker that the words do not hold', () => {
		const { change } = statement(fresh, { content: [city], speakerEntity: 'سالم الراوي' });
		const record = change.records[0]?.after;
		assert.ok(record?.kind === 'statement');
		assert.deepEqual([record.speakerName, record.speakerEntity], ['سالم الراوي', undefined]);
		const { change: linked } = statement(fresh, { content: [city], speakerEntity: 'salim-al-rawi' });
		const other = linked.records[0]?.after;
		assert.deepEqual(other?.kind === 'statement' && other.speakerEntity, 'salim-al-rawi');
	});

	test('completes what stands at the same content, and takes over what was suggested for it', () => {
		check(marked, statement(marked, { content: [city], speaker: span('وأضاف ‹الراوي›') }), [
			'confirmed indirect الموصل بخير | وأضاف | الراوي = سالم الراوي (manual single)',
		]);
		check(fresh, statement(fresh, { content: [span('نرفض القرار')] }), [
			'confirmed direct نرفض القرار | قال | وزير المالية سالم الراوي = سالم الراوي (model single)',
		]);
		assert.deepEqual(statement(marked, { content: [city] }).change.records, []);
	});

	test('refuses nothing', () => {
		refuses(statement(fresh, { content: [] }), 'statement-nothing');
		refuses(statement(fresh, { content: [{ start: 3, end: 4 }] }), 'statement-nothing');
	});
});

suite('attribute', () => {
	test('says who said it', () => {
		check(marked, attribute(marked, { id, speaker: span('وأضاف ‹الراوي›') }), [
			'confirmed indirect الموصل بخير | وأضاف | الراوي = سالم الراوي (manual single)',
		]);
		check(marked, attribute(marked, { id, speakerEntity: 'unnamed:source', cue: 'none' }), [
			'confirmed indirect الموصل بخير | - | - = unnamed:source (manual single)',
		]);
	});

	test('corrects a suggestion, which is thereby accepted', () => {
		const suggestion = idOf(fresh, 'نرفض القرار');
		check(fresh, attribute(fresh, { id: suggestion, speaker: 'none' }), [
			'confirmed direct نرفض القرار | قال | - = ? (model edited)',
		]);
		check(fresh, attribute(fresh, { id: suggestion, via: span('وزير ‹المالية›') }), [
			'confirmed direct نرفض القرار | قال | وزير المالية سالم الراوي = سالم الراوي (model edited)',
		]);
	});

	test('refuses names and empty places', () => {
		refuses(attribute(fresh, { id: idOf(fresh, 'الموصل'), speaker: 'none' }), 'only-statements');
		refuses(attribute(marked, { id, cue: { start: 3, end: 4 } }), 'label-nothing');
	});
});

suite('setType and adjust', () => {
	test('correct a statement', () => {
		check(marked, setType(marked, { id, type: 'reported' }), [
			'confirmed reported الموصل بخير | وأضاف | - = ? (manual single)',
		]);
		check(fresh, setType(fresh, { id: idOf(fresh, 'نرفض القرار'), type: 'direct' }), [
			'confirmed direct نرفض القرار | قال | وزير المالية سالم الراوي = سالم الراوي (model single)',
		]);
		check(marked, adjust(marked, { id, span: span('‹بخير›.') }), [
			'confirmed indirect بخير | وأضاف | - = ? (manual single)',
		]);
		check(marked, adjust(marked, { id, index: 1, span: span('شكرا') }), [
			'confirmed indirect الموصل بخير + شكرا | وأضاف | - = ? (manual single)',
		]);
		check(marked, adjust(marked, { id, part: 'cue', span: span('ودعا') }), [
			'confirmed indirect الموصل بخير | ودعا | - = ? (manual single)',
		]);
		check(marked, adjust(marked, { id, part: 'speaker', span: span('وأضاف ‹الراوي›') }), [
			'confirmed indirect الموصل بخير | وأضاف | الراوي = سالم الراوي (manual single)',
		]);
	});

	test('refuse a part that there cannot be', () => {
		refuses(adjust(marked, { id, index: 2, span: city }), 'nothing-to-adjust');
		refuses(adjust(marked, { id, index: -1, span: city }), 'nothing-to-adjust');
	});
});

suite('accept and place', () => {
	test('keep what the machine knew', () => {
		const suggestion = idOf(fresh, 'نرفض القرار');
		check(fresh, accept(fresh, { id: suggestion }), [
			'confirmed direct نرفض القرار | قال | وزير المالية سالم الراوي = سالم الراوي (model single)',
		]);
	});

	test('find the other parts of an orphan near its new place', () => {
		const record = statementAt(
			text,
			's1aaaa',
			{ content: span('شكرا'), cue: span('وأضاف'), speaker: span('وأضاف ‹الراوي›') },
			{ state: 'orphan', was: 'confirmed' },
		);
		const state = withRecords(record);
		check(state, place(state, { id: 's1aaaa', span: city }), ['confirmed direct الموصل بخير | وأضاف | الراوي = ? ()']);
	});
});
