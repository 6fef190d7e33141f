import adjectivesTable from '../lexicon/entities/adjectives.yaml';
import governoratesTable from '../lexicon/entities/governorates.yaml';
import headsTable from '../lexicon/entities/heads.yaml';
import namePartsTable from '../lexicon/entities/nameParts.yaml';
import nationalitiesTable from '../lexicon/entities/nationalities.yaml';
import organisationsTable from '../lexicon/entities/organisations.yaml';
import placesTable from '../lexicon/entities/places.yaml';
import rolesTable from '../lexicon/entities/roles.yaml';
import territoriesTable from '../lexicon/entities/territories.yaml';
import titlesTable from '../lexicon/entities/titles.yaml';
import wordsTable from '../lexicon/entities/words.tsv';
import { readRows, readSections, readWords } from '../lexicon/readTable.ts';
import { matchKey } from '../text/key.ts';
import { buildGazetteer, type GazetteerEntry } from './gazetteer.ts';

/** g given name, s family name, t other name token, a both name and ordinary word, c ordinary word (build/lexicon/words.ts). */
export type WordClass = 'g' | 's' | 't' | 'a' | 'c';

/** What may follow a head: see lexicon/entities/heads.yaml. */
export type Complement = 'proper' | 'definite' | 'adjective' | 'adjoined' | 'chain' | 'press';

export interface Head {
	readonly label: string;
	/** Whether the head belongs to the name. */
	readonly inside: boolean;
	readonly complement: Complement;
}

/** Words inside the names of people: see lexicon/entities/nameParts.yaml. */
export interface NameParts {
	readonly joints: ReadonlySet<string>;
	readonly openers: ReadonlySet<string>;
	readonly seconds: ReadonlySet<string>;
	readonly numbers: ReadonlySet<string>;
	readonly breaks: ReadonlySet<string>;
	readonly prefixes: readonly string[];
	readonly suffixes: readonly string[];
}

/** Names that are a place or a body by what is said of them: see lexicon/entities/roles.yaml. */
export interface Roles {
	readonly seats: ReadonlySet<string>;
	readonly venue: ReadonlySet<string>;
	readonly clubs: ReadonlySet<string>;
	readonly sport: ReadonlySet<string>;
	readonly sportOnly: ReadonlySet<string>;
	readonly clipped: ReadonlySet<string>;
}

/** What the smaller tables say of a word, for one look-up. */
export interface Listing {
	readonly entries: readonly GazetteerEntry[];
	/** A word may head names of several labels; first the ones inside. */
	readonly heads: readonly Head[];
	readonly title: boolean;
	readonly weakTitle: boolean;
	readonly office: boolean;
	readonly speech: boolean;
}

export interface EntityTables {
	/** Names that begin with a word, heads, titles, offices, words of speech. */
	readonly listings: ReadonlyMap<string, Listing>;
	readonly words: ReadonlyMap<string, WordClass>;
	/** Adjectives of origin in every form, with and without article. */
	readonly nationalities: ReadonlySet<string>;
	readonly adjectives: ReadonlySet<string>;
	readonly closing: ReadonlySet<string>;
	/** Words with ل that go on with a body's name. */
	readonly purposes: ReadonlySet<string>;
	readonly roles: Roles;
	/** Places that are adjectives too. */
	readonly adjectivePlaces: ReadonlySet<string>;
	readonly nameParts: NameParts;
}

let tables: EntityTables | undefined;

/** The tables of names, read once, on first use. */
export function entityTables(): EntityTables {
	tables ??= {
		words: readClasses(wordsTable),
		listings: readListings(),
		nationalities: readNationalities(),
		adjectives: keys(adjectivesTable, 'adjectives'),
		closing: keys(adjectivesTable, 'closing'),
		purposes: keys(adjectivesTable, 'purposes'),
		nameParts: {
			joints: keys(namePartsTable, 'joints'),
			openers: keys(namePartsTable, 'openers'),
			seconds: keys(namePartsTable, 'seconds'),
			numbers: keys(namePartsTable, 'numbers'),
			breaks: keys(namePartsTable, 'breaks'),
			prefixes: [...keys(namePartsTable, 'prefixes')],
			suffixes: [...keys(namePartsTable, 'suffixes')],
		},
		adjectivePlaces: keys(placesTable, 'adjectives'),
		roles: {
			seats: names(rolesTable, 'seats'),
			venue: keys(rolesTable, 'venue'),
			clubs: names(rolesTable, 'clubs'),
			sport: keys(rolesTable, 'sport'),
			sportOnly: names(rolesTable, 'sportOnly'),
			clipped: keys(rolesTable, 'clipped'),
		},
	};
	return tables;
}

function readListings(): ReadonlyMap<string, Listing> {
	const gazetteer = buildGazetteer([
		source('LOC', placesTable, [placesTable, territoriesTable, governoratesTable]),
		source('ORG', organisationsTable, [organisationsTable]),
	]);
	const heads = readHeads();
	const [titles, weakTitles, offices, speech] = ['titles', 'weakTitles', 'offices', 'speech'].map(section =>
		keys(titlesTable, section),
	);
	const listings = new Map<string, Listing>();
	for (const list of [gazetteer, heads, titles, weakTitles, offices, speech]) {
		for (const key of list?.keys() ?? []) {
			listings.set(key, {
				entries: gazetteer.get(key) ?? [],
				heads: heads.get(key) ?? [],
				title: titles?.has(key) === true,
				weakTitle: weakTitles?.has(key) === true,
				office: offices?.has(key) === true,
				speech: speech?.has(key) === true,
			});
		}
	}
	return listings;
}

function keys(table: unknown, section: string): ReadonlySet<string> {
	return new Set(readWords(table, section).map(matchKey));
}

function names(table: unknown, section: string): ReadonlySet<string> {
	return new Set(readRows(table, section).flat().map(matchKey));
}

function source(label: 'LOC' | 'ORG', guards: unknown, from: readonly unknown[]) {
	const rows = from.flatMap(table =>
		readSections(table)
			.filter(section => section !== 'guarded' && section !== 'adjectives')
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
