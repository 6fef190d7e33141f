import {
	type SemanticTokens,
	SemanticTokensBuilder,
	type SemanticTokensLegend,
	type SemanticTokensParams,
	type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { type SemanticPiece, semanticTokens } from '../../core/features/semanticTokens.ts';
import * as fromProto from '../fromProto.ts';
import type { OpenDocument } from '../openDocument.ts';

/** Standard types, so that every colour theme knows them. */
const tokenTypes = ['class', 'namespace', 'enum', 'number', 'event', 'type', 'string', 'keyword', 'parameter'] as const;
const tokenModifiers = ['suggested', 'confirmed'] as const;

export const semanticTokensLegend: SemanticTokensLegend = {
	tokenTypes: [...tokenTypes],
	tokenModifiers: [...tokenModifiers],
};

export function handleSemanticTokens(document: OpenDocument, _params: SemanticTokensParams): SemanticTokens {
	return encoded(document, semanticTokens(document.view));
}

export function handleSemanticTokensRange(document: OpenDocument, params: SemanticTokensRangeParams): SemanticTokens {
	return encoded(document, semanticTokens(document.view, fromProto.span(document.text, params.range)));
}

type TokenType = (typeof tokenTypes)[number];

/** Labels of the built-in schemes; any other label is a type. */
const labelTypes: Readonly<Record<string, TokenType>> = {
	PER: 'class',
	PERS: 'class',
	ORG: 'namespace',
	LOC: 'enum',
	GPE: 'enum',
	FAC: 'enum',
	DATE: 'number',
	TIME: 'number',
	MISC: 'event',
	EVENT: 'event',
};

const roleTypes: Readonly<Record<Exclude<SemanticPiece['role'], 'name'>, TokenType>> = {
	content: 'string',
	cue: 'keyword',
	speaker: 'parameter',
};

function encoded({ text }: OpenDocument, pieces: readonly SemanticPiece[]): SemanticTokens {
	const builder = new SemanticTokensBuilder();
	for (const { start, end, role, label, status } of pieces) {
		const { line, character } = text.positionAt(start);
		const type = role === 'name' ? (labelTypes[label] ?? 'type') : roleTypes[role];
		const modifiers = 1 << tokenModifiers.indexOf(status === 'confirmed' ? 'confirmed' : 'suggested');
		builder.push(line, character, end - start, tokenTypes.indexOf(type), modifiers);
	}
	return builder.build();
}
