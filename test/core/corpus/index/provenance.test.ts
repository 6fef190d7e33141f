import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../../server/src/core/analysis/analyse.ts';
import { commonFolders, provenanceOf } from '../../../../server/src/core/corpus/index/provenance.ts';
import { noAnnotations } from '../../../../server/src/core/sidecar/session.ts';
import { documentView } from '../../../../server/src/core/sidecar/view.ts';

function check(
	path: string,
	expected: string,
	options: { meta?: Readonly<Record<string, string>>; text?: string } = {},
): void {
	const text = options.text ?? '';
	const view = documentView(text, analyse(text), noAnnotations);
	const { outlet, date } = provenanceOf(path, options.meta ?? {}, view, ['news']);
	assert.equal(`${outlet} ${date}`.trim(), expected);
}

suite('outlet and date', () => {
	test('are what the sidecar says', () =>
		check('news/sada/2020-01-01.txt', 'النبض 2021-05-06', { meta: { outlet: 'النبض', date: '2021-05-06' } }));
	test('are those of the path', () => {
		check('news/sada/2020-08-20-a.txt', 'sada 2020-08-20');
		check('news/sada/2020/08/20/a.txt', 'sada 2020-08-20');
		check('news/AL-culture-590-20180715.txt', '2018-07-15');
	});
	test('are not any number', () => check('news/sada/120200820999.txt', 'sada'));
	test('are not in the running text', () =>
		check('news/a.txt', '', { text: 'وصل سامي حداد في 20 آب 2020 إلى بغداد.\n' }));
	test('are in the dateline', () =>
		check('news/a.txt', 'رويترز 2020-08-20', {
			text: 'المدينة تفتح أسواقها\n20 آب 2020، بغداد - رويترز\nوصل سامي حداد أمس إلى المدينة.\nثم زار السوق.\nوغادر مساء.\nوعاد.\n',
		}));

	test('do not come from folders that all articles share', () => {
		assert.deepEqual(commonFolders(['news/a/x.txt', 'news/a/b/y.txt']), ['news', 'a']);
		assert.deepEqual(commonFolders(['news/a/x.txt', 'other/y.txt']), []);
		assert.deepEqual(commonFolders([]), []);
	});
});
