import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Fields, fieldsFrom, noFields, queryOf } from '../../client/panels/search/query.ts';
import { readFromPage } from '../../client/src/panels/messages/search.ts';

suite('what the fields of the concordance ask for', () => {
	const check = (what: string, fields: Partial<Fields>, expected: object | undefined): void => {
		test(what, () => {
			const query = queryOf({ ...noFields, ...fields });
			assert.deepEqual(query, expected);
			if (query) assert.ok(readFromPage({ type: 'search', seq: 1, query }), 'the extension takes it');
		});
	};
	check('nothing, where they are empty', {}, undefined);
	check('nothing, where only the order is chosen', { sort: 'right', text: ' ' }, undefined);
	check('words', { text: ' رفع الحصار ' }, { text: 'رفع الحصار', match: 'clitics', sort: 'place', limit: 200 });
	check('a label', { label: 'PER', sort: 'date' }, { label: 'PER', sort: 'date', limit: 200 });
	check(
		'several outlets, by either comma',
		{ outlet: 'المرفأ، الساحل,' },
		{ outlets: ['المرفأ', 'الساحل'], sort: 'place', limit: 200 },
	);
	check(
		'what somebody said in a time',
		{ speaker: 'الناطق', type: 'direct', since: '2026-01-02', until: '2026-02-03' },
		{ speaker: 'الناطق', type: 'direct', since: '2026-01-02', until: '2026-02-03', sort: 'place', limit: 200 },
	);

	test('what was kept is taken as far as it is of fields', () => {
		assert.deepEqual(fieldsFrom({ text: 'هدنة', match: 7, other: 'x' }), { ...noFields, text: 'هدنة' });
		assert.deepEqual(fieldsFrom(null), noFields);
	});
});

suite('from the page of the concordance', () => {
	const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 4 } };
	const place = { uri: 'file:///corpus/a.txt', range, id: 'e-1' };
	const check = (message: unknown, taken: boolean): void => {
		test(`${taken ? 'takes' : 'drops'} ${JSON.stringify(message).slice(0, 90)}`, () => {
			assert.equal(readFromPage(message) !== undefined, taken);
		});
	};
	check({ type: 'ready' }, true);
	check({ type: 'open', place, where: 'reader' }, true);
	check({ type: 'act', act: 'label', places: [place], label: 'LOC' }, true);
	check({ type: 'act', act: 'remove', places: [place] }, false);
	check({ type: 'act', act: 'reject', places: [{ ...place, command: 'x' }] }, false);
	check({ type: 'open', place, where: 'shell' }, false);
	check({ type: 'search', seq: 1, query: { text: 'هدنة', below: '../' } }, false);
	check({ type: 'search', seq: 1, query: { since: 'yesterday' } }, false);
	check({ type: 'csv', query: { limit: 1e9 } }, false);
	check({ type: 'toString' }, false);
});
