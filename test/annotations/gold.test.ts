/** Gold annotation written by hand says only what stands in the articles. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { checkPlacedGold } from '../support/checkPlacedGold.ts';

const root = path.join(import.meta.dirname, '../..');

for (const { what, texts, golds, atLeast } of [
	{ what: 'the sample corpus', texts: 'annotations/sample', golds: 'test/fixtures/sample-gold', atLeast: 8 },
	{ what: 'phenomena', texts: 'test/fixtures/phenomena', golds: 'test/fixtures/phenomena', atLeast: 20 },
	{ what: 'unseen articles', texts: 'test/fixtures/unseen', golds: 'test/fixtures/unseen', atLeast: 7 },
]) {
	suite(`gold of ${what}`, () => {
		const files = (pattern: string, folder: string) =>
			globSync(pattern, { cwd: path.join(root, folder) }).map(file => file.replaceAll('\\', '/'));
		const articles = files('**/*.txt', texts);

		test('every article has gold annotation, and no gold is without an article', () => {
			const annotated = files('**/*.yaml', golds).map(file => file.replace(/\.yaml$/, '.txt'));
			assert.deepEqual(annotated.sort(), articles.toSorted());
			assert.ok(articles.length >= atLeast);
		});

		for (const article of articles) {
			test(article, () => checkPlacedGold(path.join(root, texts), path.join(root, golds), article));
		}
	});
}
