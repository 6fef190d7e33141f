/** What is asked of a corpus, on corpora of every small size. Of 30,000 articles it is asked in test/bench/corpus.ts. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type SmallCorpus, smallCorpus } from '../../support/smallCorpus.ts';

const places = ['بغداد', 'مسقط', 'بيروت', 'تونس'] as const;

/** Every second article tells the same statement; each names a town. */
function files(count: number): Readonly<Record<string, string>> {
	const articles = Array.from({ length: count }, (_, index) => {
		const said = index % 2 === 0 ? 'المرفأ الجديد سيفتح أبوابه أمام السفن' : `الطريق رقم ${index} مغلق حتى المساء`;
		const text = `قال سامي حداد في ${places[index % 4]} إن ${said}.\n`;
		return [`news/outlet${index % 3}/2021-03-0${(index % 8) + 1}.txt`, text] as const;
	});
	return Object.fromEntries(articles);
}

async function corpusOf(count: number): Promise<SmallCorpus> {
	const corpus = smallCorpus(files(count));
	const { changed } = await corpus.refresh();
	assert.equal(changed, Object.keys(files(count)).length);
	return corpus;
}

suite('a corpus', () => {
	for (const count of [0, 1, 8]) {
		test(`of ${count} articles is searched, told and counted`, async () => {
			const { service } = await corpusOf(count);
			const names = await service.search({ entity: 'سامي حداد' });
			const said = await service.ledger({ speaker: 'سامي حداد' });
			const stats = await service.stats({});
			const facts = await service.nameFacts({ spelling: 'سامي حداد', label: 'PER' });
			const mentions = await service.mentions({ written: 'سامي حداد' });
			assert.deepEqual(
				[names.total, names.articles, said.tellings, stats.articles, facts.mentions, mentions.rows.length],
				[count, count, count, count, count, count],
			);
			assert.deepEqual(
				[said.total, said.speakers.length, stats.speakers.length, stats.outlets.length],
				[count === 0 ? 0 : 1 + Math.floor(count / 2), Math.min(count, 1), Math.min(count, 1), Math.min(count, 3)],
			);
		});
	}

	test('that was never refreshed is empty', async () => {
		const { service } = smallCorpus(files(8));
		assert.equal((await service.search({ text: 'قال' })).total, 0);
		assert.equal((await service.stats({})).articles, 0);
	});

	test('counts progress by layer, and labels by status', async () => {
		const record =
			'records:\n  - id: e00001\n    kind: entity\n    state: confirmed\n    label: PER\n    span: [4, 13]\n    exact: سامي حداد\n';
		const header = 'isnad: 1\nstatus: { entities: done, statements: draft }\n';
		const corpus = smallCorpus({
			...files(2),
			'annotations/news/outlet0/2021-03-01.txt.yaml': header + record,
			'annotations/by/lina/news/outlet1/2021-03-02.txt.yaml': header,
		});
		await corpus.refresh();
		const { layers, labels } = await corpus.service.stats({});
		assert.deepEqual(
			layers.map(({ layer, entities, confirmed }) => [layer, entities.done, entities.new, confirmed]),
			[
				['common', 1, 1, 1],
				['lina', 1, 1, 0],
			],
		);
		assert.deepEqual(
			labels.filter(({ label }) => label === 'PER'),
			[{ label: 'PER', suggested: 1, confirmed: 1, rejected: 0 }],
		);
	});
});
