/**
 * The server's commands: `workspace/executeCommand` ids with their one argument. The language client registers them; nothing
 * contributes them. Palette, menus and keys use `isnad.editor.<verb>`, which collect arguments and call these.
 */
import type { MentionRow } from '../core/corpus/search/mentions.ts';
import type { MentionReason } from '../core/decisions/mentionPlaces.ts';
import type { Progress, StatementType } from '../core/model.ts';
import type { ProblemItem, Range } from './types.ts';

export const serverCommands = [
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
	'isnad.place',
	'isnad.resolve',
	'isnad.status',
	'isnad.settle',
	'isnad.takeAgreed',
	'isnad.hits',
	'isnad.entry.make',
	'isnad.entry.change',
	'isnad.entry.rename',
	'isnad.entry.merge',
	'isnad.entry.split',
	'isnad.undo',
	'isnad.redo',
] as const;
export type ServerCommand = (typeof serverCommands)[number];

/** Commands on a corpus as a whole; their `uri` is any file or folder in it, open or not. One step, undone as one. */
export type CorpusCommand = Extract<ServerCommand, 'isnad.hits' | `isnad.entry.${string}`>;

/** `version`, where given, is the text's version the ranges were taken from: stale ranges are refused, ids are not. */
interface Base {
	readonly uri: string;
	readonly version?: number;
}

export interface CommandArguments {
	'isnad.label': Base & { readonly range: Range; readonly label: string; readonly entity?: string };
	'isnad.statement': Base & {
		readonly content: readonly Range[];
		readonly type?: StatementType;
		readonly cue?: Range;
		readonly speaker?: Range;
		readonly speakerEntity?: string;
		readonly via?: Range;
	};
	'isnad.accept': Base & { readonly id: string };
	'isnad.acceptAll': Base & {
		readonly kind?: 'entity' | 'statement';
		readonly label?: string;
		readonly minScore?: number;
		readonly range?: Range;
	};
	'isnad.reject': Base & { readonly id: string };
	'isnad.remove': Base & { readonly id: string };
	'isnad.relabel': Base & { readonly id: string; readonly label: string };
	'isnad.adjust': Base & {
		readonly id: string;
		readonly part?: 'content' | 'cue' | 'speaker';
		readonly index?: number;
		readonly range: Range;
	};
	'isnad.attribute': Base & {
		readonly id: string;
		readonly speaker?: Range | null;
		readonly speakerEntity?: string;
		readonly cue?: Range | null;
		readonly via?: Range | null;
	};
	'isnad.setType': Base & { readonly id: string; readonly type: StatementType };
	'isnad.note': Base & {
		readonly id: string;
		readonly comment?: string;
		readonly flag?: boolean;
		readonly attributes?: Readonly<Record<string, string>>;
	};
	'isnad.labelAll': Base & {
		readonly id: string;
		readonly scope: 'document' | 'corpus';
		/** Answer the places without labelling. */
		readonly dryRun?: boolean;
		/** Of the places in this document, only these. */
		readonly ranges?: readonly Range[];
		/** With scope corpus: of the places, only these; and only such as differ from the name in these ways. */
		readonly places?: readonly HitPlace[];
		readonly allow?: readonly MentionReason[];
	};
	'isnad.link': Base & { readonly id: string; readonly entity: string };
	'isnad.place': Base & { readonly id: string; readonly range: Range };
	'isnad.resolve': Base & { readonly id: string; readonly choice: number };
	'isnad.status': Base & { readonly kind: 'entities' | 'statements'; readonly status: Progress };
	/** Of two layers' decisions on one thing, by their ids there, what holds in the adjudicated layer. */
	'isnad.settle': Base & {
		readonly layers: readonly [string, string];
		readonly first?: string;
		readonly second?: string;
		readonly choice: 'first' | 'second' | 'both' | 'neither';
	};
	/** Takes what two layers say alike into the adjudicated layer. */
	'isnad.takeAgreed': Base & { readonly layers: readonly [string, string] };
	/** Decides on ticked rows of a search, in every article they are in. */
	'isnad.hits': Base & {
		readonly action: 'accept' | 'reject' | 'label' | 'link';
		readonly hits: readonly HitPlace[];
		/** For label. */
		readonly label?: string;
		/** For link, and for label where it is to be linked at once. */
		readonly entity?: string;
	};
	/** A new entry of the register, of a name (`id` in the article `uri`, which is linked to it) or by itself. */
	'isnad.entry.make': Base & {
		readonly id?: string;
		/** Proposed from the name where it is left out. */
		readonly key?: string;
		readonly label?: string;
		readonly name?: string;
		readonly aliases?: readonly string[];
		readonly wikidata?: string;
		readonly note?: string;
	};
	'isnad.entry.change': Base & {
		readonly key: string;
		readonly label?: string;
		readonly name?: string;
		/** All of them. */
		readonly aliases?: readonly string[];
		/** '' takes it away. */
		readonly wikidata?: string;
		readonly note?: string;
	};
	/** In the register and in every link, of all layers. */
	'isnad.entry.rename': Base & { readonly key: string; readonly newKey: string };
	'isnad.entry.merge': Base & { readonly key: string; readonly into: string };
	/** Mentions written like `name` or one of the spellings go to the new entry. */
	'isnad.entry.split': Base & {
		readonly key: string;
		readonly newKey: string;
		readonly name: string;
		readonly spellings: readonly string[];
	};
	'isnad.undo': Base;
	'isnad.redo': Base;
}

export interface CommandAnswer {
	readonly id?: string;
	readonly ids?: readonly string[];
	/** Empty when all went well; an error means nothing was changed. */
	readonly problems: readonly ProblemItem[];
	/** With labelAll: the places, worded for a list. */
	readonly places?: readonly { readonly range: Range; readonly text: string }[];
	/** With labelAll over the corpus: the places with why they matched. */
	readonly mentions?: readonly MentionItem[];
	/** Of an entry that was made. */
	readonly key?: string;
	/** How many articles a change of the corpus touched. */
	readonly articles?: number;
}

/** A place in any article of the corpus; with an id it is that name or statement. */
export interface HitPlace {
	readonly uri: string;
	readonly range: Range;
	readonly id?: string;
}

export interface MentionItem extends MentionRow {
	readonly uri: string;
	readonly range: Range;
}
