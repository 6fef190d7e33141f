import type { Token } from '../../text/tokens.ts';
import { formInfo, type WordInfo } from '../wordInfo.ts';
import { factsOfReadings, type WordFacts, type WordTable } from './wordTable.ts';

/**
 * Takes the features of a word, each for the tokens up to `to` away from it: 0 for the word's own token alone, 2 at most. A feature is a
 * string by name; whoever only needs its hash (`hashOfPart`) makes no string.
 */
export interface FeatureSink {
	/** The feature named by a prefix and a part of a word, in code units. */
	letters(prefix: string, word: string, start: number, end: number, to: number): void;
	/** Features that all words with this value of the trait share. */
	shared(trait: Trait, value: number, to: number): void;
}

/** Something that many words have in common. */
export interface Trait {
	/** Below 16, another for each trait. */
	readonly number: number;
	/** The features of words with a value, a whole number below 2 ** 26. */
	features(value: number): readonly string[];
}

/** What features of more than one word are made of. */
export interface PairFacts {
	/** Coarse cluster from 0, 128 unknown word, 129 number, 130 and up marks. */
	readonly cluster: number;
	/** What the tables take it for, as a small number. */
	readonly kind: number;
	/** What it tells of the words behind it. */
	readonly trigger: Trigger;
	/** Whether a name of the tables begins with it. */
	readonly listed: boolean;
}

/** title and office announce a person, break ends their reach. */
export type Trigger = 'title' | 'office' | 'break' | undefined;

const breaks = new Set(
	'من في الي علي عن مع بعد قبل ان او ثم لا لم لن قد كان هو هي بين حول ضد خلال عبر منذ حتي عند'.split(' '),
);
const marks = ['.', '،', ':', '"', '(', ')', '«', '»', '-', '/', '؟', '!', '؛', ','];

/** Gives the features of a word to a sink. This is what the model is trained on and what it tags by. */
export function wordFeatures(
	token: Pick<Token, 'kind' | 'key' | 'form'>,
	table: WordTable,
	sink: FeatureSink,
): PairFacts {
	const { kind, key } = token;
	if (kind !== 'word') {
		named(sink, `w${kind === 'number' ? `0${Math.min(key.length, 5)}` : key}`, 2);
		named(sink, `k${kind}`, 2);
		return {
			cluster: kind === 'number' ? 129 : 130 + marks.indexOf(key) + 1,
			kind: kind === 'number' ? 250 : 251,
			trigger: kind === 'mark' ? 'break' : undefined,
			listed: false,
		};
	}
	const info = formInfo(token.form);
	const facts = factsOfReadings(table, info.readings);
	named(sink, 'bias', 0);
	sink.letters('w', key, 0, key.length, 2);
	for (const reading of info.readings) {
		if (reading.skip > 0) {
			sink.letters('s', reading.key, 0, reading.key.length, 1);
		}
	}
	affixes(sink, 'p', 'e', key, 1);
	const rest = info.readings.at(-1)?.key ?? key;
	if (rest !== key) {
		affixes(sink, 'rp', 're', rest, 0);
	}
	classes(sink, info);
	factFeatures(sink, facts);
	sink.shared(size, Math.min(key.length, 9) * 2 + (/[a-z]/.test(key) ? 1 : 0), 0);
	return {
		cluster: facts.coarse < 0 ? 128 : facts.coarse,
		kind: kindOf(info, facts),
		listed: info.entries.length > 0,
		trigger: info.title || info.weakTitle ? 'title' : info.office ? 'office' : breaks.has(key) ? 'break' : undefined,
	};
}

/** The feature of a place where there is no word. */
export function edgeFeatures(sink: FeatureSink): void {
	named(sink, 'edge', 2);
}

function named(sink: FeatureSink, feature: string, to: number): void {
	sink.letters('', feature, 0, feature.length, to);
}

/** The first and the last one to four letters; four only for the word's own token. */
function affixes(sink: FeatureSink, first: string, last: string, key: string, to: number): void {
	for (let n = 1; n <= 4 && n < key.length; n++) {
		sink.letters(first, key, 0, n, n < 4 ? to : 0);
		sink.letters(last, key, key.length - n, key.length, n < 4 ? to : 0);
	}
}

/** Length and script. */
const size: Trait = {
	number: 0,
	features: value => [`l${value >> 1}`, value % 2 === 1 ? 'latin' : 'arabic'],
};

const flags = ['title', 'weakTitle', 'office', 'speech', 'nationality', 'adjective', 'ordinary'] as const;

