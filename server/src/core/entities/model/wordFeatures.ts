import type { Token } from '../../text/tokens.ts';
import { wordInfo } from '../wordInfo.ts';
import { factsOf, type WordFacts, type WordTable } from './wordTable.ts';

/** What is known of a word wherever it stands: features by how far it is from the token that is labelled. */
export interface WordFeatures extends PairFacts {
	/** Of the token itself. */
	readonly own: readonly string[];
	/** One away. */
	readonly near: readonly string[];
	/** Two away. */
	readonly far: readonly string[];
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

/** Features of a word with this kind and key. Costs much: remember the answer. */
export function wordFeatures(token: Pick<Token, 'kind' | 'key'>, table: WordTable): WordFeatures {
	const { kind, key } = token;
	if (kind !== 'word') {
		const name = kind === 'number' ? `0${Math.min(key.length, 5)}` : key;
		const list = [`w${name}`, `k${kind}`];
		const cluster = kind === 'number' ? 129 : 130 + marks.indexOf(key) + 1;
		return {
			own: list,
			near: list,
			far: list,
			cluster,
			kind: kind === 'number' ? 250 : 251,
			trigger: kind === 'mark' ? 'break' : undefined,
			listed: false,
		};
	}
	const info = wordInfo(key);
	const facts = factsOf(table, key);
	const stripped = info.readings.filter(reading => reading.skip > 0).map(reading => `s${reading.key}`);
	const affixes = affixesOf(key);
	const rest = info.readings.at(-1)?.key ?? key;
	const classes = classesOf(key);
	const tells = factFeatures(facts);
	const shape = [`l${Math.min(key.length, 9)}`, /[a-z]/.test(key) ? 'latin' : 'arabic'];
	return {
		own: [
			'bias',
			`w${key}`,
			...stripped,
			...affixes,
			...(rest === key ? [] : affixesOf(rest).map(affix => `r${affix}`)),
			...classes,
			...tells.own,
			...shape,
		],
		near: [`w${key}`, ...stripped, ...affixes.filter(affix => affix.length <= 4), ...classes, ...tells.near],
		far: [`w${key}`, ...classes, ...tells.near],
		cluster: facts.coarse < 0 ? 128 : facts.coarse,
		kind: kindOf(key, facts),
		listed: info.entries.length > 0,
		trigger: info.title || info.weakTitle ? 'title' : info.office ? 'office' : breaks.has(key) ? 'break' : undefined,
	};
}

/** p and the first one to four letters, e and the last ones. */
function affixesOf(key: string): string[] {
	const list: string[] = [];
	for (let n = 1; n <= 4 && n < key.length; n++) {
		list.push(`p${key.slice(0, n)}`, `e${key.slice(-n)}`);
	}
	return list;
}

function classesOf(key: string): string[] {
	const info = wordInfo(key);
	const list: string[] = [`n${info.name?.kind ?? '-'}${info.definite ? 'd' : ''}`];
	if (info.whole !== undefined) {
		list.push(`W${info.whole}`);
	}
	const flags: [boolean, string][] = [
		[info.title, 'title'],
		[info.weakTitle, 'weakTitle'],
		[info.office, 'office'],
		[info.speech, 'speech'],
		[info.nationality, 'nationality'],
		[info.adjective, 'adjective'],
		[info.ordinary, 'ordinary'],
	];
	for (const [set, name] of flags) {
		if (set) {
			list.push(name);
		}
	}
	for (const { entry } of info.entries) {
		const name = `G${entry.label}${entry.rest.length > 0 ? '+' : ''}${entry.guarded ? '?' : ''}`;
		if (!list.includes(name)) {
			list.push(name);
		}
	}
	for (const { head } of info.heads) {
		const name = `H${head.label}${head.inside ? 'in' : 'out'}${head.complement}`;
		if (!list.includes(name)) {
			list.push(name);
		}
	}
	return list;
}

function factFeatures({ fine, coarse, rates, places, frequency, listed }: WordFacts): FactFeatures {
	const own = [`N${listed}f${frequency}`];
	const near = [`f${frequency}`, `N${listed}`];
	if (fine >= 0) {
		near.push(`c${fine}`, `C${coarse}`);
	}
	if (frequency > 0) {
		const coarser = rates.map(rate => rate >> 1);
		near.push(`R${coarser.join('')}`);
		for (let i = 0; i < 3; i++) {
			near.push(`r${i}${coarser[i]}`, `o${i}${rates[i]}`, `x${i}${places[i]}`);
			own.push(`r${i}${coarser[i]}f${frequency}`, `o${i}${rates[i]}f${frequency}`, `x${i}${places[i]}f${frequency}`);
		}
	}
	return { own: [...near, ...own], near };
}

/** Of the word itself, and of one beside it. */
interface FactFeatures {
	readonly own: readonly string[];
	readonly near: readonly string[];
}

/** The strongest thing the tables and the news say of a word: names by rate, then triggers, then ordinary words. */
function kindOf(key: string, { rates, frequency }: WordFacts): number {
	const info = wordInfo(key);
	const top = Math.max(...rates);
	const rate = frequency === 0 ? 4 : top < 4 ? 0 : rates.indexOf(top) + 1;
	const trigger = info.title || info.weakTitle ? 1 : info.office ? 2 : info.speech ? 3 : 0;
	const head = info.heads[0] === undefined ? 0 : info.heads[0].head.label === 'ORG' ? 1 : 2;
	const role = trigger > 0 ? trigger : head > 0 ? head + 3 : info.nationality ? 6 : info.definite ? 7 : 0;
	const name = info.name === undefined ? 0 : 'gsta'.includes(info.name.kind) ? 1 : info.name.kind === 'u' ? 2 : 0;
	return rate * 24 + role * 3 + name;
}
