import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { suite, test } from 'node:test';
import { dateTables } from '../../../server/src/core/entities/dateTables.ts';
import { evidenceWording } from '../../../server/src/core/entities/evidence.ts';
import { entityTables } from '../../../server/src/core/entities/tables.ts';
import adjectives from '../../../server/src/core/lexicon/entities/adjectives.yaml';
import evidence from '../../../server/src/core/lexicon/entities/evidence.yaml';
import governorates from '../../../server/src/core/lexicon/entities/governorates.yaml';
import heads from '../../../server/src/core/lexicon/entities/heads.yaml';
import organisations from '../../../server/src/core/lexicon/entities/organisations.yaml';
import places from '../../../server/src/core/lexicon/entities/places.yaml';
import roles from '../../../server/src/core/lexicon/entities/roles.yaml';
import territories from '../../../server/src/core/lexicon/entities/territories.yaml';
import titles from '../../../server/src/core/lexicon/entities/titles.yaml';
import words from '../../../server/src/core/lexicon/entities/words.tsv';
import { readRows, readSections, readWords } from '../../../server/src/core/lexicon/readTable.ts';
import { matchKey } from '../../../server/src/core/text/key.ts';

const folder = 'server/src/core/lexicon/entities';
const labels = ['PER', 'LOC', 'ORG', 'DATE', 'MISC'];
const notRows = ['guarded', 'adjectives'];

function repeated(items: readonly string[]): string[] {
	const seen = new Set<string>();
	return items.filter(item => seen.has(item) || !seen.add(item));
}

function spellings(table: unknown): string[] {
	return readSections(table)
		.filter(section => !notRows.includes(section))
		.flatMap(section => readRows(table, section).flat());
}

suite('tables of names', () => {
	test('give every row spellings that fold to something', () => {
		for (const table of [places, territories, governorates, organisations]) {
			assert.ok(spellings(table).length > 100);
			assert.deepEqual(
				spellings(table).filter(name => matchKey(name) === ''),
				[],
			);
		}
	});

	test('name nothing twice', () => {
		for (const table of [places, territories, governorates, organisations]) {
			assert.deepEqual(repeated(spellings(table)), []);
		}
	});

	test('guard only names they have', () => {
		const known = (tables: readonly unknown[]) => new Set(tables.flatMap(spellings).map(matchKey));
		const all = { places: known([places, territories, governorates]), bodies: known([organisations]) };
		assert.deepEqual(
			readWords(places, 'guarded').filter(name => !all.places.has(matchKey(name))),
			[],
		);
		assert.deepEqual(
			readWords(organisations, 'guarded').filter(name => !all.bodies.has(matchKey(name))),
			[],
		);
	});

	test('give roles to names they have', () => {
		const { listings } = entityTables();
		for (const section of ['seats', 'clubs', 'sportOnly']) {
			for (const name of readRows(roles, section).flat()) {
				assert.ok((listings.get(matchKey(name).split(' ')[0] ?? '')?.entries.length ?? 0) > 0, name);
			}
		}
	});

	test('head names of known labels only, each word once a place', () => {
		assert.deepEqual(
			readSections(heads).filter(label => !labels.includes(label)),
			[],
		);
		for (const label of readSections(heads)) {
			const all = ['in', 'out'].flatMap(place =>
				readSections(heads, label, place).flatMap(complement => readWords(heads, label, place, complement)),
			);
			assert.deepEqual(repeated(all), []);
		}
	});

	test('class words once, by their keys', () => {
		const lines = words.trimEnd().split('\n');
		assert.deepEqual(
			lines.filter(line => !/^[gstac]\t[^\t]+$/.test(line)),
			[],
		);
		const all = lines.flatMap(line => line.slice(2).split(' '));
		assert.deepEqual(repeated(all), []);
		assert.deepEqual(
			all.filter(word => matchKey(word) !== word),
			[],
		);
	});

	test('have every title once', () => {
		const all = ['titles', 'weakTitles'].flatMap(section => readWords(titles, section).map(matchKey));
		assert.deepEqual(repeated(all), []);
		assert.deepEqual(repeated(readWords(adjectives, 'adjectives')), []);
	});

	test('have twelve months in either calendar and seven days', () => {
		const months = [...dateTables().months.values()].flat();
		for (const calendar of ['gregorian', 'hijri']) {
			assert.equal(new Set(months.filter(month => month.calendar === calendar).map(month => month.number)).size, 12);
		}
		assert.equal(new Set([...dateTables().weekdays.values()].map(weekday => weekday.day)).size, 7);
	});

	test('word all evidence in both languages, with a score of two decimals', () => {
		for (const code of readSections(evidence)) {
			const { score, en, ar } = evidenceWording(code) ?? { score: 0, en: '', ar: '' };
			assert.ok(score > 0 && score < 1 && Number.isInteger(Math.round(score * 1e6) / 1e4), code);
			assert.ok(en !== code && ar !== code, code);
		}
	});

	test('know all evidence the rules give', () => {
		const source = readdirSync('server/src/core/entities', { recursive: true, encoding: 'utf8' })
			.filter(name => name.endsWith('.ts'))
			.map(name => readFileSync(`server/src/core/entities/${name}`, 'utf8'))
			.join('\n');
		const unused = readSections(evidence).filter(code => !source.includes(`'${code}'`));
		assert.deepEqual(unused, []);
	});

	test('stay small', () => {
		const size = readdirSync(folder).reduce((sum, name) => sum + statSync(`${folder}/${name}`).size, 0);
		assert.ok(size < 3_000_000, `${size}`);
	});
});
