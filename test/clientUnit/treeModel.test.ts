import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type TreeNode, treeOf } from '../../client/src/views/treeModel.ts';
import type { DocumentItem, EntityItem, SchemeItem, StatementItem } from '../../server/src/protocol/types.ts';

const scheme: SchemeItem = {
	name: 'news',
	entities: [{ label: 'PER', name: 'Person', color: '#000000' }],
	statements: { color: '#000000', types: [{ label: 'direct', name: 'Direct', color: '#000000' }] },
};

const range = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 4 } });

function name(id: string, text: string, line: number, status: EntityItem['status'] = 'suggested'): EntityItem {
	return { id, status, label: 'PER', range: range(line), text, from: 'model', name: text };
}

function statement(id: string, speakerName: string, line: number, more: Partial<StatementItem> = {}): StatementItem {
	const content = [range(line)];
	return {
		id,
		status: 'suggested',
		type: 'direct',
		content,
		text: 'لا تعليق',
		speakerName,
		how: 'named',
		from: 'model',
		...more,
	};
}

/** The tree as indented lines: label, then description. */
function check(parts: Partial<DocumentItem>, expected: readonly string[]): void {
	const none = { version: 1, revision: 1, entities: [], statements: [], regions: [], problems: [] };
	const document: DocumentItem = { ...none, status: { entities: 'new', statements: 'new' }, ...parts };
	const lines = (nodes: readonly TreeNode[], depth: number): string[] =>
		nodes.flatMap(({ label, description, children }) => [
			`${'  '.repeat(depth)}${label} · ${description ?? ''}`,
			...lines(children, depth + 1),
		]);
	assert.deepEqual(
		lines(
			treeOf(document, scheme, (key: string) => key),
			0,
		),
		expected,
	);
}

suite('the tree of an article', () => {
	test('groups names by label, and mentions of one name', () => {
		check({ entities: [name('a', 'سلمى', 0), name('b', 'سلمى', 2), name('c', 'عمر', 1, 'confirmed')] }, [
			'kind-entities · 3',
			'  Person · 3',
			'    سلمى · ×2 · left',
			'      سلمى · 1',
			'      سلمى · 3',
			'    عمر · 2',
		]);
	});

	test('gathers what one speaker says, decided or suggested', () => {
		const decided = statement('b', 'سلمى', 1, { status: 'confirmed', speakerEntity: 'salma' });
		check({ statements: [statement('a', 'سلمى', 0, { speakerEntity: 'سلمي' }), decided] }, [
			'kind-statements · 2',
			'  سلمى · 2',
			'    لا تعليق · Direct',
			'    لا تعليق · Direct',
		]);
	});

	test('lists what somebody must look at', () => {
		const moved = { ...name('a', 'سلمى', 0, 'confirmed'), moved: true };
		const twice = statement('b', 'سلمى', 1, { status: 'confirmed', alternatives: ['rejected · direct'] });
		check({ entities: [moved, name('c', 'عمر', 3, 'orphan')], statements: [twice] }, [
			'kind-entities · 1',
			'  Person · 1',
			'    سلمى · 1',
			'kind-statements · 1',
			'  سلمى · 1',
			'    لا تعليق · Direct',
			'to-look-at · 2',
			'  سلمى · found-nearby',
			'  لا تعليق · two-versions',
			'orphans · 1',
			'  عمر · PER',
		]);
	});

	test('cuts a long speaker behind its beginning, which would be out of sight', () => {
		check({ statements: [statement('a', 'المتحدثة باسم المكتب الإقليمي للشؤون البحرية سلمى', 0)] }, [
			'kind-statements · 1',
			'  المتحدثة باسم المكتب الإقليمي… · 1',
			'    لا تعليق · Direct',
		]);
	});
});
