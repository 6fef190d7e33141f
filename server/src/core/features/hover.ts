/**
 * Feature: Hover.
 *
 * Over a name: what it is, how else it is written, how often it occurs, on what evidence. Inside a statement: who said it, how
 * that was resolved, which word says so. Where a name lies inside a statement both are told, the name first.
 */
import type { DocumentView, EntityView, Resolution, StatementType, StatementView } from '../model.ts';
import type { Offset, Span } from '../span.ts';
import { citation, fullestMention, mentionsOf, nameAt, statementPartAt } from './lookup.ts';

/** What to say, not how to say it: the wording and its language belong to the caller. At least one of the two is there. */
export interface HoverResult {
	/** Of the name, else of the part of the statement. */
	readonly span: Span;
	readonly name?: NameFacts;
	readonly statement?: StatementFacts;
}

interface Facts {
	readonly id: string;
	readonly status: EntityView['status'];
	readonly from: EntityView['from'];
	readonly score?: number;
	readonly comment?: string;
	readonly flag: boolean;
	readonly moved: boolean;
}

export interface NameFacts extends Facts {
	readonly text: string;
	readonly label: string;
	/** The fullest form in this text; may be `text`. */
	readonly fullName: string;
	/** Other forms of the name in this text, each once, in text order; without `text` and `fullName`. */
	readonly spellings: readonly string[];
	/** How often the name occurs, this mention included. */
	readonly mentions: number;
	/** Whether this is the first of them. */
	readonly first: boolean;
	readonly evidence: readonly string[];
	readonly value?: string;
	/** Key in the register. */
	readonly entity?: string;
}

export interface StatementFacts extends Facts {
	readonly type: StatementType;
	/** The speaker's fullest name; absent for unnamed and unknown speakers. */
	readonly speakerName?: string;
	readonly how: Resolution['how'];
	/** The source phrase as written. */
	readonly speaker?: string;
	/** Words for a source that has no name, where it is one. */
	readonly unnamed?: string;
	/** The words elsewhere that the speaker was taken from. */
	readonly antecedent?: string;
	readonly cue?: string;
	readonly cueLemma?: string;
	/** What the cue tells of the words, where it tells something. */
	readonly stance?: string;
	readonly via?: string;
	readonly addressee?: string;
	/** Key in the register. */
	readonly entity?: string;
}

export function hover(view: DocumentView, offset: Offset): HoverResult | undefined {
	const name = nameAt(view, offset);
	const part = statementPartAt(view, offset);
	const span = name?.span ?? part?.span;
	return (
		span && {
			span,
			...(name && { name: nameFacts(view, name) }),
			...(part && { statement: statementFacts(view, part.statement) }),
		}
	);
}

function nameFacts(view: DocumentView, entity: EntityView): NameFacts {
	const mentions = mentionsOf(view, entity);
	const text = citation(entity);
	const fullName = citation(fullestMention(mentions) ?? entity);
	const spellings = new Set(mentions.map(citation));
	spellings.delete(text);
	spellings.delete(fullName);
	return {
		...commonFacts(entity),
		text,
		label: entity.label,
		fullName,
		spellings: [...spellings],
		mentions: mentions.length,
		first: mentions[0]?.id === entity.id,
		evidence: entity.evidence,
		...(entity.value !== undefined && { value: entity.value }),
		...(entity.entity !== undefined && { entity: entity.entity }),
	};
}

function statementFacts(view: DocumentView, statement: StatementView): StatementFacts {
	const { resolution, speakerName, cueLemma, stance } = statement;
	const words = (span: Span | undefined): string | undefined => span && view.text.slice(span.start, span.end);
	const speaker = words(statement.speaker);
	const antecedent = words(resolution.antecedent);
	const cue = words(statement.cue);
	const via = statement.chain?.map(words).join(' / ') ?? words(statement.via);
	const addressee = words(statement.addressee);
	return {
		...commonFacts(statement),
		type: statement.type,
		how: resolution.how,
		...(speakerName !== undefined && { speakerName }),
		...(speaker !== undefined && { speaker }),
		...(antecedent !== undefined && { antecedent }),
		...(cue !== undefined && { cue }),
		...(cueLemma !== undefined && { cueLemma }),
		...(stance !== undefined && stance !== 'neutral' && { stance }),
		...(via !== undefined && { via }),
		...(addressee !== undefined && { addressee }),
		...speakerKey(statement),
	};
}

const unnamedPrefix = 'unnamed:';

/** A suggestion names its speaker by the key of a name, only a record by one of the register. */
function speakerKey({ speakerEntity: key, status }: StatementView): Pick<StatementFacts, 'entity' | 'unnamed'> {
	if (key?.startsWith(unnamedPrefix)) {
		return { unnamed: key.slice(unnamedPrefix.length).trim() };
	}
	return key !== undefined && status === 'confirmed' ? { entity: key } : {};
}

function commonFacts(item: EntityView | StatementView): Facts {
	return {
		id: item.id,
		status: item.status,
		from: item.from,
		flag: item.flag === true,
		moved: item.moved === true,
		...(item.score !== undefined && { score: item.score }),
		...(item.comment !== undefined && { comment: item.comment }),
	};
}
