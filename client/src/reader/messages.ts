/**
 * What the Reader's page and the extension say to each other: the only file that the page shares with the extension. Places
 * are line and character in UTF-16, as in the protocol. Both sides look at what arrives before they use it.
 */
import type {
	CommandAnswer as ProtocolAnswer,
	CommandArguments as ProtocolArguments,
	ServerCommand,
} from '../../../server/src/protocol/commands.ts';
import type {
	CompareResult as ProtocolCompare,
	ExplainResult as ProtocolExplain,
	FindResult as ProtocolFind,
	GuessResult as ProtocolGuess,
	RegisterResult as ProtocolRegister,
} from '../../../server/src/protocol/requests.ts';
import type {
	DocumentItem as ProtocolDocument,
	EntityItem as ProtocolEntity,
	LabelItem as ProtocolLabel,
	Position as ProtocolPosition,
	Range as ProtocolRange,
	SchemeItem as ProtocolScheme,
	StatementItem as ProtocolStatement,
} from '../../../server/src/protocol/types.ts';
import {
	type Check,
	type Fields,
	isBoolean,
	isCount,
	isNumber,
	isObject,
	isPosition,
	isRange,
	isStatementType,
	isString,
	isText,
	listOf,
	oneOf,
	optional,
	orNull,
} from '../checks.ts';

export type DocumentItem = ProtocolDocument;
export type EntityItem = ProtocolEntity;
export type StatementItem = ProtocolStatement;
export type SchemeItem = ProtocolScheme;
export type LabelItem = ProtocolLabel;
export type Position = ProtocolPosition;
export type Range = ProtocolRange;
export type CommandAnswer = ProtocolAnswer;
/** Where two layers differ, what the layers are called, and what each difference is about, in words. */
export type Compared = NonNullable<ProtocolCompare> & {
	readonly layers: readonly [string, string];
	readonly titles: readonly [string, string];
	readonly about: readonly string[];
};
export type ExplainResult = ProtocolExplain;
export type FindResult = ProtocolFind;
export type GuessResult = ProtocolGuess;
export type RegisterResult = ProtocolRegister;

/** Commands of the server that the page may send. */
export const pageCommands = [
	'isnad.label',
	'isnad.statement',
	'isnad.accept',
	'isnad.acceptAll',
	'isnad.reject',
	'isnad.remove',
	'isnad.relabel',
	'isnad.adjust',
	'isnad.attribute',
	'isnad.setType',
	'isnad.note',
	'isnad.labelAll',
	'isnad.link',
	'isnad.status',
	'isnad.settle',
	'isnad.takeAgreed',
	'isnad.undo',
	'isnad.redo',
] as const satisfies readonly ServerCommand[];
export type PageCommand = (typeof pageCommands)[number];

/** A command's argument as the page gives it: the extension adds the document and its version. */
export type PageArgument<C extends PageCommand> = Omit<ProtocolArguments[C], 'uri' | 'version'>;

/** A command with its argument. */
export type Decision = {
	readonly [C in PageCommand]: { readonly command: C; readonly argument: PageArgument<C> };
}[PageCommand];

/** What the page asks about a place. */
export type Question =
	| { readonly what: 'token'; readonly position: Position }
	| { readonly what: 'explain'; readonly position: Position }
	| { readonly what: 'guess'; readonly content: readonly Range[] }
	| { readonly what: 'find'; readonly query: string }
	| { readonly what: 'differences' }
	| { readonly what: 'register' };

/** Commands of the editor that the page hands on, with the article and nothing else. */
export const editorCommands = ['openText', 'openSidecar', 'nextUnfinished', 'saveReaderPage', 'allCommands'] as const;
export type EditorCommand = (typeof editorCommands)[number];

/** How the text looks; in pixels, as a factor, in pixels. */
export interface Look {
	readonly size: number;
	readonly leading: number;
	readonly width: number;
}

export const looks: Readonly<
	Record<keyof Look, { readonly least: number; readonly usual: number; readonly most: number }>
> = {
	size: { least: 14, usual: 21, most: 40 },
	leading: { least: 1.5, usual: 2, most: 3 },
	width: { least: 320, usual: 640, most: 1200 },
};

/** From the page. `seq` comes back with the answer. */
export type ToExtension =
	| { readonly type: 'ready' }
	| ({ readonly type: 'decide'; readonly seq: number; readonly version: number } & Decision)
	| ({ readonly type: 'ask'; readonly seq: number; readonly version: number } & Question)
	| { readonly type: 'position'; readonly range: Range }
	| ({ readonly type: 'look' } & Look)
	| { readonly type: 'editor'; readonly command: EditorCommand };

/** To the page. */
export type ToPage =
	| {
			readonly type: 'setting';
			readonly scheme: SchemeItem;
			/** Of the highlights, made from the scheme's colours. */
			readonly css: string;
			/** The page's own words, by key. */
			readonly words: Readonly<Record<string, string>>;
			/** Actions by key, as `shift+left`. */
			readonly keys: Readonly<Record<string, string>>;
			/** Titles of actions. */
			readonly titles: Readonly<Record<string, string>>;
			/** Whether a decision goes on to the next suggestion. */
			readonly advance: boolean;
	  }
	| { readonly type: 'document'; readonly item: DocumentItem }
	| { readonly type: 'outside'; readonly message: string }
	| { readonly type: 'text'; readonly version: number; readonly lines: readonly string[] }
	| { readonly type: 'answer'; readonly seq: number; readonly ok: boolean; readonly value?: unknown }
	| { readonly type: 'act'; readonly action: string; readonly id?: string; readonly label?: string }
	| { readonly type: 'goTo'; readonly range: Range };

