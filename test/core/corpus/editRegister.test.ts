import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { editRegister } from '../../../server/src/core/corpus/editRegister.ts';
import { proposeKey } from '../../../server/src/core/corpus/proposeKey.ts';
import { readRegister } from '../../../server/src/core/corpus/register.ts';
import {
	changeEntry,
	makeEntry,
	mergeEntries,
	type OperationResult,
	relinked,
	renameEntry,
	splitEntry,
} from '../../../server/src/core/corpus/registerOperations.ts';
import type { AnnotationRecord } from '../../../server/src/core/model.ts';

const source = `# Our names.
isnad: 1
entities:
  # The speaker.
  - key: sami
    label: PER
    name: سامي حداد   # as he signs
    team: red
    aliases:
      - سامى الحداد
  - { key: rana, label: PER, name: رنا الحلبي, born: 1980 }
owner: us
`;
const { value: register } = readRegister(source);

/** The lines that an operation takes away and adds. */
function check(
	operation: OperationResult,
	expected: { readonly gone?: readonly string[]; readonly came?: readonly string[] },
): void {
	assert.ok('edit' in operation);
	const { value, problems } = editRegister(source, operation.edit);
	assert.deepEqual([problems, readRegister(value).problems], [[], []]);
	const [before, after] = [source.split('\n'), value.split('\n')];
	assert.deepEqual(
		{ gone: before.filter(line => !after.includes(line)), came: after.filter(line => !before.includes(line)) },
		{ gone: expected.gone ?? [], came: expected.came ?? [] },
	);
}

function entity(id: string, exact: string, key: string): AnnotationRecord {
	const at = { span: { start: 0, end: exact.length }, exact };
	return { kind: 'entity', id, state: 'confirmed', label: 'PER', at, entity: key };
}

suite('register', () => {
	test('takes a new entry', () =>
		check(makeEntry(register, { key: 'beirut', label: 'LOC', name: 'بيروت', aliases: ['بَيروت', 'مدينة بيروت'] }), {
			came: ['  - key: beirut', '    label: LOC', '    name: بيروت', '      - مدينة بيروت'],
		}));

	test('keeps comments and unknown keys of what changes', () => {
		check(changeEntry(register, 'sami', { wikidata: 'Q42', name: 'سامي الحداد' }), {
			gone: ['    name: سامي حداد   # as he signs', '    aliases:', '      - سامى الحداد'],
			came: ['    # as he signs', '    name: سامي الحداد', '    wikidata: Q42'],
		});
		check(changeEntry(register, 'rana', { note: 'Poet.' }), {
			gone: ['  - { key: rana, label: PER, name: رنا الحلبي, born: 1980 }'],
			came: ['  - key: rana', '    name: رنا الحلبي', '    note: Poet.', '    born: 1980'],
		});
	});

	test('renames a key', () =>
		check(renameEntry(register, 'sami', 'sami-haddad'), { gone: ['  - key: sami'], came: ['  - key: sami-haddad'] }));

	test('makes one of two', () =>
		check(mergeEntries(register, 'rana', 'sami'), {
			gone: ['  - { key: rana, label: PER, name: رنا الحلبي, born: 1980 }'],
			came: ['      - رنا الحلبي'],
		}));

	test('makes two of one', () => {
		const split = splitEntry(register, 'sami', { newKey: 'sami-2', name: 'سامي الحداد', spellings: [] });
		check(split, { gone: ['    aliases:', '      - سامى الحداد'], came: ['  - key: sami-2', '    name: سامي الحداد'] });
		assert.ok('edit' in split && split.relink);
		const records = [entity('a', 'سامى الحداد', 'sami'), entity('b', 'سامي حداد', 'sami'), entity('c', 'رنا', 'rana')];
		assert.deepEqual(
			relinked(records, split.relink).map(record => record.id),
			['a'],
		);
	});

	test('refuses keys that are taken, unknown or no keys', () => {
		for (const [operation, refused] of [
			[renameEntry(register, 'sami', 'rana'), 'register-key-taken'],
			[renameEntry(register, 'sami', 'a b'), 'register-key-form'],
			[renameEntry(register, 'sami', 'unnamed:x'), 'register-key-form'],
			[renameEntry(register, 'nobody', 'x'), 'register-key-unknown'],
			[changeEntry(register, 'sami', { wikidata: 'q42' }), 'register-wikidata-form'],
			[mergeEntries(register, 'sami', 'sami'), 'register-key-taken'],
			[mergeEntries(register, 'sami', 'nobody'), 'register-key-unknown'],
			[makeEntry(register, { key: 'sami', label: 'PER', name: 'س', aliases: [] }), 'register-key-taken'],
		] as const) {
			assert.equal('refused' in operation && operation.refused, refused);
		}
	});

	test('makes a file that is not there, and empties one', () => {
		const entry = { key: 'beirut', label: 'LOC', name: 'بيروت', aliases: [] };
		const made = editRegister('', { added: [entry] }).value;
		assert.equal(made, 'isnad: 1\nentities:\n  - key: beirut\n    label: LOC\n    name: بيروت\n');
		const emptied = editRegister(made, { changed: new Map([['beirut', undefined]]) }).value;
		assert.equal(emptied, 'isnad: 1\nentities: []\n');
		assert.equal(editRegister(emptied, { added: [entry] }).value, made);
	});

	test('is not edited where that would lose something', () => {
		for (const broken of ['entities: 3\n', 'entities: [{ key: a, label: PER, name: ب }]\n', 'isnad: [\n']) {
			assert.equal(editRegister(broken, {}).problems[0]?.code, 'register-not-editable');
		}
	});

	test('proposes keys in Latin letters', () => {
		assert.equal(
			proposeKey('سامي الحداد', () => false),
			'samy-al-hdad',
		);
		assert.equal(
			proposeKey('سامي الحداد', key => key === 'samy-al-hdad'),
			'samy-al-hdad-2',
		);
		assert.equal(
			proposeKey('«»', () => false),
			'entry',
		);
	});
});
