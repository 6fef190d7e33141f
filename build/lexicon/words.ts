/**
 * Derives server/src/core/lexicon/entities/words.tsv: which words of the news are names of people, and which are ordinary words.
 *
 * Run by hand, where the data is: `node --import ./build/hooks.ts build/lexicon/words.ts ../shared/data`. Counts come from the
 * ANT corpus v2.1 (Chouigui et al. 2017, 2021; words seen at least 8 times), name tokens from Wikidata (CC0) and AKhateeb/arabic-names
 * (MIT). No text enters the table, only words with a class.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import nationalities from '../../server/src/core/lexicon/entities/nationalities.yaml';
import { readWords } from '../../server/src/core/lexicon/readTable.ts';
import { matchKey } from '../../server/src/core/text/key.ts';
import { tokenize } from '../../server/src/core/text/tokens.ts';
import hand from './words.yaml';

const data = process.argv[2] ?? '../shared/data';
const target = 'server/src/core/lexicon/entities/words.tsv';

interface Counts {
	readonly words: ReadonlyMap<string, number>;
	/** Times a word follows, or precedes, a word of the set. */
	neighbours(names: ReadonlySet<string>): {
		readonly after: ReadonlyMap<string, number>;
		readonly before: ReadonlyMap<string, number>;
	};
}

function count(): Counts {
	const words = new Map<string, number>();
	const pairs = new Map<string, number>();
	for (const line of gunzipSync(readFileSync(`${data}/news/ant-2018.jsonl.gz`))
		.toString('utf8')
		.split('\n')) {
		if (line === '') {
			continue;
		}
		const article = JSON.parse(line) as { readonly title: string; readonly text: string };
		let before: string | undefined;
		const text = `${article.title}\n${article.text}`;
		for (const token of tokenize(text)) {
			// على and علي have one key, and only the second is a name.
			const key =
				token.kind === 'word' && !(token.key === 'علي' && text[token.end - 1] === 'ى') ? token.key : undefined;
			if (key !== undefined) {
				words.set(key, (words.get(key) ?? 0) + 1);
				if (before !== undefined) {
					const pair = `${before} ${key}`;
					pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
				}
			}
			before = key;
		}
	}
	const frequent = [...pairs]
		.filter(([, n]) => n >= 3)
		.map(([pair, n]) => [...pair.split(' '), n] as [string, string, number]);
	return {
		words,
		neighbours: names => {
			const after = new Map<string, number>();
			const before = new Map<string, number>();
			for (const [first, second, n] of frequent) {
				if (names.has(first)) {
					after.set(second, (after.get(second) ?? 0) + n);
				}
				if (names.has(second)) {
					before.set(first, (before.get(first) ?? 0) + n);
				}
			}
			return { after, before };
		},
	};
}

function lines(path: string): string[] {
	return readFileSync(`${data}/names/${path}`, 'utf8')
		.split('\n')
		.filter(line => line !== '');
}

function readHand() {
	const keys = (name: string) => new Set(readWords(hand, name).map(matchKey));
	return {
		notNames: keys('notNames'),
		ambiguous: keys('ambiguous'),
		mute: keys('mute'),
		particles: keys('particles'),
		titles: keys('titles'),
		families: keys('families'),
	};
}

const lists = readHand();
const { words, neighbours } = count();
const wikidata = new Map<string, number>();
for (const line of lines('wikidata-person-tokens.tsv')) {
	const [word = '', n = '0'] = line.split('\t');
	const key = matchKey(word);
	wikidata.set(key, (wikidata.get(key) ?? 0) + Number(n));
}
const arabic = new Set(
	[...lines('arabic-first-names.txt'), ...lines('arabic-family-names.txt')]
		.map(matchKey)
		.filter(key => !key.includes(' ')),
);

const seen = (key: string) => words.get(key) ?? 0;
const blocked = (key: string) => key.length < 3 || lists.notNames.has(key) || lists.particles.has(key);
/** Names that are ordinary words more often than not teach nothing. */
const mute = (key: string) => blocked(key) || lists.mute.has(key);
// What follows بن is a name, whatever it is.
const names = new Set<string>(['بن']);
for (const key of [...wikidata.keys(), ...arabic]) {
	const share = (wikidata.get(key) ?? 0) / (seen(key) + 1);
	const n = wikidata.get(key) ?? 0;
	if (!mute(key) && (arabic.has(key) || (n >= 3 && share > 0.05) || (n >= 20 && share > 0.02))) {
		names.add(key);
	}
}
// Names teach their neighbours, twice: a word that mostly follows names is a family name.
const titled = neighbours(new Set([...lists.titles, ...origins()])).after;
for (let round = 0; round < 3; round++) {
	const { after, before } = neighbours(names);
	for (const [key, n] of words) {
		const known = wikidata.has(key) || arabic.has(key);
		if (
			n >= 5 &&
			!mute(key) &&
			((after.get(key) ?? 0) / n > 0.35 || isTitled(key) || (known && (before.get(key) ?? 0) / n > 0.5))
		) {
			names.add(key);
		}
	}
}
const { after, before } = neighbours(names);

