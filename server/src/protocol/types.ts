/** Shapes that both sides of the connection speak: plain JSON, LSP positions (UTF-16). */
import type { Origin, Progress, Region, Resolution, StatementType, Status } from '../core/model.ts';

export interface Position {
	readonly line: number;
	readonly character: number;
}

export interface Range {
	readonly start: Position;
	readonly end: Position;
}

/** Something wrong, already worded in the user's language. */
export interface ProblemItem {
	readonly code: string;
	readonly severity: 'error' | 'warning' | 'info';
	readonly message: string;
	readonly range?: Range;
}

export interface EntityItem {
	readonly id: string;
	readonly status: Status;
	readonly label: string;
	readonly range: Range;
	readonly text: string;
	readonly from: Origin;
	/** Mentions of one name share it. */
	readonly name: string;
	readonly entity?: string;
	readonly form?: string;
	readonly value?: string;
	readonly score?: number;
	readonly nestedIn?: string;
	readonly comment?: string;
	readonly flag?: boolean;
	readonly moved?: boolean;
	/** Other versions that a merge left to choose from; isnad.resolve takes 0 for this one, 1 and on for these. */
	readonly alternatives?: readonly string[];
}

export interface StatementItem {
	readonly id: string;
	readonly status: Status;
	readonly type: StatementType;
	readonly content: readonly Range[];
	/** The content as text, parts joined by " … ". */
	readonly text: string;
	readonly cue?: Range;
	readonly speaker?: Range;
	/** The speaker's name as resolved, or the source phrase as written where it stays unnamed. */
	readonly speakerName?: string;
	readonly speakerEntity?: string;
	readonly how: Resolution['how'];
	readonly via?: Range;
	readonly viaText?: string;
	readonly from: Origin;
	readonly score?: number;
	readonly nestedIn?: string;
	readonly comment?: string;
	readonly flag?: boolean;
	readonly moved?: boolean;
	/** Other versions that a merge left to choose from; isnad.resolve takes 0 for this one, 1 and on for these. */
	readonly alternatives?: readonly string[];
}

export interface RegionItem {
	readonly kind: Region['kind'];
	readonly what?: string;
	readonly range: Range;
}

export interface DocumentItem {
	/** Version of the text this speaks of. */
	readonly version: number;
	readonly revision: number;
	readonly entities: readonly EntityItem[];
	readonly statements: readonly StatementItem[];
	readonly regions: readonly RegionItem[];
	readonly status: { readonly entities: Progress; readonly statements: Progress };
	readonly problems: readonly ProblemItem[];
	/** Why nothing is saved for this article, worded, if so. */
	readonly readOnly?: string;
}

/** What one record or suggestion looks like in the text. */
export interface Highlight {
	readonly id: string;
	readonly kind: 'entity' | 'statement' | 'region';
	readonly status: Status;
	/** Entity label, statement type or region kind. */
	readonly label: string;
	readonly marks: readonly {
		readonly role: 'name' | 'content' | 'cue' | 'speaker' | 'region';
		readonly range: Range;
	}[];
}

export interface LabelItem {
	readonly label: string;
	readonly name: string;
	readonly description?: string;
	/** `#rrggbb`. */
	readonly color: string;
	/** One letter or digit, as on the physical key. */
	readonly key?: string;
}

export interface SchemeItem {
	readonly name: string;
	readonly entities: readonly LabelItem[];
	readonly statements: { readonly color: string; readonly key?: string; readonly types: readonly LabelItem[] };
}
