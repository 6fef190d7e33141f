import table from '../lexicon/statements/scores.yaml';
import type { Resolution } from '../model.ts';
import type { Finding } from './draft.ts';
import { under } from './lexicon/readTable.ts';

/** How sure a statement is, 0 to 1 in steps of 0.01, by how its words and its speaker were found. */
export function scoreOf(found: Finding, how: Resolution['how']): number {
	return Math.round(entry('marker', found) * entry('how', how) * 100) / 100;
}

function entry(list: string, key: string): number {
	const value = under(table, list, key);
	return typeof value === 'number' ? value : 0.5;
}
