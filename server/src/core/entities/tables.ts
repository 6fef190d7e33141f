import adjectivesTable from '../lexicon/entities/adjectives.yaml';
import governoratesTable from '../lexicon/entities/governorates.yaml';
import headsTable from '../lexicon/entities/heads.yaml';
import nationalitiesTable from '../lexicon/entities/nationalities.yaml';
import organisationsTable from '../lexicon/entities/organisations.yaml';
import placesTable from '../lexicon/entities/places.yaml';
import territoriesTable from '../lexicon/entities/territories.yaml';
import titlesTable from '../lexicon/entities/titles.yaml';
import wordsTable from '../lexicon/entities/words.tsv';
import { readRows, readSections, readWords } from '../lexicon/readTable.ts';
import { matchKey } from '../text/key.ts';
import { buildGazetteer, type Gazetteer } from './gazetteer.ts';

/** g given name, s family name, t other name token, a both name and ordinary word, c ordinary word (build/lexicon/words.ts). */
export type WordClass = 'g' | 's' | 't' | 'a' | 'c';

/** What may follow a head: see lexicon/entities/heads.yaml. */
export type Complement = 'proper' | 'definite' | 'adjective' | 'chain' | 'press';

export interface Head {
	readonly label: string;
	/** Whether the head belongs to the name. */
	readonly inside: boolean;
	readonly complement: Complement;
}

export interface EntityTables {
	readonly words: ReadonlyMap<string, WordClass>;
	readonly gazetteer: Gazetteer;
	/** A word may head names of several labels; first the ones inside. */
	readonly heads: ReadonlyMap<string, readonly Head[]>;
	readonly titles: ReadonlySet<string>;
	readonly offices: ReadonlySet<string>;
	readonly speech: ReadonlySet<string>;
	/** Adjectives of origin in every form, with and without article. */
	readonly nationalities: ReadonlySet<string>;
	readonly adjectives: ReadonlySet<string>;
	readonly closing: ReadonlySet<string>;
}

let tables: EntityTables | undefined;

/** The tables of names, read once, on first use. */
export function entityTables(): EntityTables {
	tables ??= {
		words: readClasses(wordsTable),
		gazetteer: buildGazetteer([
			source('LOC', placesTable, [placesTable, territoriesTable, governoratesTable]),
			source('ORG', organisationsTable, [organisationsTable]),
		]),
		heads: readHeads(),
		titles: keys(titlesTable, 'titles'),
		offices: keys(titlesTable, 'offices'),
		speech: keys(titlesTable, 'speech'),
		nationalities: readNationalities(),
		adjectives: keys(adjectivesTable, 'adjectives'),
		closing: keys(adjectivesTable, 'closing'),
	};
	return tables;
}

function keys(table: unknown, section: string): ReadonlySet<string> {
	return new Set(readWords(table, section).map(matchKey));
}

function source(label: 'LOC' | 'ORG', guards: unknown, from: readonly unknown[]) {
	const rows = from.flatMap(table =>
		readSections(table)
			.filter(section => section !== 'guarded')
			.flatMap(section => readRows(table, section)),
	);
	return { label, rows, guarded: keys(guards, 'guarded') };
}

/** Lines "class<TAB>word word word"; the words are match keys already. */
function readClasses(text: string): ReadonlyMap<string, WordClass> {
	const words = new Map<string, WordClass>();
	for (const line of text.split('\n')) {
		const name = line.charAt(0);
		if (name === 'g' || name === 's' || name === 't' || name === 'a' || name === 'c') {
			for (const word of line.slice(2).split(' ')) {
				words.set(word, name);
			}
		}
	}
	return words;
}

function readHeads(): ReadonlyMap<string, readonly Head[]> {
	const heads = new Map<string, Head[]>();
	for (const place of ['in', 'out'] as const) {
		for (const label of readSections(headsTable)) {
			for (const complement of readSections(headsTable, label, place) as readonly Complement[]) {
				for (const word of readWords(headsTable, label, place, complement)) {
					const key = matchKey(word);
					heads.set(key, [...(heads.get(key) ?? []), { label, inside: place === 'in', complement }]);
				}
			}
		}
	}
	return heads;
}

function readNationalities(): ReadonlySet<string> {
	const all = new Set<string>();
	for (const stem of keys(nationalitiesTable, 'adjectives')) {
		for (const ending of ['', 'ه', 'ين', 'ون', 'ان', 'تين']) {
			all.add(stem + ending);
			all.add(`ال${stem}${ending}`);
		}
	}
	return all;
}