/** A name of the CSS Custom Highlight registry: both sides make it in this way. */
export function highlightName(
	role: 'name' | 'content' | 'cue' | 'speaker',
	status: 'suggested' | 'confirmed',
	index: number,
	depth: number,
): string {
	return `${role}-${index}-${status}-${depth}`;
}

/** Deeper than this, marks of one kind may look alike. */
export const mostDepth = 3;

/** What the page said, if it is a message of ours in every part; everything else is nothing. */
export function readFromPage(value: unknown): ToExtension | undefined {
	if (!isObject(value)) return undefined;
	const form = forms[value['type'] as ToExtension['type']];
	return typeof value['type'] === 'string' && Object.hasOwn(forms, value['type']) && form(value)
		? (value as unknown as ToExtension)
		: undefined;
}

/** What the extension said, if it is a message of ours; its parts are the extension's own data. */
export function readFromExtension(value: unknown): ToPage | undefined {
	if (!isObject(value)) return undefined;
	const needed: Readonly<Record<ToPage['type'], readonly (readonly [string, Check])[]>> = {
		setting: [
			['scheme', isObject],
			['css', isText],
			['words', isObject],
			['keys', isObject],
			['titles', isObject],
		],
		document: [['item', isObject]],
		outside: [['message', isText]],
		text: [
			['version', isCount],
			['lines', listOf(isText)],
		],
		answer: [
			['seq', isCount],
			['ok', isBoolean],
		],
		act: [['action', isText]],
		goTo: [['range', isRange]],
	};
	const type = value['type'];
	if (typeof type !== 'string' || !Object.hasOwn(needed, type)) return undefined;
	return needed[type as ToPage['type']].every(([name, check]) => check(value[name]))
		? (value as unknown as ToPage)
		: undefined;
}

const forms: Readonly<Record<ToExtension['type'], (value: Fields) => boolean>> = {
	ready: () => true,
	decide: value =>
		isCount(value['seq']) && isCount(value['version']) && isDecision(value['command'], value['argument']),
	ask: value => isCount(value['seq']) && isCount(value['version']) && isQuestion(value),
	position: value => isRange(value['range']),
	look: value =>
		Object.entries(looks).every(([name, { least, most }]) => {
			const given = value[name];
			return typeof given === 'number' && given >= least && given <= most;
		}),
	editor: value => editorCommands.some(known => known === value['command']),
};

function isQuestion(value: Fields): boolean {
	if (value['what'] === 'token' || value['what'] === 'explain') return isPosition(value['position']);
	if (value['what'] === 'guess') return listOf(isRange)(value['content']);
	if (value['what'] === 'find') return isString(value['query']);
	return value['what'] === 'register' || value['what'] === 'differences';
}

function isDecision(command: unknown, argument: unknown): boolean {
	if (typeof command !== 'string' || !Object.hasOwn(argumentForms, command) || !isObject(argument)) return false;
	const fields: Readonly<Record<string, Check>> = argumentForms[command as PageCommand];
	// Optional fields are checked by their own form; a field that the command does not know is refused.
	return (
		Object.keys(argument).every(name => Object.hasOwn(fields, name)) &&
		Object.entries(fields).every(([name, check]) => check(argument[name]))
	);
}

const argumentForms: { readonly [C in PageCommand]: { readonly [F in keyof Required<PageArgument<C>>]: Check } } = {
	'isnad.label': { range: isRange, label: isString, entity: optional(isString) },
	'isnad.statement': {
		content: listOf(isRange),
		type: optional(isStatementType),
		cue: optional(isRange),
		speaker: optional(isRange),
		speakerEntity: optional(isString),
		via: optional(isRange),
	},
	'isnad.accept': { id: isString },
	'isnad.acceptAll': {
		kind: optional(oneOf('entity', 'statement')),
		label: optional(isString),
		minScore: optional(isNumber),
		range: optional(isRange),
	},
	'isnad.reject': { id: isString },
	'isnad.remove': { id: isString },
	'isnad.relabel': { id: isString, label: isString },
	'isnad.adjust': {
		id: isString,
		part: optional(oneOf('content', 'cue', 'speaker')),
		index: optional(isCount),
		range: isRange,
	},
	'isnad.attribute': {
		id: isString,
		speaker: optional(orNull(isRange)),
		speakerEntity: optional(isString),
		cue: optional(orNull(isRange)),
		via: optional(orNull(isRange)),
	},
	'isnad.setType': { id: isString, type: isStatementType },
	'isnad.note': {
		id: isString,
		comment: optional(isString),
		flag: optional(isBoolean),
		attributes: optional(value => isObject(value) && Object.values(value).every(isString)),
	},
	'isnad.labelAll': {
		id: isString,
		scope: oneOf('document', 'corpus'),
		dryRun: optional(isBoolean),
		ranges: optional(listOf(isRange)),
		// The page shows one article; places elsewhere are never its to name.
		places: optional(() => false),
		allow: optional(() => false),
	},
	'isnad.link': { id: isString, entity: isString },
	'isnad.status': { kind: oneOf('entities', 'statements'), status: oneOf('new', 'draft', 'done') },
	'isnad.settle': {
		layers: listOf(isString),
		first: optional(isString),
		second: optional(isString),
		choice: oneOf('first', 'second', 'both', 'neither'),
	},
	'isnad.takeAgreed': { layers: listOf(isString) },
	'isnad.undo': {},
	'isnad.redo': {},
};
