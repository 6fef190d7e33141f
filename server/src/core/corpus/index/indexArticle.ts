import type { DocumentView, EntityView, StatementView } from '../../model.ts';
import { partitionPoint } from '../../sorted.ts';
import type { Span } from '../../span.ts';
import { type Token, tokenize } from '../../text/tokens.ts';
import {
	entityColumn,
	entityWidth,
	type IndexedArticle,
	partWidth,
	statementColumn,
	statementTypes,
	statementWidth,
	statuses,
} from './indexedArticle.ts';
import { packId } from './packedId.ts';
import type { StringTable } from './stringTable.ts';

export type Columns = Pick<IndexedArticle, 'tokens' | 'entities' | 'statements' | 'parts'>;

/** What the index keeps of an article as it is shown; orphans are left out, since they have no place. New strings go into the table. */
export function indexArticle(view: DocumentView, strings: StringTable): Columns {
	const { text } = view;
	const tokens = tokenize(text);
	const entities = view.entities.filter(({ status }) => status !== 'orphan');
	const statements = view.statements.filter(({ status }) => status !== 'orphan');
	const parts = statements.flatMap(({ content }) => content);
	return {
		tokens: Uint32Array.from(tokens, token => strings.id(text.slice(token.start, token.end))),
		entities: entityRows(entities, tokens, strings),
		statements: statementRows(statements, text, strings),
		parts: partRows(parts, tokens),
	};
}

function entityRows(entities: readonly EntityView[], tokens: readonly Token[], strings: StringTable): Uint32Array {
	const rows = new Uint32Array(entities.length * entityWidth);
	for (const [index, entity] of entities.entries()) {
		const at = index * entityWidth;
		const within = tokensOf(tokens, entity.span);
		rows[at + entityColumn.start] = entity.span.start;
		rows[at + entityColumn.end] = entity.span.end;
		rows[at + entityColumn.token] = within.start;
		rows[at + entityColumn.tokenEnd] = within.end;
		rows[at + entityColumn.label] = strings.id(entity.label);
		rows[at + entityColumn.text] = strings.id(entity.form ?? entity.text);
		rows[at + entityColumn.name] = strings.id(entity.label === 'DATE' ? (entity.value ?? entity.name) : entity.name);
		rows[at + entityColumn.entity] = strings.id(entity.entity ?? '');
		rows[at + entityColumn.status] = statuses.indexOf(entity.status);
		rows[at + entityColumn.id] = packId(entity.id, strings);
	}
	return rows;
}

function statementRows(statements: readonly StatementView[], text: string, strings: StringTable): Uint32Array {
	const rows = new Uint32Array(statements.length * statementWidth);
	const words = (span: Span | undefined): number =>
		strings.id(span === undefined ? '' : text.slice(span.start, span.end));
	let part = 0;
	for (const [index, statement] of statements.entries()) {
		const at = index * statementWidth;
		const { speakerEntity = '', status } = statement;
		// A suggestion names its speaker by a key of this analysis, which means nothing elsewhere.
		const key = status === 'suggested' && !speakerEntity.startsWith('unnamed:') ? '' : speakerEntity;
		rows[at + statementColumn.type] = statementTypes.indexOf(statement.type);
		rows[at + statementColumn.status] = statuses.indexOf(status);
		rows[at + statementColumn.cue] = words(statement.cue);
		rows[at + statementColumn.cueLemma] = strings.id(statement.cueLemma ?? '');
		rows[at + statementColumn.stance] = strings.id(statement.stance ?? '');
		rows[at + statementColumn.speaker] = words(statement.speaker);
		rows[at + statementColumn.speakerName] = strings.id(statement.speakerName ?? '');
		rows[at + statementColumn.speakerEntity] = strings.id(key);
		rows[at + statementColumn.via] = words(statement.via);
		rows[at + statementColumn.id] = packId(statement.id, strings);
		rows[at + statementColumn.part] = part;
		rows[at + statementColumn.parts] = statement.content.length;
		part += statement.content.length;
	}
	return rows;
}

function partRows(parts: readonly Span[], tokens: readonly Token[]): Uint32Array {
	const rows = new Uint32Array(parts.length * partWidth);
	for (const [index, span] of parts.entries()) {
		const within = tokensOf(tokens, span);
		rows.set([span.start, span.end, within.start, within.end], index * partWidth);
	}
	return rows;
}

/** The tokens that share a letter with a span, as numbers from 0, the end exclusive. */
function tokensOf(tokens: readonly Token[], span: Span): Span {
	const start = partitionPoint(tokens.length, index => (tokens[index]?.end ?? 0) <= span.start);
	return {
		start,
		end: Math.max(
			start,
			partitionPoint(tokens.length, index => (tokens[index]?.start ?? 0) < span.end),
		),
	};
}
