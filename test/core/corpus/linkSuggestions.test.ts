import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../server/src/core/analysis/analyse.ts';
import type { RegisterEntry } from '../../../server/src/core/corpus/register.ts';
import { namesOf } from '../../../server/src/core/corpus/who.ts';
import { accept } from '../../../server/src/core/decisions/accept.ts';
import { documentState, noAnnotations } from '../../../server/src/core/sidecar/session.ts';

const register: readonly RegisterEntry[] = [
	{ key: 'sami', label: 'PER', name: 'سامي حداد', aliases: ['سامى الحداد'] },
	{ key: 'baghdad', label: 'LOC', name: 'بغداد', aliases: [] },
	{ key: 'one', label: 'PER', name: 'رنا الحلبي', aliases: [] },
	{ key: 'other', label: 'PER', name: 'رنا الحلبي', aliases: [] },
	{ key: 'team', label: 'ORG', name: 'لبنان', aliases: [] },
];

function check(text: string, ...expected: readonly string[]): void {
	const { view } = documentState(text, analyse(text), noAnnotations, namesOf(register));
	assert.deepEqual(
		view.entities.filter(({ entity }) => entity !== undefined).map(({ text: words, entity }) => `${words} ${entity}`),
		expected,
	);
}

suite('suggestions and the register', () => {
	test('are linked by name and alias, whatever the spelling', () =>
		check('وصل سامى الحدّاد إلى بغداد.\n', 'سامى الحدّاد sami', 'بغداد baghdad'));
	test('are linked by the fullest form, where the text goes on with a short one', () =>
		check('وصل سامي حداد أمس. وقال حداد إن الطريق مفتوح.\n', 'سامي حداد sami', 'حداد sami'));
	test('are not linked by a spelling that two share', () => check('قالت رنا الحلبي إن الطريق مفتوح.\n'));
	test('are not linked under another label', () => check('سافر الوفد إلى لبنان.\n'));

	test('are accepted with their link', () => {
		const text = 'وصل سامي حداد إلى بغداد.\n';
		const state = documentState(text, analyse(text), noAnnotations, namesOf(register));
		const { change } = accept(state, { id: state.view.entities[0]?.id ?? '' });
		const [record] = change.records;
		assert.equal(record?.after?.kind === 'entity' && record.after.entity, 'sami');
	});
});
