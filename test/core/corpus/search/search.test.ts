import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { SearchQuery } from '../../../../server/src/core/corpus/search/query.ts';
import { smallCorpus } from '../../../support/smallCorpus.ts';

const register = `isnad: 1
entities:
  - key: sami-haddad
    label: PER
    name: سامي حداد
    aliases: [سامى الحداد]
`;

/** Three outlets; the second writes with CRLF, an emoji and marks. */
const files = {
	'annotations/entities.yaml': register,
	'news/sada/2021-03-01-a.txt': 'قال الوزير سامي حداد إن الانسحاب من المرفأ سيبدأ الأسبوع المقبل.\n',
	'news/nabd/2021-03-02-b.txt': 'رُفض 😀 الاِنسِحاب أمس.\r\nوأعلن سامى الحداد أن الشركة وافقت على الانسحــاب.\r\n',
	'news/masar/c.txt': 'وللانسحاب ثمن، وبالانسحاب تنتهي المهمة، كما أكدت رنا الحلبي أن المدينة هادئة.\n',
};

/** `path: left[hit]right` of the rows, each context cut to one word. */
async function check(query: SearchQuery, ...expected: readonly string[]): Promise<void> {
	const corpus = smallCorpus(files);
	await corpus.refresh();
	const { rows, total, stale } = await corpus.service.search(query);
	assert.deepEqual(
		rows.map(
			({ path, left, text, right }) =>
				`${path.at(-5)}: ${left.trim().split(' ').at(-1)}[${text}]${right.trim().split(' ')[0]}`,
		),
		expected,
	);
	assert.deepEqual({ total, stale }, { total: expected.length, stale: [] });
	for (const { path, start, end, text, line, column } of rows) {
		const source = files[path as keyof typeof files];
		assert.equal(source.slice(start, end).replace(/\s+/g, ' '), text);
		assert.equal(source.split('\n')[line]?.slice(column).startsWith(text.slice(0, 3)), true);
	}
}

suite('search', () => {
	test('finds words with clitics and in all spellings', () =>
		check(
			{ text: 'انسحاب' },
			'c: [وللانسحاب]ثمن،',
			'c: ثمن،[وبالانسحاب]تنتهي',
			'b: 😀[الاِنسِحاب]أمس.',
			'b: على[الانسحــاب].',
			'a: إن[الانسحاب]من',
		));

	test('finds whole words by folded spelling', () =>
		check({ text: 'الانسحاب', match: 'folded' }, 'b: 😀[الاِنسِحاب]أمس.', 'b: على[الانسحــاب].', 'a: إن[الانسحاب]من'));

	test('finds words as written', () => check({ text: 'الانسحاب', match: 'written' }, 'a: إن[الانسحاب]من'));

	test('finds words in a row, and such as begin so', () =>
		check({ text: 'الوزير سام* حداد' }, 'a: قال[الوزير سامي حداد]إن'));

	test('finds nothing for marks that do not stand there', () => check({ text: '؟؟' }));

	test('finds nothing for blanks', () => check({ text: '  ' }));

	test('finds an entry of the register by its key, in all its spellings', () =>
		check({ entity: 'sami-haddad' }, 'b: وأعلن[سامى الحداد]أن', 'a: الوزير[سامي حداد]إن'));

	test('finds an entry by one of its spellings', () =>
		check({ entity: 'سامي الحداد' }, 'b: وأعلن[سامى الحداد]أن', 'a: الوزير[سامي حداد]إن'));

	test('finds a name that is in no register by its words', () => check({ entity: 'الحلبي' }, 'c: أكدت[رنا الحلبي]أن'));

	test('finds words in what a speaker said', () =>
		check({ text: 'الانسحاب', speaker: 'sami-haddad' }, 'b: على[الانسحــاب].', 'a: إن[الانسحاب]من'));

	test('finds a name within a statement only where both hold', () =>
		check({ entity: 'sami-haddad', speaker: 'sami-haddad' }));

	test('takes outlets and days', async () => {
		await check({ text: 'انسحاب', outlets: ['sada'] }, 'a: إن[الانسحاب]من');
		await check({ text: 'انسحاب', since: '2021-03-02' }, 'b: 😀[الاِنسِحاب]أمس.', 'b: على[الانسحــاب].');
		await check({ text: 'انسحاب', below: 'news/sada' }, 'a: إن[الانسحاب]من');
	});

	test('sorts by the words at the right and at the left', async () => {
		await check(
			{ text: 'الانسحاب', match: 'folded', sort: 'right' },
			'b: على[الانسحــاب].',
			'b: 😀[الاِنسِحاب]أمس.',
			'a: إن[الانسحاب]من',
		);
		await check(
			{ text: 'الانسحاب', match: 'folded', sort: 'left' },
			'a: إن[الانسحاب]من',
			'b: على[الانسحــاب].',
			'b: 😀[الاِنسِحاب]أمس.',
		);
		await check(
			{ text: 'الانسحاب', match: 'folded', sort: 'date' },
			'a: إن[الانسحاب]من',
			'b: 😀[الاِنسِحاب]أمس.',
			'b: على[الانسحــاب].',
		);
	});

	test('gives a page, and the totals of all', async () => {
		const corpus = smallCorpus(files);
		await corpus.refresh();
		const all = await corpus.service.search({ text: 'انسحاب', sort: 'left' });
		for (let offset = 0; offset < 5; offset++) {
			const page = await corpus.service.search({ text: 'انسحاب', sort: 'left', offset, limit: 2 });
			assert.deepEqual(page.rows, all.rows.slice(offset, offset + 2));
			assert.deepEqual([page.total, page.articles, page.outlets], [5, 3, 3]);
		}
	});

	test('leaves out what changed since it was indexed', async () => {
		const corpus = smallCorpus(files);
		await corpus.refresh();
		corpus.files.set('news/sada/2021-03-01-a.txt', 'نص آخر تماما.\n');
		const answer = await corpus.service.search({ text: 'الانسحاب', match: 'written' });
		assert.deepEqual([answer.rows, answer.stale], [[], ['news/sada/2021-03-01-a.txt']]);
	});

	test('answers for a corpus without articles', async () => {
		const corpus = smallCorpus({});
		await corpus.refresh();
		assert.deepEqual(await corpus.service.search({ text: 'قال' }), {
			total: 0,
			articles: 0,
			outlets: 0,
			rows: [],
			stale: [],
		});
	});
});
