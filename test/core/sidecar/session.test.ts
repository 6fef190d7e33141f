import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Annotations } from '../../../server/src/core/model.ts';
import { noAnnotations, openSidecar, sidecarSource } from '../../../server/src/core/sidecar/session.ts';
import { at, entityAt, statementAt, told } from './records.ts';

const lf = 'وصل 🔴 عاجل\nقال علي حسن:\n«نرحب بالقرار\nونشكر الجميع»\nوأضاف أنه سعيد\n';
const variants: Readonly<Record<string, string>> = {
	LF: lf,
	CRLF: lf.replaceAll('\n', '\r\n'),
	CR: lf.replaceAll('\n', '\r'),
	mixed: lf.replace('\n', '\r\n'),
	BOM: `\uFEFF${lf}`,
	'BOM and CRLF': `\uFEFF${lf.replaceAll('\n', '\r\n')}`,
};

function annotate(text: string): Annotations {
	const quoted = { start: text.indexOf('نرحب'), end: text.indexOf('»') };
	return {
		...noAnnotations,
		status: { entities: 'done', statements: 'draft' },
		records: [
			entityAt(text, 'e0aaaa', at(text, 'وصل'), { label: 'X' }),
			entityAt(text, 'e1aaaa', at(text, 'علي حسن')),
			statementAt(text, 's1aaaa', { content: quoted, cue: at(text, 'قال'), speaker: at(text, 'علي حسن') }),
		],
	};
}

suite('sidecars of one text', () => {
	test('are the same bytes on all line ends, with and without BOM', () => {
		const sources = Object.entries(variants).map(([name, text]) => [
			name,
			sidecarSource(text, annotate(text), openSidecar(text, undefined).file, 'a.txt'),
		]);
		for (const [name, source] of sources) {
			assert.equal(source, sources[0]?.[1], name);
		}
	});

	test('open on any of them and are written back unchanged', () => {
		const source = sidecarSource(lf, annotate(lf), openSidecar(lf, undefined).file, 'a.txt');
		for (const [name, text] of Object.entries(variants)) {
			const opened = openSidecar(text, source);
			assert.deepEqual(opened.problems, [], name);
			assert.deepEqual(opened.annotations, annotate(text), name);
			assert.equal(sidecarSource(text, opened.annotations, opened.file, 'a.txt'), source, name);
		}
	});

	test('say nothing where there is none', () => {
		assert.deepEqual(openSidecar(lf, undefined).annotations, noAnnotations);
	});

	test('keep a context written by hand as long as it fits', () => {
		const source =
			'isnad: 1\nrecords:\n  - id: e1aaaa\n    kind: entity\n    label: PER\n    span: [15, 22]\n    exact: علي حسن\n    prefix: "قال "\n';
		const opened = openSidecar(lf, source);
		assert.deepEqual(opened.annotations.records.map(told), ['e1aaaa confirmed PER علي حسن']);
		const written = sidecarSource(lf, opened.annotations, opened.file, 'a.txt');
		assert.ok(written.endsWith(source.slice(source.indexOf('records:'))), written);
	});
});