/** The Israeli Binyamin: adjectives of origin stand before names as titles do. */
function origins(): string[] {
	return readWords(nationalities, 'adjectives').flatMap(word => [`ال${matchKey(word)}`, `ال${matchKey(word)}ه`]);
}

function isTitled(key: string): boolean {
	return seen(key) >= 10 && !key.startsWith('ال') && !hasClitic(key) && (titled.get(key) ?? 0) / seen(key) > 0.3;
}

/** g given, s family, t other name token, a both name and ordinary word, c ordinary word. */
function classOf(key: string): string | undefined {
	const n = seen(key);
	if (lists.families.has(key)) {
		return 's';
	}
	if (blocked(key)) {
		return n >= 20 ? 'c' : undefined;
	}
	if (key.length > 6 && key.startsWith('عبدال')) {
		return 'g';
	}
	const follows = (after.get(key) ?? 0) / (n + 1);
	const precedes = (before.get(key) ?? 0) / (n + 1);
	const share = (wikidata.get(key) ?? 0) / (n + 1);
	const evidence = follows + precedes + share + (titled.get(key) ?? 0) / (n + 1);
	if (lists.ambiguous.has(key)) {
		return 'a';
	}
	if (arabic.has(key)) {
		return n < 60 || evidence > 0.1 ? 'g' : 'a';
	}
	const known = wikidata.get(key) ?? 0;
	if (known >= 2) {
		if (n < 8) {
			return known >= 3 ? 't' : undefined;
		}
		if (evidence > 0.25 || isTitled(key)) {
			return precedes > follows ? 'g' : follows > 0.2 ? 's' : 't';
		}
		return evidence > 0.1 && n < 300 ? 't' : n >= 20 ? (known >= 5 && evidence > 0.05 ? 'a' : 'c') : undefined;
	}
	if (n >= 8 && (follows > 0.3 || isTitled(key)) && !hasClitic(key)) {
		return precedes > follows ? 'g' : 's';
	}
	// Seen after names now and then: a name only beside others.
	const telling = key.startsWith('ال') ? (key.endsWith('ي') ? 0.1 : 0.2) : 0.18;
	if (n >= 8 && n < 400 && follows > telling && !hasClitic(key)) {
		return 't';
	}
	return n >= 20 ? 'c' : undefined;
}

/** وترامب is و and a name; readers of the table strip clitics themselves. */
function hasClitic(key: string): boolean {
	return (
		/^[وفبلك]/.test(key) &&
		(names.has(key.slice(1)) ||
			seen(key.slice(1)) > seen(key) ||
			key.startsWith('لل') ||
			key.startsWith('وال') ||
			key.startsWith('بال'))
	);
}

const classes = new Map<string, string>();
for (const key of new Set([...words.keys(), ...wikidata.keys(), ...arabic, ...lists.families])) {
	const known = /^[\u0621-\u064a]+$/.test(key) ? classOf(key) : undefined;
	if (known !== undefined) {
		classes.set(key, known);
	}
}
const byClass = new Map<string, string[]>();
for (const [key, known] of classes) {
	if (known !== 'c' || !isTakenApart(key)) {
		byClass.set(known, [...(byClass.get(known) ?? []), key]);
	}
}

/** An ordinary word that is a clitic and another ordinary word, or a clitic and a name that is more frequent, needs no row. */
function isTakenApart(key: string): boolean {
	const rest = key.slice(1);
	if (
		/^[وف]/.test(key) &&
		key.length > 4 &&
		seen(rest) >= 20 &&
		(classes.get(rest) === 'c' || seen(rest) > seen(key))
	) {
		return true;
	}
	const known = classes.get(rest);
	return /^[وفبلك]/.test(key) && rest.length >= 4 && (known === 'g' || known === 's') && seen(rest) > seen(key);
}

const rows: string[] = [];
for (const [name, keys] of [...byClass].sort(([a], [b]) => (a < b ? -1 : 1))) {
	const byLetter = new Map<string, string[]>();
	for (const key of keys.sort()) {
		const letters = key.slice(0, 2);
		byLetter.set(letters, [...(byLetter.get(letters) ?? []), key]);
	}
	for (const row of byLetter.values()) {
		rows.push(`${name}\t${row.join(' ')}`);
	}
}
writeFileSync(target, `${rows.join('\n')}\n`);
for (const [name, keys] of byClass) {
	process.stderr.write(`${name}: ${keys.length}\n`);
}
