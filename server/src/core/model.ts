/**
 * What Isnad knows of one text, as readonly plain data.
 *
 * Two kinds of knowledge are kept apart: what the machine suggests (`Analysis`, made anew from the text at any time) and what
 * people decided (`Annotations`, kept in a sidecar). A `DocumentView` is both, after suppression, as an editor shows it.
 * Every span is UTF-16 code units into the text as the editor or file gave it, unless a name says code points.
 */
import type { Span } from './span.ts';

// ---- What the machine suggests ----

export interface Analysis {
	/** Outermost names, in text order, not overlapping one another. */
	readonly entities: readonly SuggestedEntity[];
	/** In order of their content's start. */
	readonly statements: readonly SuggestedStatement[];
	readonly regions: readonly Region[];
}

export interface SuggestedEntity {
	readonly label: string;
	readonly span: Span;
	/** 0 to 1 in steps of 0.01, from a table. */
	readonly score: number;
	/** Why, strongest first: codes of lexicon/evidence.yaml, worded in hover. */
	readonly evidence: readonly string[];
	/** Mentions of the same name in this text share it (short and full forms): the match key of the fullest form. */
	readonly name: string;
	/** Citation form where the written one cannot stand alone: "الولايات المتحدة" for "لولايات المتحدة". */
	readonly form?: string;
	/** For DATE: the value in EDTF (ISO 8601-2), e.g. "2020-08-20", "XXXX-08-20". */
	readonly value?: string;
	readonly nested: readonly SuggestedEntity[];
}

export type StatementType = 'direct' | 'indirect' | 'mixed' | 'reported';

export interface SuggestedStatement {
	readonly type: StatementType;
	/** One or more parts in text order, not overlapping; at least one. */
	readonly content: readonly Span[];
	/** Absent in headlines "S: …". */
	readonly cue?: Span;
	/** Lemma of the cue in the lexicon, for hover. */
	readonly cueLemma?: string;
	readonly stance?: string;
	/** The source phrase as written with its title; absent when the subject is implicit. */
	readonly speaker?: Span;
	/** The speaker's fullest name in the text; absent when unknown. */
	readonly speakerName?: string;
	/** The `name` of the entity that speaks, or "unnamed:<words>" for unnamed sources. */
	readonly speakerEntity?: string;
	readonly resolution: Resolution;
	/** The medium that relays it, as written; of several the outermost. */
	readonly via?: Span;
	/** Where media have it from one another, all of them, the outermost first: its length is the depth of the relay. */
	readonly chain?: readonly Span[];
	/** Index in `statements` of the one whose words this attributes a second time. */
	readonly relayOf?: number;
	/** Whom it was said to (لـ«…»). */
	readonly addressee?: Span;
	/** Index in `statements` of the statement around this one. */
	readonly nestedIn?: number;
	/** Quotation marks alone decide the type; unmarked direct speech after a colon is indirect with this set. */
	readonly unmarked?: boolean;
	readonly score: number;
}

/** How the speaker was found, for hover to put into words. */
export interface Resolution {
	readonly how: 'named' | 'implicit' | 'participle' | 'anaphor' | 'relayed' | 'unnamed' | 'headline' | 'unknown';
	/** The words it was resolved to, where they are elsewhere than `speaker`. */
	readonly antecedent?: Span;
}

export interface Region {
	readonly kind: 'boilerplate' | 'scare';
	readonly span: Span;
	/** Of boilerplate: dateline, byline, signoff, section, caption, repeat, related, tags, comments, share, contact, site, stray. */
	readonly what?: string;
}

// ---- What people decided ----

/** A span together with the words that stood there, so that it can be found again in an edited text. */
export interface Anchor {
	readonly span: Span;
	/** The text of the span; for over 120 code points its first and last 40 with a hash, as the sidecar keeps it. */
	readonly exact: string;
	/** 16 code points before and after, for kinds that keep them. */
	readonly prefix?: string;
	readonly suffix?: string;
}

export type RecordState = 'confirmed' | 'rejected' | 'orphan';
export type Origin = 'manual' | 'model' | 'rule' | 'import';
export type Review = 'single' | 'bulk' | 'edited';

interface RecordBase {
	/** Six (or, on collision, more) base-32 characters beginning with a letter, fixed at birth. */
	readonly id: string;
	/** An orphan's place is lost: its spans are the last known ones. */
	readonly state: RecordState;
	/** For an orphan, what it was and becomes again when placed. Default confirmed. */
	readonly was?: 'confirmed' | 'rejected';
	readonly from?: Origin;
	readonly review?: Review;
	readonly score?: number;
	readonly comment?: string;
	readonly flag?: boolean;
	/** Found again only approximately; set until someone confirms the place. */
	readonly moved?: boolean;
	/** Who decided, where the corpus keeps names. */
	readonly by?: string;
	readonly attributes?: Readonly<Record<string, string>>;
	/** Versions of this record that a merge could not reconcile, newest first, each a whole record. */
	readonly alternatives?: readonly AnnotationRecord[];
}

