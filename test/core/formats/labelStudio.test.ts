import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formats } from '../../../server/src/core/formats/formats.ts';
import { newsScheme } from '../../../server/src/core/scheme/builtIn.ts';
import { at, entityAt, statementAt } from '../sidecar/records.ts';
import { articleOf, exported, imported, shown } from './roundTrip.ts';

const labelStudio = formats.find(({ id }) => id === 'label-studio') ?? assert.fail();
const text = '🔴 قالت سلمى:\r\n«لا».';

function checkRead(
	value: unknown,
	records: readonly string[],
	layers: readonly unknown[],
	problems: readonly string[] = [],
): void {
	const found = imported(labelStudio, [{ path: 'tasks.json', text: JSON.stringify(value) }]);
	assert.deepEqual(shown(found.records), records);
	assert.deepEqual(
		found.imported.map(({ layer }) => layer),
		layers,
	);
	assert.deepEqual(
		found.problems.map(({ code }) => code),
		problems,
	);
}

function region(id: string, start: number, words: string, label: string) {
	return {
		id,
		from_name: 'l',
		to_name: 't',
		type: 'labels',
		origin: 'manual',
		value: { start, end: start + words.length, text: words, labels: [label] },
	};
}

suite('Label Studio', () => {
	test('counts UTF-16 units, and keeps fields and notes with their span', () => {
		const records = [
			statementAt(
				text,
				'bbbbbb',
				{ content: at(text, 'لا'), speaker: at(text, 'سلمى') },
				{ from: 'import', comment: 'راجع' },
			),
			entityAt(text, 'aaaaaa', at(text, 'سلمى')),
		];
		const [file] = exported(labelStudio, articleOf(text, records)).files;
		const label = { from_name: 'label', to_name: 'text', type: 'labels' };
		assert.deepEqual(JSON.parse(file?.text ?? ''), [
			{
				data: { text, path: 'news/a.txt' },
				annotations: [
					{
						was_cancelled: false,
						ground_truth: false,
						result: [
							{
								id: 'aaaaaa',
								...label,
								value: { start: 8, end: 12, text: 'سلمى', labels: ['PER'] },
								meta: { isnad: { from: 'manual', review: 'single' } },
							},
							{
								id: 'bbbbbb',
								...label,
								value: { start: 16, end: 18, text: 'لا', labels: ['Statement'] },
								meta: { text: ['راجع'], isnad: { type: 'direct', from: 'import' } },
							},
							{ id: 'bbbbbb.speaker', ...label, value: { start: 8, end: 12, text: 'سلمى', labels: ['Speaker'] } },
							{ type: 'relation', from_id: 'bbbbbb', to_id: 'bbbbbb.speaker', direction: 'right', labels: ['speaker'] },
						],
					},
				],
			},
		]);
	});

	test('is read with relations in both directions, choices about a span and about the text', () => {
		checkRead(
			[
				{
					id: 3,
					data: { article: text },
					annotations: [
						{ was_cancelled: true, result: [region('x', 3, 'قالت', 'PER')] },
						{
							completed_by: 1,
							result: [
								...[region('p', 8, 'سلمى', 'PERS'), region('q', 16, 'لا', 'QUOTE'), region('c', 3, 'قالت', 'CUE')],
								{ type: 'relation', from_id: 'q', to_id: 'p', direction: 'right', labels: ['speaker'] },
								{ type: 'relation', from_id: 'c', to_id: 'q', direction: 'left', labels: ['cue'] },
								{ id: 'p', from_name: 'gender', to_name: 't', type: 'choices', value: { choices: ['f'] } },
								{ id: 'z', from_name: 'topic', to_name: 't', type: 'choices', value: { choices: ['politics'] } },
							],
						},
					],
					predictions: [{ result: [region('y', 3, 'قالت', 'PER')] }],
				},
			],
			['confirmed PERS سلمى', 'confirmed direct لا'],
			[undefined],
		);
	});

	test('gives annotators layers where a task has more than one', () => {
		const version = (label: string, more: object) => ({ result: [region('p', 8, 'سلمى', label)], ...more });
		checkRead(
			[
				{
					data: { text },
					annotations: [
						version('A', { completed_by: 4 }),
						version('B', { completed_by: { email: 'mona@x.org' } }),
						version('C', { ground_truth: true, completed_by: 4 }),
					],
				},
			],
			['confirmed A سلمى', 'confirmed B سلمى', 'confirmed C سلمى'],
			[{ annotator: 'annotator-4' }, { annotator: 'mona' }, 'gold'],
		);
	});

	test('is read in its short form', () => {
		checkRead(
			[{ id: 1, text, label: [{ start: 8, end: 12, text: 'سلمى', labels: ['PER'] }], annotator: 1 }],
			['confirmed PER سلمى'],
			[undefined],
		);
	});

	test('keeps as an orphan what has other words', () => {
		checkRead(
			[{ data: { text }, annotations: [{ result: [region('p', 9, 'سلمى', 'PER'), region('q', 3, 'قالت', 'CUE')] }] }],
			['confirmed CUE قالت', 'orphan PER سلمى'],
			[undefined],
			['import-not-there'],
		);
	});

	test('writes its configuration, and reads it as a scheme', () => {
		const files = labelStudio.exporter?.setup?.(newsScheme) ?? [];
		const scheme = labelStudio.importer?.setup?.scheme(new Map(files.map(file => [file.path, file.text])));
		assert.deepEqual(
			scheme?.entities.map(({ label, color, key }) => [label, color, key]),
			newsScheme.entities.map(({ label, color, key }) => [label, color, key]),
		);
		assert.deepEqual(
			scheme.relations.map(({ type }) => type),
			newsScheme.relations.map(({ type }) => type),
		);
	});
});
