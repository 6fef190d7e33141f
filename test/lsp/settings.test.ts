import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSettings } from '../../server/src/lsp/settings.ts';

const defaults = { language: 'en', suggestions: 'on', hideOtherAnnotators: false, layer: 'common', model: '' };

function check(json: unknown, expected: object): void {
	assert.deepEqual(readSettings(json), { ...defaults, ...expected }, JSON.stringify(json));
}

suite('settings', () => {
	test('have a default for everything', () => {
		check(undefined, {});
		check({ uiLanguage: 7, suggestions: 'often', annotator: {}, hideOtherAnnotators: 'yes', model: 1 }, {});
	});
	test('take what is given', () => {
		const json = { uiLanguage: 'ar', suggestions: 'afterFirstPass', annotator: ' سلمى ', hideOtherAnnotators: true };
		check(json, {
			language: 'ar',
			suggestions: 'afterFirstPass',
			annotator: 'سلمى',
			hideOtherAnnotators: true,
			layer: { annotator: 'سلمى' },
		});
	});
	test('name a model file', () => {
		check({ model: ' annotations/model.tsv ' }, { model: 'annotations/model.tsv' });
	});
	test('send decisions to the adjudicated layer, whoever adjudicates', () => {
		check({ annotator: 'sara', adjudicating: true }, { annotator: 'sara', layer: 'gold' });
	});
	test("take no other layer's name for an annotator's", () => {
		check({ annotator: 'gold' }, {});
		check({ annotator: 'common' }, {});
	});
	test('refuse names that would leave the folder of annotators', () => {
		for (const annotator of ['..', '../x', 'a/b', 'a\\b', '.git', 'a:b', '', ' ', 'a\u0000b', 'x.']) {
			check({ annotator }, {});
		}
	});
});