/** The class under which a word is a name and as a whole, each by its letter in seven bits; the article; then what `flags` names. */
const wordClass: Trait = {
	number: 1,
	features: value => {
		const whole = (value >> 7) & 127;
		return [
			`n${String.fromCharCode(value & 127)}${(value >> 14) & 1 ? 'd' : ''}`,
			...(whole === 0 ? [] : [`W${String.fromCharCode(whole)}`]),
			...flags.filter((_, n) => (value >> (15 + n)) & 1),
		];
	},
};

function classes(sink: FeatureSink, info: WordInfo): void {
	let value = (info.name?.kind ?? '-').charCodeAt(0) | ((info.whole ?? '\0').charCodeAt(0) << 7);
	value |= info.definite ? 1 << 14 : 0;
	for (let n = 0; n < flags.length; n++) {
		value |= info[flags[n] ?? 'title'] ? 1 << (15 + n) : 0;
	}
	sink.shared(wordClass, value, 2);
	if (info.entries.length + info.heads.length > 0) {
		const entries = info.entries.map(
			({ entry }) => `G${entry.label}${entry.rest.length > 0 ? '+' : ''}${entry.guarded ? '?' : ''}`,
		);
		const heads = info.heads.map(({ head }) => `H${head.label}${head.inside ? 'in' : 'out'}${head.complement}`);
		for (const feature of new Set([...entries, ...heads])) {
			named(sink, feature, 2);
		}
	}
}

/** Frequency in three bits, then how often lists of names have the word. */
const lists: Trait = { number: 2, features: value => [`f${value & 7}`, `N${value >> 3}`] };

/** Coarse cluster in eight bits, then the fine one. */
const cluster: Trait = { number: 3, features: value => [`c${value >> 8}`, `C${value & 255}`] };

/** The three coarser rates, three bits each. */
const rateTriple: Trait = { number: 4, features: value => [`R${value & 7}${(value >> 3) & 7}${value >> 6}`] };

/** For a person, a place, a body: rate, then that of its places, four bits each. */
const ratesBy: readonly Trait[] = [0, 1, 2].map(i => ({
	number: 5 + i,
	features: value => [`r${i}${(value & 15) >> 1}`, `o${i}${value & 15}`, `x${i}${value >> 4}`],
}));

/** As `lists`, both at once. */
const listsTogether: Trait = { number: 8, features: value => [`N${value >> 3}f${value & 7}`] };

/** As `ratesBy`, with the frequency behind in three bits. */
const ratesByFrequency: readonly Trait[] = ratesBy.map((trait, i) => ({
	number: 9 + i,
	features: value => trait.features(value & 255).map(feature => `${feature}f${value >> 8}`),
}));

/** What the news say of a word, for the tokens around it; then for its own token, by frequency. */
function factFeatures(sink: FeatureSink, { fine, coarse, rates, places, frequency, listed }: WordFacts): void {
	sink.shared(lists, frequency | (listed << 3), 2);
	if (fine >= 0) {
		sink.shared(cluster, coarse | (fine << 8), 2);
	}
	const seen = frequency > 0 ? 3 : 0;
	if (seen > 0) {
		sink.shared(rateTriple, (rates[0] >> 1) | ((rates[1] >> 1) << 3) | ((rates[2] >> 1) << 6), 2);
	}
	for (let i = 0; i < seen; i++) {
		sink.shared(ratesBy[i] as Trait, (rates[i] as number) | ((places[i] as number) << 4), 2);
	}
	sink.shared(listsTogether, frequency | (listed << 3), 0);
	for (let i = 0; i < seen; i++) {
		const value = (rates[i] as number) | ((places[i] as number) << 4) | (frequency << 8);
		sink.shared(ratesByFrequency[i] as Trait, value, 0);
	}
}

/** The strongest thing the tables and the news say of a word: names by rate, then triggers, then ordinary words. */
function kindOf(info: WordInfo, { rates, frequency }: WordFacts): number {
	const top = Math.max(...rates);
	const rate = frequency === 0 ? 4 : top < 4 ? 0 : rates.indexOf(top) + 1;
	const trigger = info.title || info.weakTitle ? 1 : info.office ? 2 : info.speech ? 3 : 0;
	const head = info.heads[0] === undefined ? 0 : info.heads[0].head.label === 'ORG' ? 1 : 2;
	const role = trigger > 0 ? trigger : head > 0 ? head + 3 : info.nationality ? 6 : info.definite ? 7 : 0;
	const name = info.name === undefined ? 0 : 'gsta'.includes(info.name.kind) ? 1 : info.name.kind === 'u' ? 2 : 0;
	return rate * 24 + role * 3 + name;
}
