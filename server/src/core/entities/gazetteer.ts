import { matchKey } from '../text/key.ts';
import type { Token } from '../text/tokens.ts';
import { tokenize } from '../text/tokens.ts';

/** One spelling of a name in a table. */
export interface GazetteerEntry {
	readonly label: 'LOC' | 'ORG';
	/** Keys of the words after the first. */
	readonly rest: readonly string[];
	/** Match key of the name's first spelling: one for all spellings of a name. */
	readonly group: string;
	/** An ordinary word too: a name only after a word that announces one, or between quotation marks. */
	readonly guarded: boolean;
}

/** Names by the key of their first word, longest first. */
export type Gazetteer = ReadonlyMap<string, readonly GazetteerEntry[]>;

export interface GazetteerSource {
	readonly label: 'LOC' | 'ORG';
	readonly rows: readonly (readonly string[])[];
	readonly guarded: ReadonlySet<string>;
}

/** Tables to an index. The first row to use a spelling keeps it; a row that shares a spelling with one before joins its name. */
export function buildGazetteer(sources: readonly GazetteerSource[]): Gazetteer {
	const index = new Map<string, GazetteerEntry[]>();
	const groups = new Map<string, string>();
	for (const { label, rows, guarded } of sources) {
		for (const row of rows) {
			const keys = row.map(matchKey);
			const known = keys.map(key => groups.get(`${label} ${key}`)).find(group => group !== undefined);
			const group = known ?? keys[0] ?? '';
			for (const [at, key] of keys.entries()) {
				if (!groups.has(`${label} ${key}`)) {
					groups.set(`${label} ${key}`, group);
					add(index, row[at] ?? '', { label, group, guarded: guarded.has(key) });
				}
			}
		}
	}
	for (const entries of index.values()) {
		entries.sort((a, b) => b.rest.length - a.rest.length);
	}
	return index;
}

function add(index: Map<string, GazetteerEntry[]>, name: string, entry: Omit<GazetteerEntry, 'rest'>): void {
	const [first, ...rest] = tokenize(name)
		.filter(token => token.kind !== 'mark')
		.map(token => token.key);
	if (first !== undefined) {
		const entries = index.get(first);
		if (entries) {
			entries.push({ ...entry, rest });
		} else {
			index.set(first, [{ ...entry, rest }]);
		}
	}
}

/** The token index behind the entry's words from `at` on, or undefined. A hyphen or dot glued between words is passed over. */
export function matchRest(tokens: readonly Token[], at: number, rest: readonly string[]): number | undefined {
	let next = at + 1;
	for (const key of rest) {
		if (tokens[next]?.kind === 'mark' && isJoint(tokens, next)) {
			next += 1;
		}
		if (tokens[next]?.key !== key) {
			return undefined;
		}
		next += 1;
	}
	return next;
}

function isJoint(tokens: readonly Token[], at: number): boolean {
	const mark = tokens[at];
	if (mark === undefined) {
		return false;
	}
	const glued = tokens[at - 1]?.end === mark.start && tokens[at + 1]?.start === mark.end;
	return glued && (mark.key === '-' || mark.key === '.' || mark.key === '–');
}