export interface EntityRecord extends RecordBase {
	readonly kind: 'entity';
	readonly label: string;
	readonly at: Anchor;
	readonly form?: string;
	/** Key in the entity register. */
	readonly entity?: string;
	readonly value?: string;
}

export interface StatementRecord extends RecordBase {
	readonly kind: 'statement';
	readonly type: StatementType;
	readonly content: readonly Anchor[];
	readonly cue?: Anchor;
	/** Absent when the subject is implicit. */
	readonly speaker?: Anchor;
	/** Key in the register, or "unnamed:…". */
	readonly speakerEntity?: string;
	/** The resolved speaker's name as it was when decided, for readers of the file. */
	readonly speakerName?: string;
	readonly via?: Anchor;
	readonly addressee?: Anchor;
	/** Ids of statements. */
	readonly relayOf?: string;
	readonly nestedIn?: string;
}

export interface RelationRecord extends RecordBase {
	readonly kind: 'relation';
	readonly type: string;
	/** Ids of the records it joins. */
	readonly source: string;
	readonly target: string;
}

export interface RegionRecord extends RecordBase {
	readonly kind: 'region';
	readonly region: 'boilerplate' | 'scare';
	readonly what?: string;
	readonly at: Anchor;
}

export type AnnotationRecord = EntityRecord | StatementRecord | RelationRecord | RegionRecord;
export type RecordKind = AnnotationRecord['kind'];

export type Progress = 'new' | 'draft' | 'done';

export interface Annotations {
	readonly status: { readonly entities: Progress; readonly statements: Progress };
	/** Labels of the whole document, as the scheme allows. */
	readonly labels: Readonly<Record<string, string>>;
	/** Sorted by start, then kind, then id; relations last. */
	readonly records: readonly AnnotationRecord[];
}

// ---- Both, as shown ----

export type Status = 'suggested' | RecordState;

export interface EntityView {
	readonly id: string;
	readonly status: Status;
	readonly label: string;
	readonly span: Span;
	readonly text: string;
	readonly from: Origin;
	readonly score?: number;
	readonly evidence: readonly string[];
	/** Mentions of one name share it. */
	readonly name: string;
	readonly form?: string;
	readonly entity?: string;
	readonly value?: string;
	readonly comment?: string;
	readonly flag?: boolean;
	readonly moved?: boolean;
	/** Other versions that a merge left to choose from, as readable as one line can be. */
	readonly alternatives?: readonly string[];
	/** Id of the entity around it. */
	readonly nestedIn?: string;
}

export interface StatementView {
	readonly id: string;
	readonly status: Status;
	readonly type: StatementType;
	readonly content: readonly Span[];
	readonly cue?: Span;
	readonly cueLemma?: string;
	/** What the choice of the cue tells of the words: neutral, affirming, doubting, denying, demanding …; of suggestions. */
	readonly stance?: string;
	readonly speaker?: Span;
	readonly speakerName?: string;
	readonly speakerEntity?: string;
	readonly resolution: Resolution;
	readonly via?: Span;
	readonly chain?: readonly Span[];
	readonly addressee?: Span;
	/** Id of the statement of which this attributes the same words a second time. */
	readonly relayOf?: string;
	/** Id of the statement in which this one stands. */
	readonly nestedIn?: string;
	readonly from: Origin;
	readonly score?: number;
	readonly comment?: string;
	readonly flag?: boolean;
	readonly moved?: boolean;
	/** As for entities. */
	readonly alternatives?: readonly string[];
}

export interface DocumentView {
	readonly text: string;
	/** In text order, outer before inner; orphans last. */
	readonly entities: readonly EntityView[];
	readonly statements: readonly StatementView[];
	readonly regions: readonly Region[];
	readonly status: Annotations['status'];
}

// ---- What is wrong ----

/** Something wrong with a text, a sidecar or a request, told by code; the wording and its language belong to the edge. */
export interface Problem {
	/** Key of the message in the message tables, e.g. "sidecar-span-outside". */
	readonly code: string;
	readonly severity: 'error' | 'warning' | 'info';
	/** Where, in the file that is wrong (the sidecar for sidecar problems). */
	readonly span?: Span;
	/** Values for the message's placeholders. */
	readonly values?: Readonly<Record<string, string | number>>;
}

/** A value and what is wrong with it; there is always a value. */
export interface Result<T> {
	readonly value: T;
	readonly problems: readonly Problem[];
}
