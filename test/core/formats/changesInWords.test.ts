import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { registerChangesInWords, sidecarChangesInWords } from '../../../server/src/core/formats/changesInWords.ts';
import type { AnnotationRecord } from '../../../server/src/core/model.ts';
import { emptyFile } from '../../../server/src/core/sidecar/readSidecar.ts';
import { noAnnotations, sidecarSource } from '../../../server/src/core/sidecar/session.ts';
import { at, entityAt, statementAt } from '../sidecar/records.ts';

const text = 'قال سامي حداد إن الطريق مفتوح. ورأى حداد غير ذلك.';
const name = entityAt(text, 'e00001', at(text, 'سامي حداد'));
const said = statementAt(text, 's00001', {
	content: at(text, 'الطريق مفتوح'),
	cue: at(text, 'قال'),
	speaker: at(text, 'سامي حداد'),
});

function written(records: readonly AnnotationRecord[], status = noAnnotations.status): string {
	return records.length === 0 ? '' : sidecarSource(text, { ...noAnnotations, status, records }, emptyFile, 'a.txt');
}

function check(
	before: readonly AnnotationRecord[],
	after: readonly AnnotationRecord[],
	...expected: readonly string[]
): void {
	assert.deepEqual(sidecarChangesInWords(written(before), written(after), 'en'), expected);
}

suite('sidecarChangesInWords', () => {
	test('tells what is new and what is gone', () => {
		check([], [name, said], '+ PER “سامي حداد”', '+ direct statement “الطريق مفتوح”, speaker: سامي حداد');
		check([name, said], [said], '- PER “سامي حداد”');
		check([said], [said], 'No decision has changed.');
	});

	test('tells what of a decision changed', () => {
		check([name], [{ ...name, state: 'rejected' }], '~ PER “سامي حداد”, rejected: decision: confirmed → rejected');
		check([name], [{ ...name, entity: 'sami', review: 'bulk' }], '~ PER “سامي حداد”: register key: sami');
		check([{ ...name, entity: 'sami' }], [name], '~ PER “سامي حداد”: register key: no longer sami');
		check([name], [entityAt(text, 'e00001', at(text, 'حداد'))], '~ PER “حداد”: words: سامي حداد → حداد');
		check(
			[said],
			[
				statementAt(
					text,
					's00001',
					{ content: at(text, 'الطريق مفتوح'), speaker: at(text, 'حداد', 1) },
					{ type: 'reported' },
				),
			],
			'~ reported statement “الطريق مفتوح”, speaker: حداد: type: direct statement → reported statement; cue: no longer قال; speaker: سامي حداد → حداد',
		);
		check(
			[entityAt(text, 'e00002', at(text, 'حداد'))],
			[entityAt(text, 'e00002', at(text, 'حداد', 1))],
			'~ PER “حداد”: place: 9-13 → 36-40',
		);
	});

	test('speaks Arabic, and of the progress', () => {
		assert.deepEqual(
			sidecarChangesInWords(written([name]), written([name], { entities: 'done', statements: 'new' }), 'ar'),
			['~ حالة الكيانات: من new إلى done'],
		);
	});

	test('says what it could not read, and leaves out what a terminal would obey', () => {
		assert.deepEqual(sidecarChangesInWords('isnad: [', written([name]), 'en'), [
			'! The old version could not be read whole.',
			'+ PER “سامي حداد”',
		]);
		const odd = { ...name, comment: 'a\u001b[31m\u202eb\n+ c' };
		check([name], [odd], '~ PER “سامي حداد”: note: a [31mb + c');
	});
});

test('registerChangesInWords tells what changed in the register', () => {
	const register = (entries: string) => `isnad: 1\nentities:\n${entries}`;
	assert.deepEqual(
		registerChangesInWords(
			register('  - { key: a, label: PER, name: أ, aliases: [ا] }\n  - { key: b, label: ORG, name: ب }\n'),
			register('  - { key: a, label: LOC, name: أ, aliases: [ا, آ] }\n  - { key: c, label: ORG, name: ج }\n'),
			'en',
		),
		[
			'~ register entry a “أ”: label: PER → LOC; other names: ا → ا, آ',
			'+ register entry c “ج”',
			'- register entry b “ب”',
		],
	);
});
