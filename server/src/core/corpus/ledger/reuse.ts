import { align } from './align.ts';

/**
 * When two statements are one, told twice. At least `words` words in the same order, which are `ofShorter` of the shorter one and
 * `ofLonger` of the longer: the first keeps common phrases out ("in the United States"), the second lets outlets reword a third, the
 * third keeps a telling that holds two statements from making them one.
 */
const thresholds = { words: 4, ofShorter: 0.6, ofLonger: 0.5 } as const;

/** Words of a shingle, and how many shingles two statements must share to be compared at all. */
const shingle = 3;
const shared = 2;
/** Of a shingle in more statements than this, only neighbours are compared: equal ones still come together, one by one. */
const crowd = 12;
const mostStatements = 2 ** 21;

/**
 * Groups of statements that tell the same: for each, the number of the first one of its group. Statements are runs of word
 * numbers (see `Stems`). Shingles find pairs worth comparing, alignment decides. Near linear, since most shingles stand once.
 */
export function reuseGroups(statements: readonly ArrayLike<number>[]): Uint32Array {
	const groups = Uint32Array.from(statements, (_, index) => index);
	const root = (index: number): number => {
		let at = index;
		while (groups[at] !== at) {
			groups[at] = groups[groups[at] ?? 0] ?? 0;
			at = groups[at] ?? 0;
		}
		return at;
	};
	for (const [a, b] of candidates(statements.slice(0, mostStatements))) {
		const [left, right] = [root(a), root(b)];
		if (left !== right && tellsTheSame(statements[a] ?? [], statements[b] ?? [])) {
			groups[Math.max(left, right)] = Math.min(left, right);
		}
	}
	return groups.map((_, index) => root(index));
}

export function tellsTheSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
	const [shorter, longer] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
	const { words, ofShorter, ofLonger } = thresholds;
	const least = Math.max(words, shorter * ofShorter, longer * ofLonger);
	return shorter >= least && align(a, b).length >= least;
}

/** Pairs of statements that share enough shingles, the lower number first, in rising order. */
function* candidates(statements: readonly ArrayLike<number>[]): Generator<readonly [number, number]> {
	const places = shinglePlaces(statements);
	const pairs: number[] = [];
	for (let from = 0; from < places.length; ) {
		const hash = hashOf(places[from] ?? 0);
		let to = from + 1;
		while (to < places.length && hashOf(places[to] ?? 0) === hash) to += 1;
		const reach = to - from > crowd ? 1 : crowd;
		for (let i = from; i < to; i++) {
			for (let j = i + 1; j < to && j <= i + reach; j++) {
				const [a, b] = [statementOf(places[i] ?? 0), statementOf(places[j] ?? 0)];
				if (a !== b) pairs.push(a * mostStatements + b);
			}
		}
		from = to;
	}
	const sorted = Float64Array.from(pairs).sort();
	for (let from = 0; from < sorted.length; ) {
		const pair = sorted[from] ?? 0;
		let to = from + 1;
		while (to < sorted.length && sorted[to] === pair) to += 1;
		if (to - from >= shared) {
			yield [Math.floor(pair / mostStatements), pair % mostStatements];
		}
		from = to;
	}
}

/** Every shingle's hash with its statement in one number, sorted: a hash of 32 bits before a number of 21. */
function shinglePlaces(statements: readonly ArrayLike<number>[]): Float64Array {
	const count = statements.reduce((sum, words) => sum + Math.max(0, words.length - shingle + 1), 0);
	const places = new Float64Array(count);
	let next = 0;
	for (const [index, words] of statements.entries()) {
		for (let at = 0; at + shingle <= words.length; at++) {
			let hash = 0x811c9dc5;
			for (let k = 0; k < shingle; k++) {
				hash = Math.imul(hash ^ (words[at + k] ?? 0), 0x9e3779b1);
				hash ^= hash >>> 15;
			}
			places[next] = (hash >>> 0) * mostStatements + index;
			next += 1;
		}
	}
	return places.sort();
}

function hashOf(place: number): number {
	return Math.floor(place / mostStatements);
}

function statementOf(place: number): number {
	return place % mostStatements;
}
