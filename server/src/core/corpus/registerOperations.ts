/**
 * What can be done to the entity register, as values: an edit of its file, and which links of records change with it. Aliases are
 * compared by match key, so that no spelling stands twice.
 */
import type { AnnotationRecord } from '../model.ts';
import { matchKey } from '../text/key.ts';
import type { RegisterEdit } from './editRegister.ts';
import { isWikidataId, type RegisterEntry } from './register.ts';

export interface RegisterOperation {
	readonly edit: RegisterEdit;
	/** The key that a record's link to `key` becomes; the record's own words may decide. Absent where no link changes. */
	readonly relink?: { readonly key: string; readonly to: (spelling: string) => string };
}

/** An operation, or the code of the reason against it. */
export type OperationResult =
	| RegisterOperation
	| {
			readonly refused: 'register-key-unknown' | 'register-key-taken' | 'register-key-form' | 'register-wikidata-form';
			readonly key: string;
	  };

type Register = readonly RegisterEntry[];

/** A new entry. */
export function makeEntry(register: Register, entry: RegisterEntry): OperationResult {
	return free(register, entry.key) ?? wrongWikidata(entry) ?? { edit: { added: [tidied(entry)] } };
}

/** Changes what is said of an entry; its key stays. */
export function changeEntry(
	register: Register,
	key: string,
	change: Partial<Omit<RegisterEntry, 'key'>>,
): OperationResult {
	const entry = find(register, key);
	return entry === undefined
		? { refused: 'register-key-unknown', key }
		: (wrongWikidata(change) ?? { edit: { changed: new Map([[key, tidied({ ...entry, ...change, key })]]) } });
}

/** Another key for an entry, in the register and in every link. */
export function renameEntry(register: Register, key: string, newKey: string): OperationResult {
	const entry = find(register, key);
	if (entry === undefined) {
		return { refused: 'register-key-unknown', key };
	}
	return (
		free(register, newKey) ?? {
			edit: { changed: new Map([[key, { ...entry, key: newKey }]]) },
			relink: { key, to: () => newKey },
		}
	);
}

/** One entry where there were two: `key` goes into `into`, with its spellings as aliases and every link. */
export function mergeEntries(register: Register, key: string, into: string): OperationResult {
	const [gone, kept] = [find(register, key), find(register, into)];
	if (key === into) {
		return { refused: 'register-key-taken', key };
	}
	if (gone === undefined || kept === undefined) {
		return { refused: 'register-key-unknown', key: gone === undefined ? key : into };
	}
	const { wikidata = gone.wikidata, note = gone.note } = kept;
	const merged = tidied({
		...kept,
		aliases: [...kept.aliases, gone.name, ...gone.aliases],
		...(wikidata === undefined ? {} : { wikidata }),
		...(note === undefined ? {} : { note }),
	});
	return {
		edit: {
			changed: new Map([
				[key, undefined],
				[into, merged],
			]),
		},
		relink: { key, to: () => into },
	};
}

/** Some spellings of an entry become an entry of their own, with the links of mentions that are written so. */
export function splitEntry(
	register: Register,
	key: string,
	{
		newKey,
		name,
		spellings,
	}: { readonly newKey: string; readonly name: string; readonly spellings: readonly string[] },
): OperationResult {
	const entry = find(register, key);
	if (entry === undefined) {
		return { refused: 'register-key-unknown', key };
	}
	const moved = new Set([name, ...spellings].map(matchKey));
	const stays = (alias: string): boolean => !moved.has(matchKey(alias));
	const fresh = tidied({ key: newKey, label: entry.label, name, aliases: spellings });
	return (
		free(register, newKey) ?? {
			edit: { changed: new Map([[key, { ...entry, aliases: entry.aliases.filter(stays) }]]), added: [fresh] },
			relink: { key, to: spelling => (moved.has(matchKey(spelling)) ? newKey : key) },
		}
	);
}

/** The records whose links change, as they are afterwards. A statement goes by its speaker's words, or name. */
export function relinked(
	records: readonly AnnotationRecord[],
	{ key, to }: NonNullable<RegisterOperation['relink']>,
): readonly AnnotationRecord[] {
	return records.flatMap((record): readonly AnnotationRecord[] => {
		if (record.kind === 'entity' && record.entity === key) {
			const entity = to(record.form ?? record.at.exact);
			return entity === key ? [] : [{ ...record, entity }];
		}
		if (record.kind === 'statement' && record.speakerEntity === key) {
			const speakerEntity = to(record.speakerName ?? record.speaker?.exact ?? '');
			return speakerEntity === key ? [] : [{ ...record, speakerEntity }];
		}
		return [];
	});
}

function find(register: Register, key: string): RegisterEntry | undefined {
	return register.find(entry => entry.key === key);
}

function free(register: Register, key: string): OperationResult | undefined {
	if (!/^[^\s:#]{1,100}$/.test(key) || key.startsWith('unnamed')) {
		return { refused: 'register-key-form', key };
	}
	return find(register, key) === undefined ? undefined : { refused: 'register-key-taken', key };
}

/** '' takes an id away. */
function wrongWikidata({ wikidata = '' }: Partial<RegisterEntry>): OperationResult | undefined {
	return wikidata === '' || isWikidataId(wikidata) ? undefined : { refused: 'register-wikidata-form', key: wikidata };
}

/** Without aliases that say what the name or another alias says. */
function tidied(entry: RegisterEntry): RegisterEntry {
	const known = new Set([matchKey(entry.name)]);
	const aliases = entry.aliases.filter(alias => {
		const key = matchKey(alias);
		const isNew = key !== '' && !known.has(key);
		known.add(key);
		return isNew;
	});
	return { ...entry, aliases };
}
