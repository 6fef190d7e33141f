import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { filtersFrom, noFilters, queryOf } from '../../client/panels/ledger/filters.ts';
import { moved } from '../../client/panels/ledger/moves.ts';
import { speakersLike } from '../../client/panels/ledger/speakers.ts';
import { ledgerAr } from '../../client/src/messages/ledgerAr.ts';
import { ledgerEn } from '../../client/src/messages/ledgerEn.ts';
import { readFromLedger, stances, statementTypes, statuses } from '../../client/src/panels/messages/ledger.ts';

suite('speakers of the ledger', () => {
	const speakers = ['إنغريد لاندكفيست', 'عبد الرؤوف الجلولي', 'هدى الشامي'].map(name => ({
		id: name,
		name,
		registered: false,
		tellings: 1,
		articles: 1,
		outlets: 1,
		first: '',
		last: '',
	}));
	const check = (typed: string, wanted: readonly string[]) =>
		test(`like “${typed}”`, () => {
			assert.deepEqual(
				speakersLike(speakers, typed).map(({ name }) => name),
				wanted,
			);
		});
	check('', ['إنغريد لاندكفيست', 'عبد الرؤوف الجلولي', 'هدى الشامي']);
	check('انغريد', ['إنغريد لاندكفيست']);
	check('الجُلـولي عبد', ['عبد الرؤوف الجلولي']);
	check('هدي', ['هدى الشامي']);
	check('سعاد', []);
});

suite('filters of the ledger', () => {
	test('ask only what is chosen', () => {
		assert.deepEqual(queryOf(undefined, noFilters), {});
		assert.deepEqual(
			queryOf('', { ...noFilters, text: ' سفينة ', outlet: 'nabd', since: '2024-03-01', type: 'direct', shared: true }),
			{ speaker: '', text: 'سفينة', outlets: ['nabd'], since: '2024-03-01', type: 'direct', shared: true },
		);
	});

	test('come back as they were kept, and nothing else does', () => {
		assert.deepEqual(filtersFrom({ stance: 'denying', shared: 'yes', other: 1 }), { ...noFilters, stance: 'denying' });
		assert.deepEqual(filtersFrom('x'), noFilters);
	});
});

suite('keys among tellings', () => {
	const check = (key: string, from: string, to: string) =>
		test(`${key} leads from ${from} to ${to}`, () => {
			const [group = 0, telling = 0] = from.split('.').map(Number);
			const place = moved([1, 3, 2], { group, telling }, key);
			assert.equal(place ? `${place.group}.${place.telling}` : 'nowhere', to);
		});
	check('down', '0.0', '1.0');
	check('down', '1.2', '2.1');
	check('down', '2.0', 'nowhere');
	check('up', '0.0', 'nowhere');
	check('forward', '1.0', '1.1');
	check('forward', '1.2', 'nowhere');
	check('back', '1.0', 'nowhere');
	check('last', '0.0', '2.0');
	check('first', '2.1', '0.0');
});

suite('messages of the ledger', () => {
	const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } };
	const check = (message: unknown, isOurs: boolean) =>
		test(`${isOurs ? 'takes' : 'refuses'} ${JSON.stringify(message)}`, () => {
			assert.equal(readFromLedger(message) !== undefined, isOurs);
		});
	check({ type: 'ready' }, true);
	check({ type: 'query', seq: 1, query: { speaker: '', since: '2024-03-01', stance: 'denying' } }, true);
	check({ type: 'query', seq: 1, query: { since: 'yesterday' } }, false);
	check({ type: 'query', seq: 1, query: { below: '..' } }, false);
	check({ type: 'open', uri: 'file:///corpus/a.txt', range, where: 'text' }, true);
	check({ type: 'open', uri: 'file:///corpus/a.txt', range, where: 'shell' }, false);
	check({ type: 'export', format: 'exe', query: {} }, false);
	check({ type: 'toString' }, false);
});

test('the ledger has a word for every type, stance and status, with the same places in both languages', () => {
	const named = [
		...statementTypes.map(name => `type-${name}`),
		...stances.map(name => `stance-${name}`),
		...statuses.map(name => `status-${name}`),
	];
	assert.deepEqual(
		named.filter(key => !Object.hasOwn(ledgerEn, key)),
		[],
	);
	const places = (words: string): readonly string[] => (words.match(/\{\w+\}/g) ?? []).toSorted();
	for (const key of Object.keys(ledgerEn) as (keyof typeof ledgerEn)[]) {
		assert.deepEqual(places(ledgerAr[key]), places(ledgerEn[key]), key);
	}
});
