import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isSuggested, itemAt, itemsOf, textOf } from '../../client/src/items.ts';
import { type TreeNode, treeOf } from '../../client/src/views/treeModel.ts';
import type { DocumentItem, EntityItem, Range, SchemeItem, StatementItem } from '../../server/src/protocol/types.ts';

const text = 'قال سمير الحلبي إن وفد قطر عاد من تونس، وأضاف الحلبي أن قطر راضية';

function rangeOf(words: string, n = 1): Range {
	let start = -1;
	for (let i = 0; i < n; i++) start = text.indexOf(words, start + 1);
	assert.ok(start >= 0, words);
	return { start: { line: 0, character: start }, end: { line: 0, character: start + words.length } };
}

function entity(id: string, label: string, words: string, more: Partial<EntityItem> = {}, n = 1): EntityItem {
	return { id, status: 'suggested', label, range: rangeOf(words, n), text: words, from: 'model', name: words, ...more };
}

function statement(id: string, words: string, more: Partial<StatementItem> = {}): StatementItem {
	return {
		id,
		status: 'suggested',
		type: 'indirect',
		content: [rangeOf(words)],
		text: words,
		how: 'named',
		from: 'rule',
		...more,
	};
}

const document: DocumentItem = {
	version: 1,
	revision: 1,
	entities: [
		entity('samir', 'PER', 'سمير الحلبي', { status: 'confirmed' }),
		entity('qatar', 'LOC', 'قطر'),
		entity('wafd', 'ORG', 'وفد قطر', { status: 'rejected' }),
		entity('tunis', 'LOC', 'تونس', { status: 'confirmed', entity: 'tunis', flag: true }),
		entity('halabi', 'PER', 'الحلبي', { name: 'سمير الحلبي' }, 2),
		entity('qatar2', 'LOC', 'قطر', {}, 2),
		entity('lost', 'PER', 'قال', { status: 'orphan', text: 'كريم' }),
	],
	statements: [
		statement('first', 'وفد قطر عاد من تونس', {
			speaker: rangeOf('سمير الحلبي'),
			speakerName: 'سمير الحلبي',
			cue: rangeOf('قال'),
		}),
		statement('second', 'قطر راضية', { status: 'confirmed', speakerName: 'سمير الحلبي' }),
	],
	regions: [],
	status: { entities: 'draft', statements: 'new' },
	problems: [],
};

suite('items', () => {
	test('come in the order of reading, names before the statements they begin, orphans not at all', () => {
		const ids = itemsOf(document).map(({ id }) => id);
		assert.deepEqual(ids, ['samir', 'first', 'wafd', 'qatar', 'tunis', 'halabi', 'second', 'qatar2']);
	});

	function check(words: string, expected: string | undefined, n = 1, passes?: typeof isSuggested): void {
		const found = itemAt(document, rangeOf(words, n).start, passes);
		assert.equal(found && textOf(found), expected, words);
	}

	test('at the cursor: the narrowest one that is drawn', () => {
		check('قطر', 'قطر');
		check('وفد', 'وفد قطر عاد من تونس');
		check('سمير', 'سمير الحلبي');
		check('إن', undefined);
	});

	test('at the cursor: what the command asks for', () => {
		check('سمير', 'وفد قطر عاد من تونس', 1, isSuggested);
		check('تونس', 'وفد قطر عاد من تونس', 1, isSuggested);
	});

	test('are found at their end too', () => {
		const { end } = rangeOf('تونس');
		assert.equal(itemAt(document, end)?.id, 'tunis');
	});
});

suite('the tree', () => {
	const scheme: SchemeItem = {
		name: 'news',
		entities: [
			{ label: 'PER', name: 'People', color: '#000000' },
			{ label: 'LOC', name: 'Places', color: '#000000' },
		],
		statements: { color: '#000000', types: [{ label: 'indirect', name: 'Indirect', color: '#000000' }] },
	};

	function written(nodes: readonly TreeNode[], depth = 0): readonly string[] {
		return nodes.flatMap(({ label, description, role, id, children }) => [
			`${'  '.repeat(depth)}${label} | ${description} | ${role}${id === undefined ? '' : ` | ${id}`}`,
			...written(children, depth + 1),
		]);
	}

	test('lists names by label and name, statements by speaker, and what lost its place', () => {
		const nodes = treeOf(document, scheme, (key, values) => `${key}${values ? Object.values(values).join() : ''}`);
		assert.deepEqual(written(nodes), [
			'kind-entities | 5 | group',
			'  People | 2 | group',
			'    سمير الحلبي | ×2 · left1 | group | samir',
			'      سمير الحلبي | 1 | confirmed.entity | samir',
			'      الحلبي | 1 | suggested.entity | halabi',
			'  Places | 3 | group',
			'    قطر | ×2 · left2 | group | qatar',
			'      قطر | 1 | suggested.entity | qatar',
			'      قطر | 1 | suggested.entity | qatar2',
			'    تونس | 1 · tunis · ⚑ | confirmed.entity | tunis',
			'kind-statements | 2 | group',
			'  سمير الحلبي | 2 | group',
			'    وفد قطر عاد من تونس | Indirect | suggested.statement | first',
			'    قطر راضية | Indirect | confirmed.statement | second',
			'orphans | 1 | group',
			'  كريم | PER | orphan.entity | lost',
		]);
	});

	test('has no two lines of the same key', () => {
		const keys = (nodes: readonly TreeNode[]): readonly string[] =>
			nodes.flatMap(({ key, children }) => [key, ...keys(children)]);
		const all = keys(treeOf(document, scheme, key => key));
		assert.equal(new Set(all).size, all.length);
	});
});
