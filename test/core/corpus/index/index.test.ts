import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memoryCache, type SmallCorpus, smallCorpus } from '../../../support/smallCorpus.ts';

const one = 'قال سامي حداد إن الطريق مفتوح أمام القوافل.\n';
const two = 'وصلت رنا الحلبي إلى بغداد أمس.\n';
const three = 'أعلنت الحكومة اللبنانية أن المرفأ مغلق.\n';
const files = { 'news/a.txt': one, 'news/b.txt': two, 'news/c.txt': three };

async function handedOutBy(corpus: SmallCorpus, step: () => Promise<unknown>): Promise<readonly string[]> {
	const before = corpus.handedOut.length;
	await step();
	return corpus.handedOut.slice(before);
}

suite('index', () => {
	test('reads only what changed', async () => {
		const corpus = smallCorpus(files);
		assert.deepEqual(await handedOutBy(corpus, corpus.refresh), ['news/a.txt', 'news/b.txt', 'news/c.txt']);
		assert.deepEqual(await handedOutBy(corpus, corpus.refresh), []);
		corpus.files.set('news/b.txt', `${two}ثم غادرت.\n`);
		assert.deepEqual(await handedOutBy(corpus, corpus.refresh), ['news/b.txt']);
		assert.equal((await corpus.service.search({ text: 'غادرت' })).total, 1);
	});

	test('forgets what is gone, and takes in what is new', async () => {
		const corpus = smallCorpus(files);
		await corpus.refresh();
		corpus.files.delete('news/a.txt');
		corpus.files.set('news/d.txt', one);
		assert.deepEqual(await corpus.refresh(), { changed: 1, removed: 1, unreadable: [], cancelled: false });
		const { rows } = await corpus.service.search({ text: 'القوافل' });
		assert.deepEqual(
			rows.map(({ path }) => path),
			['news/d.txt'],
		);
	});

	test('takes up a change of one article without looking at the others', async () => {
		const corpus = smallCorpus(files);
		await corpus.refresh();
		corpus.files.set('news/c.txt', 'أعلنت الشركة أن المصنع عاد إلى العمل.\n');
		assert.deepEqual(await handedOutBy(corpus, () => corpus.service.update(['news/c.txt'])), ['news/c.txt']);
		assert.equal((await corpus.service.search({ text: 'المصنع' })).total, 1);
		corpus.files.delete('news/c.txt');
		await corpus.service.update(['news/c.txt']);
		assert.equal((await corpus.service.search({ text: 'المصنع' })).total, 0);
	});

	test('starts from the cache', async () => {
		const cache = memoryCache();
		await smallCorpus(files, { cache }).refresh();
		const again = smallCorpus({ ...files, 'news/b.txt': two.replace('أمس', 'اليوم') }, { cache });
		assert.deepEqual(await handedOutBy(again, again.refresh), ['news/b.txt']);
		const fresh = smallCorpus(Object.fromEntries(again.files));
		await fresh.refresh();
		for (const query of [{ label: 'PER' }, { text: 'اليوم' }, { type: 'indirect' }] as const) {
			assert.deepEqual(await again.service.search(query), await fresh.service.search(query));
		}
	});

	for (const [what, spoil] of [
		['is cut off', (bytes: Uint8Array) => bytes.slice(0, -4)],
		['is not an index', () => new TextEncoder().encode('{}\n')],
		['says nonsense', (bytes: Uint8Array) => bytes.map((byte, at) => (at > 80 && at < 120 ? 0x22 : byte))],
		['is empty', () => new Uint8Array()],
	] as const) {
		test(`starts anew where the cache ${what}`, async () => {
			const cache = memoryCache();
			await smallCorpus(files, { cache }).refresh();
			cache.bytes = spoil(cache.bytes ?? new Uint8Array());
			const again = smallCorpus(files, { cache });
			assert.deepEqual(await handedOutBy(again, again.refresh), ['news/a.txt', 'news/b.txt', 'news/c.txt']);
		});
	}

	test('stops when it is cancelled, and goes on another time', async () => {
		const many = Object.fromEntries(
			Array.from({ length: 100 }, (_, index) => [`news/${index}.txt`, `${index} ${one}`]),
		);
		const corpus = smallCorpus(many);
		let looks = 0;
		const { cancelled } = await corpus.refresh({
			get isCancellationRequested() {
				looks += 1;
				return looks > 2;
			},
		});
		const before = corpus.handedOut.length;
		assert.equal(cancelled, true);
		assert.ok(before > 0 && before < 100);
		await corpus.refresh();
		assert.equal(corpus.handedOut.length, 100);
		assert.equal((await corpus.service.search({ text: 'القوافل' })).total, 100);
	});

	test('is the same whatever the number of threads', async () => {
		const many = Object.fromEntries(
			Array.from({ length: 80 }, (_, index) => [`news/${index}.txt`, `${two}${index} ${one}`]),
		);
		const [alone, eight] = [smallCorpus(many), smallCorpus(many, { ahead: 8 })];
		await alone.refresh();
		await eight.refresh();
		const query = { label: 'PER', sort: 'right' } as const;
		assert.deepEqual(await eight.service.search(query), await alone.service.search(query));
	});

	test('leaves out what is no text, and names it', async () => {
		const corpus = smallCorpus({ ...files, 'news/d.txt': '\u0001\u0002\u0003\u0004' });
		assert.deepEqual((await corpus.refresh()).unreadable, ['news/d.txt']);
	});

	test('shows the decisions of the layer it was opened for', async () => {
		const record = (state: string) =>
			`isnad: 1\ntext: news/b.txt\nrecords:\n  - id: e00001\n    kind: entity\n    state: ${state}\n    label: PER\n    span: [5, 15]\n    exact: رنا الحلبي\n`;
		const decided = {
			...files,
			'annotations/news/b.txt.yaml': record('confirmed'),
			'annotations/by/lina/news/b.txt.yaml': record('rejected'),
		};
		for (const [layer, status] of [
			['common', 'confirmed'],
			['lina', 'rejected'],
			['gold', 'suggested'],
		] as const) {
			const corpus = smallCorpus(decided, { layer });
			await corpus.refresh();
			const { rows } = await corpus.service.search({ status, entity: 'رنا' });
			assert.deepEqual(
				rows.map(({ text }) => text),
				['رنا الحلبي'],
			);
		}
	});
});
