/**
 * Writes server/src/core/lexicon/entities/territories.yaml from CLDR (npm cldr-localenames-full, cldr-dates-full; licence Unicode-3.0): countries and
 * parts of the world, and the cities that time zones are named after. Run: `node --import ./build/hooks.ts build/lexicon/territories.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { matchKey } from '../../server/src/core/text/key.ts';

/** Not places, or no names: the world, unions, currency areas, test locales, the unknown. */
const skipped = new Set(['001', 'EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'CQ', 'QO', '419', 'UM']);

type Json = { readonly [key: string]: Json | string };

function read(path: string): Json {
	return JSON.parse(readFileSync(`node_modules/${path}`, 'utf8')) as Json;
}

function at(json: Json, ...path: readonly string[]): Json {
	return path.reduce((value, key) => value[key] as Json, json);
}

/** "ميانمار (بورما)" is two spellings; notes in brackets are none. */
function spellings(name: string): string[] {
	const bracket = /^(.*?) ?\((.*)\)$/.exec(name);
	const all = bracket ? [bracket[1] ?? '', bracket[2] ?? ''] : [name];
	return all
		.map(one => one.trim())
		.filter(one => one !== '' && !/منطقة إدارية|^مدينة غير/.test(one) && !one.includes('،'));
}

const countries = new Map<string, string[]>();
for (const locale of ['ar', 'ar-SA', 'ar-EG', 'ar-LY', 'ar-MA']) {
	const names = at(
		read(`cldr-localenames-full/main/${locale}/territories.json`),
		'main',
		locale,
		'localeDisplayNames',
		'territories',
	);
	for (const [id, name] of Object.entries(names)) {
		const code = id.split('-')[0] ?? id;
		if (!skipped.has(code) && typeof name === 'string') {
			countries.set(code, [...(countries.get(code) ?? []), ...spellings(name)]);
		}
	}
}

const cities: string[][] = [];
function collect(zones: Json): void {
	for (const value of Object.values(zones)) {
		if (typeof value === 'string') {
			continue;
		}
		const city = value['exemplarCity'];
		if (typeof city === 'string') {
			cities.push(spellings(city));
		} else {
			collect(value);
		}
	}
}
collect(at(read('cldr-dates-full/main/ar/timeZoneNames.json'), 'main', 'ar', 'dates', 'timeZoneNames', 'zone'));

const known = new Set<string>();
function rows(groups: Iterable<readonly string[]>): string[] {
	const result: string[] = [];
	for (const group of groups) {
		const fresh = group.filter(name => !known.has(matchKey(name)) && known.add(matchKey(name)));
		if (fresh.length > 0) {
			result.push(`  - ${fresh.join(' | ')}`);
		}
	}
	return result;
}

const lines = [
	'# Written by build/lexicon/territories.ts from Unicode CLDR 48.2 (licence Unicode-3.0); correct names in places.yaml, not here.',
	'# A row is one place: spellings of one name, separated by |.',
	'countries:',
	...rows(countries.values()),
	'cities:',
	...rows(cities),
];
writeFileSync('server/src/core/lexicon/entities/territories.yaml', `${lines.join('\n')}\n`);

const governorates = process.argv[2];
if (governorates !== undefined) {
	const names = readFileSync(`${governorates}/names/arab_governorates.tsv`, 'utf8')
		.split('\n')
		.map(line => line.split('\t')[2] ?? '')
		.filter(name => name !== '');
	known.clear();
	const head =
		'# First-level units of twelve Arab countries, from countries-cities-ar (MIT), by build/lexicon/territories.ts. Corrections: places.yaml.\ngovernorates:\n';
	writeFileSync(
		'server/src/core/lexicon/entities/governorates.yaml',
		`${head}${rows(names.map(name => [name])).join('\n')}\n`,
	);
}
