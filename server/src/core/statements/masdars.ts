import table from '../lexicon/statements/masdars.yaml';
import { keysOf } from './lexicon/wordLists.ts';
import type { Reading, Unit } from './reading.ts';

const listed = keysOf(table, 'listed');
const not = keysOf(table, 'not');

const carriers = keysOf(table, 'carriers');
/** How far before its verbal noun a carrying verb may stand, in tokens. */
const reach = 8;

/** أعاد الوزير التأكيد على أن: a verb that only carries the verbal noun stands before it; without one nobody says anything. */
export function isCarried(reading: Reading, unit: Unit, at: number): boolean {
	for (let from = at - 1; from >= Math.max(unit.first, at - reach); from--) {
		const key = reading.tokens[from]?.key ?? '';
		if (carriers.has(key) || carriers.has(key.replace(/^[وف]/, ''))) {
			return true;
		}
	}
	return false;
}

/**
 * Whether a word (a match key, without clitics and article) looks like a verbal noun: by its pattern (تفعيل، استفعال، افتعال،
 * انفعال، إفعال) or because the table lists it. A pronoun at its end is left aside.
 */
export function isMasdarLike(key: string): boolean {
	const stem = key.replace(/(هما|ها|هم|ه|ي|نا)$/, '');
	const bare = stem !== key && stem.endsWith('ت') ? `${stem.slice(0, -1)}ه` : stem;
	const single = key.endsWith('ات') ? key.slice(0, -2) : key;
	return (
		(single !== key && single.length > 4 && hasPattern(single)) ||
		(!not.has(key) && (listed.has(key) || listed.has(bare) || hasPattern(key) || (bare !== key && hasPattern(bare))))
	);
}

function hasPattern(key: string): boolean {
	const length = key.length;
	if (key.startsWith('ال') && !/^الت.ا.$/.test(key)) {
		return false;
	}
	return (
		(key.startsWith('است') && length >= 6) ||
		(length === 5 && /^ت.{2}ي.$/.test(key)) ||
		(length === 5 && /^ا.{2}ا.$/.test(key) && key !== 'اسلام') ||
		(length === 6 && /^ا.{3}ا.$/.test(key)) ||
		(length === 6 && /^ت.{3}يه$/.test(key))
	);
}
