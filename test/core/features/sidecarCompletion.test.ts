import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { sidecarCompletion } from '../../../server/src/core/features/sidecarCompletion.ts';

const labels = [
	{ label: 'PER', name: 'Person' },
	{ label: 'LOC', name: 'Place' },
	{ label: 'not plain', name: 'Odd' },
];

/** What is offered at `¦`, each as it would stand in the line; what it replaces is left out of the line's end. */
function check(marked: string, expected: readonly string[]): void {
	const offset = marked.indexOf('¦');
	const source = marked.replace('¦', '');
	const items = sidecarCompletion(source, offset, { labels });
	const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
	assert.deepEqual(
		items.map(item => (source.slice(lineStart, item.span.start) + item.insert).trim()),
		expected,
		marked,
	);
}

const entity = 'records:\n  - id: a\n    kind: entity\n';
const statement = 'records:\n  - id: s\n    kind: statement\n';

suite('sidecar completion', () => {
	test('offers the labels of the scheme, quoted where they need it', () => {
		check(`${entity}    label: ¦`, ['label: PER', 'label: LOC', "label: 'not plain'"]);
		check(`${entity}    label: P¦`, ['label: PER', 'label: LOC', "label: 'not plain'"]);
	});

	test('adds the blank after a colon', () => {
		check(`${entity}    label:¦`, ['label: PER', 'label: LOC', "label: 'not plain'"]);
	});

	test('tells the name of a label', () => {
		const source = `${entity}    label: `;
		const [first] = sidecarCompletion(source, source.length, { labels });
		assert.equal(first?.detail, 'Person');
	});

	test('offers the types of statements, and none for relations', () => {
		check(`${statement}    type: ¦`, ['type: direct', 'type: indirect', 'type: mixed', 'type: reported']);
		check('records:\n  - id: r\n    kind: relation\n    type: ¦', []);
	});

	test('offers states, kinds, flags, in a list item too', () => {
		check(`${entity}    state: ¦`, ['state: confirmed', 'state: rejected', 'state: orphan']);
		check('records:\n  - kind: ¦', ['- kind: entity', '- kind: statement', '- kind: relation', '- kind: region']);
		check(`${entity}    flag: ¦`, ['flag: true']);
	});

	test('offers the progress of a text, on one line and on several', () => {
		check('status: { entities: done, statements: ¦', [
			'status: { entities: done, statements: new',
			'status: { entities: done, statements: draft',
			'status: { entities: done, statements: done',
		]);
		check('status:\n  entities: ¦', ['entities: new', 'entities: draft', 'entities: done']);
		check('status:\n  ¦', ['entities:', 'statements:']);
	});

	test('offers the keys that a name still lacks', () => {
		check(`${entity}    label: PER\n    span: [0, 4]\n    exact: حلب\n    ¦`, [
			...['state:', 'prefix:', 'suffix:', 'form:', 'value:', 'entity:', 'from:', 'review:', 'score:', 'moved:'],
			...['flag:', 'comment:', 'attributes:', 'by:', 'alternatives:'],
		]);
	});

	test('looks below the line as well, and no further than the record', () => {
		check(
			'records:\n  - id: a\n    ¦\n    kind: region\n    from: model\n    span: [0, 1]\n  - id: b\n    kind: entity\n    flag: true',
			[
				...['state:', 'region:', 'what:', 'exact:', 'prefix:', 'suffix:', 'review:', 'score:', 'moved:', 'flag:'],
				...['comment:', 'attributes:', 'by:', 'alternatives:'],
			],
		);
	});

	test('offers the keys of a part of a statement', () => {
		check(`${statement}    cue:\n      span: [0, 3]\n      ¦`, ['exact:', 'prefix:', 'suffix:']);
		check(`${statement}    content:\n      - span: [0, 3]\n        ¦`, ['exact:', 'prefix:', 'suffix:']);
		check(`${statement}    content:\n      - span: [0, 3]\n      - ¦`, [
			'- span:',
			'- exact:',
			'- prefix:',
			'- suffix:',
		]);
	});

	test('begins a record with its id and kind', () => {
		check(`${entity}  - ¦`.replace('kind: entity', 'kind: entity\n    flag: true'), [
			...['- id:', '- kind:', '- state:', '- from:', '- review:', '- score:', '- moved:', '- flag:', '- comment:'],
			...['- attributes:', '- by:', '- alternatives:'],
		]);
	});

	test('offers the keys of the file at the margin', () => {
		check('isnad: 1\nt¦\nrecords:\n', ['text:', 'sha256:', 'length:', 'status:', 'labels:', 'meta:']);
	});

	test('offers nothing inside words of the text, notes and unknown keys', () => {
		check(`${entity}    exact: قال ¦`, []);
		check(`${entity}    exact: ¦`, []);
		check(`${entity}    # label ¦`, []);
	});
});
