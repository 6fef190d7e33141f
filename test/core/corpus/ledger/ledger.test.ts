import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { LedgerQuery } from '../../../../server/src/core/corpus/ledger/query.ts';
import { smallCorpus } from '../../../support/smallCorpus.ts';

const files = {
	'annotations/entities.yaml': `isnad: 1
entities:
  - { key: sami-haddad, label: PER, name: سامي حداد, aliases: [سامى الحداد] }
`,
	'news/sada/2021-03-02.txt': 'قال سامي حداد إن المرفأ الجديد سيفتح أبوابه أمام السفن مطلع الصيف.\n',
	'news/nabd/2021-03-01.txt': 'أعلن سامى الحداد أن المرفأ الجديد سيفتح أبوابه للسفن في مطلع الصيف المقبل.\n',
	'news/masar/c.txt': 'أكدت رنا الحلبي أن المدينة هادئة تماما منذ صباح اليوم.\n',
};

/** `speaker: outlet outlet` of each group, the outlet of a telling that was not asked for in brackets. */
async function check(query: LedgerQuery, ...expected: readonly string[]): Promise<void> {
	const corpus = smallCorpus(files);
	await corpus.refresh();
	const { groups, total } = await corpus.service.ledger(query);
	const shown = groups.map(
		({ speaker, tellings }) =>
			`${speaker}: ${tellings.map(({ outlet, asked }) => (asked ? outlet : `(${outlet})`)).join(' ')}`,
	);
	assert.deepEqual(shown, expected);
	assert.equal(total, expected.length);
	for (const { path, start, end, text, line, column, pieces } of groups.flatMap(({ tellings }) => tellings)) {
		const source = files[path as keyof typeof files];
		assert.equal(source.slice(start, end), text);
		assert.equal(source.split('\n')[line]?.slice(column).startsWith(text), true);
		assert.equal(pieces.map(piece => piece.text).join(''), text);
	}
}

suite('ledger', () => {
	test('shows one statement once, with its tellings in order of time, and what has no date last', () =>
		check({}, 'سامي حداد: nabd sada', 'رنا الحلبي: masar'));
	test('takes a speaker by key', () => check({ speaker: 'sami-haddad' }, 'سامي حداد: nabd sada'));
	test('takes a speaker by any spelling', () => check({ speaker: 'سامي الحداد' }, 'سامي حداد: nabd sada'));
	test('shows other tellings of what one outlet told', () => check({ outlets: ['sada'] }, 'سامي حداد: (nabd) sada'));
	test('takes words of the statement', () => check({ text: 'الصيف المقبل' }, 'سامي حداد: nabd (sada)'));
	test('does not take words outside the statement', () => check({ text: 'أكدت' }));
	test('takes cues', () => check({ cue: 'أعلن' }, 'سامي حداد: nabd (sada)'));
	test('takes what several articles tell', () => check({ shared: true }, 'سامي حداد: nabd sada'));

	test('says what differs', async () => {
		const corpus = smallCorpus(files);
		await corpus.refresh();
		const { groups } = await corpus.service.ledger({ shared: true });
		const marked = groups[0]?.tellings.map(({ pieces }) =>
			pieces.map(({ text, same }) => (same ? text : `{${text}}`)).join(''),
		);
		assert.deepEqual(marked, [
			'المرفأ الجديد سيفتح أبوابه للسفن {في }مطلع الصيف {المقبل}',
			'المرفأ الجديد سيفتح أبوابه {أمام }السفن مطلع الصيف',
		]);
	});

	test('lists who speaks, whatever speaker is asked for', async () => {
		const corpus = smallCorpus(files);
		await corpus.refresh();
		const { speakers } = await corpus.service.ledger({ speaker: 'رنا' });
		assert.deepEqual(
			speakers.map(({ id, name, registered, tellings, outlets, first, last }) => [
				id,
				name,
				registered,
				tellings,
				outlets,
				first,
				last,
			]),
			[
				['sami-haddad', 'سامي حداد', true, 2, 2, '2021-03-01', '2021-03-02'],
				['رنا الحلبي', 'رنا الحلبي', false, 1, 1, '', ''],
			],
		);
	});

	test('leaves out rejected statements', async () => {
		const corpus = smallCorpus(files);
		await corpus.refresh();
		const { groups } = await corpus.service.ledger({ speaker: 'رنا' });
		const telling = groups[0]?.tellings[0];
		const text = files['news/masar/c.txt'];
		const record = `  - id: ${telling?.id}\n    kind: statement\n    state: rejected\n    type: ${telling?.type}\n    content:\n      - span: [${telling?.start}, ${telling?.end}]\n        exact: ${text.slice(telling?.start, telling?.end)}\n`;
		corpus.files.set('annotations/news/masar/c.txt.yaml', `isnad: 1\ntext: news/masar/c.txt\nrecords:\n${record}`);
		await corpus.refresh();
		assert.equal((await corpus.service.ledger({ speaker: 'رنا' })).total, 0);
	});
});
