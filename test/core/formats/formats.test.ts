/** What every format promises, looked at for all of them alike. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { Article, Format, FormatFile } from '../../../server/src/core/formats/format.ts';
import { formats } from '../../../server/src/core/formats/formats.ts';
import type { Loss } from '../../../server/src/core/formats/loss.ts';
import type { AnnotationRecord } from '../../../server/src/core/model.ts';
import { openSidecar } from '../../../server/src/core/sidecar/session.ts';
import { anyArticle, bare, exported, roundTrip } from './roundTrip.ts';

const sample = path.join(import.meta.dirname, '../../../annotations/sample');

const articles = globSync('news/**/*.txt', { cwd: sample }).map((name): Article => {
	const text = readFileSync(path.join(sample, name), 'utf8');
	const sidecar = globSync(`annotations/${name}.yaml`, { cwd: sample }).map(found =>
		readFileSync(path.join(sample, found), 'utf8'),
	)[0];
	return { path: name.replaceAll('\\', '/'), text, annotations: openSidecar(text, sidecar).annotations };
});

/** Where the text comes back as words, its sentences may end elsewhere. */
function lines({ path: name, text }: FormatFile): readonly string[] {
	return [name, ...text.split('\n').filter(line => line !== '')];
}

/** Losses that leave a record out, and those that leave something out of it. */
const leavesOut = /^lost-(orphan|rejected|statement|relation|relation-end|nested|crossing|sentence|span)$/;

/** Every record comes back as it was, or the report names it. */
function check(format: Format, article: Article): void {
	const { losses, records, imported, problems } = roundTrip(format, article);
	assert.deepEqual(problems, []);
	const whole = format.holds.text === 'whole' && !losses.some(({ code }) => code === 'lost-text');
	if (whole) {
		assert.deepEqual(
			imported.map(({ text }) => text),
			[article.text],
		);
	}
	const named = (record: AnnotationRecord, wanted: (loss: Loss) => boolean) =>
		losses.some(loss => loss.id === record.id && wanted(loss));
	const expected = article.annotations.records.filter(record => !named(record, ({ code }) => leavesOut.test(code)));
	if (whole && expected.every(record => !named(record, () => true))) {
		assert.deepEqual(records, expected);
	} else {
		const sorted = (all: readonly AnnotationRecord[]) => all.map(record => JSON.stringify(bare(record, whole))).sort();
		assert.deepEqual(sorted(records), sorted(expected));
	}
}

for (const format of formats.filter(({ exporter, importer }) => exporter !== undefined && importer !== undefined)) {
	suite(`format ${format.id}`, () => {
		test('gives back the sample corpus, but for what the report names', () => {
			for (const article of articles) check(format, article);
		});

		test('gives back any records, but for what the report names', () => {
			fc.assert(
				fc.property(anyArticle, article => check(format, article)),
				{ seed: 20, numRuns: 150 },
			);
		});

		test('writes the same bytes again after an import, without ids from the second time on', () => {
			fc.assert(
				fc.property(anyArticle, article => {
					const again = ({ path: name, text, annotations }: Article): Article => {
						const { records, imported } = roundTrip(format, { path: name, text, annotations });
						return { path: name, text: imported[0]?.text ?? text, annotations: { ...annotations, records } };
					};
					const first = format.holds.fields === 'all' ? article : again(article);
					assert.deepEqual(exported(format, again(first)).files.map(lines), exported(format, first).files.map(lines));
				}),
				{ seed: 21, numRuns: 100 },
			);
		});

		test('reads anything without failing', () => {
			const { importer } = format;
			assert.ok(importer);
			const text = 'قال سامي';
			fc.assert(
				fc.property(
					fc.oneof(
						fc.string({ unit: 'binary' }),
						fc.json(),
						anyArticle.map(article => exported(format, article).files.at(-1)?.text ?? ''),
					),
					fc.nat(),
					(source, cut) => {
						const damaged = source.slice(0, source.length - (cut % (source.length + 1)));
						const file = { path: `a${format.extensions[0]}`, text: damaged };
						const others = new Map((importer.needs?.(file) ?? []).map(name => [name, text]));
						assert.ok(importer.read(file, others).articles.length >= 0);
					},
				),
				{ seed: 22, numRuns: 200 },
			);
		});
	});
}
