import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { article, known, names, scene } from './scene.ts';

suite('adjudicating', () => {
	test('settles what two annotators decided differently in the adjudicated layer', async () => {
		const layer = (label: string, more = '') =>
			`isnad: 1\ntext: news/a.txt\nstatus: { entities: done, statements: new }\nrecords:\n${record('p', 'PER', 'سلمى الحداد')}${record('b', label, 'بغداد')}${more}`;
		const record = (id: string, label: string, exact: string) => {
			const start = article.indexOf(exact);
			return `  - id: ${id}abcde\n    kind: entity\n    state: confirmed\n    label: ${label}\n    span: [${start}, ${start + exact.length}]\n    exact: ${exact}\n`;
		};
		const files = {
			'annotations/by/sara/news/a.txt.yaml': layer('LOC'),
			'annotations/by/omar/news/a.txt.yaml': layer('ORG', record('l', 'LOC', 'لبنان')),
		};
		const initializationOptions = { options: { adjudicating: true } };
		const { client, uri, folder } = await scene({ files, client: { initializationOptions } });
		const layers = ['sara', 'omar'] as const;
		assert.deepEqual(await client.layers(uri), {
			own: 'gold',
			layers: [
				{ name: 'omar', status: { entities: 'done', statements: 'new' }, records: 3 },
				{ name: 'sara', status: { entities: 'done', statements: 'new' }, records: 2 },
			],
		});
		const compared = async () => {
			const result = await client.compare(uri, layers);
			const differences = result?.differences.map(({ over, first, second, settled }) => {
				return `${over} ${first?.text}/${second?.text} ${settled}`;
			});
			return [result?.agreed, result?.taken, ...(differences ?? [])];
		};
		assert.deepEqual(await compared(), [1, 0, 'label بغداد/بغداد false', 'name undefined/لبنان false']);

		await client.run('isnad.takeAgreed', { uri, layers });
		await client.run('isnad.settle', { uri, layers, first: 'babcde', second: 'babcde', choice: 'second' });
		await client.run('isnad.settle', { uri, layers, second: 'labcde', choice: 'neither' });
		assert.deepEqual(await compared(), [1, 1, 'label بغداد/بغداد true', 'name undefined/لبنان true']);
		const gold = () => readFileSync(path.join(folder, 'annotations/gold/news/a.txt.yaml'), 'utf8');
		const lines = gold().match(/(?<=(label|state|by): ).*/g);
		const [person, city, country] = [
			['confirmed', 'PER', 'sara, omar'],
			['confirmed', 'ORG', 'omar'],
			['rejected', 'LOC', 'omar'],
		].map(wanted => wanted.toSorted());
		const told = [0, 3, 6].map(start => lines?.slice(start, start + 3).toSorted());
		assert.deepEqual(told, [person, city, country]);

		await client.run('isnad.settle', { uri, layers, first: 'babcde', second: 'babcde', choice: 'first' });
		assert.deepEqual(names(await known(client, uri)), [
			'PER سلمى الحداد confirmed',
			'LOC بغداد confirmed',
			'LOC لبنان rejected',
		]);
		await client.run('isnad.undo', { uri });
		assert.match(gold(), /label: ORG/);
		const gone = await client.run('isnad.settle', { uri, layers, first: 'zzzzzz', choice: 'first' });
		assert.equal(gone.problems[0]?.code, 'nothing-to-settle');
	});

	test("settles nothing where decisions are an annotator's own", async () => {
		const { client, uri, sidecar } = await scene();
		const { problems } = await client.run('isnad.takeAgreed', { uri, layers: ['sara', 'omar'] });
		assert.equal(problems[0]?.code, 'adjudicate-first');
		assert.equal(sidecar(), '');
	});
});
