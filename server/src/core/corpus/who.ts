import { matchKey } from '../text/key.ts';
import type { RegisterEntry } from './register.ts';

/** Looks up register entries by key and by spelling. */
export interface Names {
	entry(key: string): RegisterEntry | undefined;
	/** The entry that alone has this spelling, by match key, among its name and aliases; with a label, among entries of that label. */
	named(matchKey: string, label?: string): RegisterEntry | undefined;
	/** Whether a name of this key in the register (if it was linked) and of this spelling is the one that was asked for. */
	asked(query: string): (key: string, spelling: string) => boolean;
}

/** A spelling that two entries share names neither of them. */
export function namesOf(register: readonly RegisterEntry[]): Names {
	const byKey = new Map(register.map(entry => [entry.key, entry]));
	const bySpelling = new Map<string, RegisterEntry[]>();
	for (const entry of register) {
		for (const spelling of new Set([entry.name, ...entry.aliases].map(matchKey))) {
			bySpelling.set(spelling, [...(bySpelling.get(spelling) ?? []), entry]);
		}
	}
	const named = (spelling: string, label?: string): RegisterEntry | undefined => {
		const found = (bySpelling.get(spelling) ?? []).filter(entry => label === undefined || entry.label === label);
		return found.length === 1 ? found[0] : undefined;
	};
	return {
		entry: key => byKey.get(key),
		named,
		asked: query => askedName(query, byKey, bySpelling, named),
	};
}

/** An entry asked for by its key or one of its spellings is met in all its spellings; any other name in all that hold its words. */
function askedName(
	query: string,
	byKey: ReadonlyMap<string, RegisterEntry>,
	bySpelling: ReadonlyMap<string, readonly RegisterEntry[]>,
	named: Names['named'],
): (key: string, spelling: string) => boolean {
	const wanted = matchKey(query).trim();
	const entry = byKey.get(query.trim());
	const entries = entry === undefined ? (bySpelling.get(wanted) ?? []) : [entry];
	const keys = new Set(entries.map(({ key }) => key));
	const words = wanted.split(' ').filter(word => word !== '');
	const answers = new Map<string, boolean>();
	const bySpellingAlone = (spelling: string): boolean => {
		const known = named(spelling);
		if (known !== undefined || keys.size > 0) {
			return known !== undefined && keys.has(known.key);
		}
		const own = spelling.split(' ');
		return words.length > 0 && words.every(word => own.includes(word));
	};
	return (key, spelling) => {
		if (key !== '' && (byKey.has(key) || key.startsWith('unnamed:'))) {
			return keys.has(key) || key === query.trim();
		}
		if (key !== '' && key === query.trim()) {
			return true;
		}
		let answer = answers.get(spelling);
		if (answer === undefined) {
			answer = bySpellingAlone(spelling);
			answers.set(spelling, answer);
		}
		return answer;
	};
}
