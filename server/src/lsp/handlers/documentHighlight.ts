import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from 'vscode-languageserver';
import { documentHighlight, type RelatedSpan } from '../../core/features/documentHighlight.ts';
import * as fromProto from '../fromProto.ts';
import type { OpenDocument } from '../openDocument.ts';
import * as toProto from '../toProto.ts';

export function handleDocumentHighlight(document: OpenDocument, params: DocumentHighlightParams): DocumentHighlight[] {
	const spans = documentHighlight(document.view, fromProto.offset(document.text, params.position));
	return spans.map(({ span, role }) => ({ range: toProto.range(document.text, span), kind: kindOf(role) }));
}

/** LSP knows no cues and speakers; its three kinds at least tell them from the content. */
function kindOf(role: RelatedSpan['role']): DocumentHighlightKind {
	if (role === 'cue') {
		return DocumentHighlightKind.Write;
	}
	return role === 'name' || role === 'content' ? DocumentHighlightKind.Text : DocumentHighlightKind.Read;
}
