/**
 * Derives server/src/core/lexicon/entities/words.tsv: which words of the news are names of people, and which are ordinary words.
 *
 * Run by hand, where the data is: `node --import ./build/hooks.ts build/lexicon/words.ts ../shared/data`. Counts come from the
 * ANT corpus v2.1 (Chouigui et al. 2017, 2021; words seen at least 8 times), name tokens from Wikidata (CC0) and AKhateeb/arabic-names
 * (MIT). No text enters the table, only words with a class.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
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
		for (const token of tokenize(`${article.title}\n${article.text}`)) {
			const key = token.kind === 'word' ? token.key : undefined;
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

function readHand(): Record<'notNames' | 'ambiguous' | 'particles' | 'titles', ReadonlySet<string>> {
	const table = hand as Record<string, string>;
	const keys = (name: string) => new Set((table[name] ?? '').split(/\s+/).map(matchKey));
	return {
		notNames: keys('notNames'),
		ambiguous: keys('ambiguous'),
		particles: keys('particles'),
		titles: keys('titles'),
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
/** Ambiguous words teach nothing: على is spelled like علي once folded. */
const mute = (key: string) => blocked(key) || lists.ambiguous.has(key);
const names = new Set<string>();
for (const key of [...wikidata.keys(), ...arabic]) {
	const share = (wikidata.get(key) ?? 0) / (seen(key) + 1);
	const n = wikidata.get(key) ?? 0;
	if (!mute(key) && (arabic.has(key) || (n >= 3 && share > 0.05) || (n >= 20 && share > 0.02))) {
		names.add(key);
	}
}
// Names teach their neighbours, twice: a word that mostly follows names is a family name.
for (let round = 0; round < 2; round++) {
	const { after, before } = neighbours(names);
	for (const [key, n] of words) {
		const known = wikidata.has(key) || arabic.has(key);
		if (n >= 5 && !mute(key) && ((after.get(key) ?? 0) / n > 0.35 || (known && (before.get(key) ?? 0) / n > 0.5))) {
			names.add(key);
		}
	}
}
const { after, before } = neighbours(names);
const titled = neighbours(lists.titles).after;

/** g given, s family, t other name token, a both name and ordinary word, c ordinary word. */
function classOf(key: string): string | undefined {
	const n = seen(key);
	if (blocked(key)) {
		return n >= 20 ? 'c' : undefined;
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
		if (evidence > 0.25) {
			return precedes > follows ? 'g' : follows > 0.2 ? 's' : 't';
		}
		return evidence > 0.1 && n < 300 ? 't' : n >= 20 ? (known >= 5 && evidence > 0.05 ? 'a' : 'c') : undefined;
	}
	if (n >= 8 && follows > 0.3 && !hasClitic(key)) {
		return 's';
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

const byClass = new Map<string, string[]>();
for (const key of new Set([...words.keys(), ...wikidata.keys(), ...arabic])) {
	const known = /^[\u0621-\u064a]+$/.test(key) ? classOf(key) : undefined;
	// An ordinary word with a clitic before it is found without it.
	if (known !== undefined && !(known === 'c' && /^[وف]/.test(key) && seen(key.slice(1)) >= 20 && key.length > 4)) {
		byClass.set(known, [...(byClass.get(known) ?? []), key]);
	}
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
