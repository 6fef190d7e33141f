/** Reads the one argument of a command out of anything a client may send; what is wrong is named by its key. */
import { mentionReasons } from '../core/decisions/mentionPlaces.ts';
import type { StatementType } from '../core/model.ts';
import type { CommandArguments, HitPlace, ServerCommand } from '../protocol/commands.ts';
import type { Range } from '../protocol/types.ts';
import { readRange } from './fromProto.ts';

export type Reading<C extends ServerCommand> =
	| { readonly argument: CommandArguments[C] }
	/** The key that is missing or of the wrong form. */
	| { readonly wrong: string };

/** The argument, checked key by key; keys it does not know are left out. */
export function readArgument<C extends ServerCommand>(command: C, given: unknown): Reading<C> {
	if (typeof given !== 'object' || given === null) {
		return { wrong: 'uri' };
	}
	const fields = new Map(Object.entries(given));
	const argument: Record<string, unknown> = {};
	for (const [key, field] of Object.entries({ ...base, ...forms[command] })) {
		const value = fields.get(key);
		if (value === undefined) {
			if (!field.optional) {
				return { wrong: key };
			}
		} else {
			const read = field.read(value);
			if (read === undefined) {
				return { wrong: key };
			}
			argument[key] = read;
		}
	}
	// Every key of the command's form was read by the reader of its type.
	return { argument: argument as unknown as CommandArguments[C] };
}

/** Answers undefined for what is not of the form. */
interface Field {
	readonly read: (value: unknown) => unknown;
	readonly optional?: boolean;
}

const text: Field = { read: value => (typeof value === 'string' ? value : undefined) };
const word: Field = { read: value => (typeof value === 'string' && value !== '' ? value : undefined) };
const flag: Field = { read: value => (typeof value === 'boolean' ? value : undefined) };
const number: Field = { read: value => (typeof value === 'number' && Number.isFinite(value) ? value : undefined) };
const index: Field = { read: value => (Number.isInteger(value) && Number(value) >= 0 ? value : undefined) };
const range: Field = { read: readRange };
const rangeOrNothing: Field = { read: value => (value === null ? null : readRange(value)) };
const ranges: Field = { read: readRanges };
const words: Field = { read: readWords };
const twoNames: Field = {
	read: value =>
		Array.isArray(value) && value.length === 2 && value.every(name => typeof name === 'string') ? value : undefined,
};
const optional = (field: Field): Field => ({ ...field, optional: true });
const one = (...choices: readonly string[]): Field => ({
	read: value => (typeof value === 'string' && choices.includes(value) ? value : undefined),
});

const listOf = (field: Field): Field => ({
	read: value => {
		const read = Array.isArray(value) ? value.map(field.read) : undefined;
		return read?.every(item => item !== undefined) ? read : undefined;
	},
});
const places: Field = {
	read: value => (Array.isArray(value) && value.length > 0 ? listOf({ read: readPlace }).read(value) : undefined),
};

const types: readonly StatementType[] = ['direct', 'indirect', 'mixed', 'reported'];
const type = one(...types);
const base: Readonly<Record<string, Field>> = { uri: word, version: optional(index) };

const forms: Readonly<Record<ServerCommand, Readonly<Record<string, Field>>>> = {
	'isnad.label': { range, label: word, entity: optional(word) },
	'isnad.statement': {
		content: ranges,
		type: optional(type),
		cue: optional(range),
		speaker: optional(range),
		speakerEntity: optional(word),
		via: optional(range),
	},
	'isnad.accept': { id: word },
	'isnad.acceptAll': {
		kind: optional(one('entity', 'statement')),
		label: optional(word),
		minScore: optional(number),
		range: optional(range),
	},
	'isnad.reject': { id: word },
	'isnad.remove': { id: word },
	'isnad.relabel': { id: word, label: word },
	'isnad.adjust': { id: word, part: optional(one('content', 'cue', 'speaker')), index: optional(index), range },
	'isnad.attribute': {
		id: word,
		speaker: optional(rangeOrNothing),
		speakerEntity: optional(text),
		cue: optional(rangeOrNothing),
		via: optional(rangeOrNothing),
	},
	'isnad.setType': { id: word, type },
	'isnad.note': { id: word, comment: optional(text), flag: optional(flag), attributes: optional(words) },
	'isnad.labelAll': {
		id: word,
		scope: one('document', 'corpus'),
		dryRun: optional(flag),
		ranges: optional(ranges),
		places: optional(places),
		allow: optional(listOf(one(...mentionReasons))),
	},
	'isnad.link': { id: word, entity: text },
	'isnad.place': { id: word, range },
	'isnad.resolve': { id: word, choice: index },
	'isnad.status': { kind: one('entities', 'statements'), status: one('new', 'draft', 'done') },
	'isnad.settle': {
		layers: twoNames,
		first: optional(word),
		second: optional(word),
		choice: one('first', 'second', 'both', 'neither'),
	},
	'isnad.takeAgreed': { layers: twoNames },
	'isnad.hits': {
		action: one('accept', 'reject', 'label', 'link'),
		hits: places,
		label: optional(word),
		entity: optional(word),
	},
	'isnad.entry.make': {
		id: optional(word),
		key: optional(word),
		label: optional(word),
		name: optional(word),
		aliases: optional(listOf(word)),
		wikidata: optional(word),
		note: optional(text),
	},
	'isnad.entry.change': {
		key: word,
		label: optional(word),
		name: optional(word),
		aliases: optional(listOf(word)),
		wikidata: optional(text),
		note: optional(text),
	},
	'isnad.entry.rename': { key: word, newKey: word },
	'isnad.entry.merge': { key: word, into: word },
	'isnad.entry.split': { key: word, newKey: word, name: word, spellings: listOf(word) },
	'isnad.undo': {},
	'isnad.redo': {},
};

function readPlace(value: unknown): HitPlace | undefined {
	const fields = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
	const [uri, id] = [word.read(fields.get('uri')), word.read(fields.get('id'))];
	const place = readRange(fields.get('range'));
	return typeof uri === 'string' && place !== undefined
		? { uri, range: place, ...(typeof id === 'string' ? { id } : {}) }
		: undefined;
}

function readRanges(value: unknown): readonly Range[] | undefined {
	if (!Array.isArray(value) || value.length === 0) {
		return undefined;
	}
	const read = value.map(readRange);
	return read.every(item => item !== undefined) ? read : undefined;
}

function readWords(value: unknown): Readonly<Record<string, string>> | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return undefined;
	}
	const entries = Object.entries(value);
	return entries.every(([, item]) => typeof item === 'string') ? Object.fromEntries(entries) : undefined;
}
