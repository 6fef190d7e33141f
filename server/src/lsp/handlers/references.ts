import type { Location, ReferenceParams } from 'vscode-languageserver';
import { references } from '../../core/features/references.ts';
import * as fromProto from '../fromProto.ts';
import type { OpenDocument } from '../openDocument.ts';
import * as toProto from '../toProto.ts';

export function handleReferences(document: OpenDocument, params: ReferenceParams): Location[] {
	const offset = fromProto.offset(document.text, params.position);
	const declaration = params.context.includeDeclaration ? 'include' : 'leave-out';
	const spans = references(document.view, offset, { declaration });
	return spans.map(span => ({ uri: document.uri, range: toProto.range(document.text, span) }));
}
