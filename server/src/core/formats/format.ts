import type { Layer } from '../corpus/paths.ts';
import type { Annotations, Problem } from '../model.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { Graph } from './graph.ts';
import type { Loss } from './loss.ts';
import type { Unit } from './units.ts';

/** A file of a format: its path with `/`, from the folder that is written or read, and its text. */
export interface FormatFile {
	readonly path: string;
	readonly text: string;
}

/** An article with what is decided about it. */
export interface Article {
	/** From the corpus root. */
	readonly path: string;
	/** Without a byte order mark. */
	readonly text: string;
	readonly annotations: Annotations;
	/** Ids of records that nobody decided: the machine's suggestions. */
	readonly suggested?: ReadonlySet<string>;
}

/** What a format can hold. What it cannot is left out, and named in a report. */
export interface Holds {
	/** words: the text comes back as words with one blank between, so places do too. */
	readonly text: 'whole' | 'words';
	/** A name inside another one. */
	readonly nested: boolean;
	/** Spans that cross. */
	readonly overlapping: boolean;
	/** natively: spans of several parts; linked: parts as spans of their own with a link. */
	readonly discontinuous: 'natively' | 'linked' | 'no';
	/** Links between spans, and with them statements with cue and speaker, and relations. */
	readonly relations: boolean;
	/** Fields of a record: type, form, value, register key, attributes; `label`: only a statement's type, in its label. */
	readonly fields: 'all' | 'label';
	readonly comments: boolean;
	/** Rejected suggestions, told apart from what is confirmed. */
	readonly rejected: boolean;
	readonly documentLabels: boolean;
}

export interface Exported {
	/** Of a format with a `collection`, one piece of it a file. */
	readonly files: readonly FormatFile[];
	readonly losses: readonly Loss[];
}

export interface Exporter {
	/** Files that stand once, whatever the articles: a label configuration, a type system. */
	setup?(scheme: Scheme): readonly FormatFile[];
	/** Where all articles go into one file: what stands before, between and behind their pieces. */
	readonly collection?: {
		readonly path: string;
		readonly head: string;
		readonly between: string;
		readonly tail: string;
	};
	article(article: Article): Exported;
}

/** An article as another tool's file has it. */
export interface Imported {
	/** Of its text in the corpus. */
	readonly path: string;
	readonly text: string;
	readonly graph: Graph;
	/** Whose it is; common where the tool keeps one version only. */
	readonly layer?: Layer;
}

export interface Imports {
	readonly articles: readonly Imported[];
	/** About the file as a whole; those about a record come of its graph. */
	readonly problems: readonly Problem[];
}

export interface Importer {
	/** Whether a file holds annotations in this format, by its path. */
	takes(path: string): boolean;
	/** Paths of other files that reading this one needs, from the same folder. */
	needs?(file: FormatFile): readonly string[];
	/** Whose a file is, by its path among all that are read; the common layer where absent. */
	layer?(path: string, all: readonly string[]): Layer;
	/** Never throws. `others` has those of the needed files that are there. */
	read(file: FormatFile, others: ReadonlyMap<string, string>): Imports;
	/** Files that say which labels there are. */
	readonly setup?: {
		readonly paths: readonly string[];
		scheme(files: ReadonlyMap<string, string>): Scheme | undefined;
	};
}

export interface Format {
	readonly id: string;
	readonly title: string;
	/** Endings of its annotation files, with the dot. */
	readonly extensions: readonly string[];
	/** tokens: places are whole tokens; xml: they are elements of the text. */
	readonly unit: Unit | 'tokens' | 'elements';
	readonly holds: Holds;
	readonly exporter?: Exporter;
	readonly importer?: Importer;
}
