import type { DefinitionParams, Location } from 'vscode-languageserver';
import { definition } from '../../core/features/definition.ts';
import * as fromProto from '../fromProto.ts';
import type { OpenDocument } from '../openDocument.ts';
import * as toProto from '../toProto.ts';

export function handleDefinition(document: OpenDocument, params: DefinitionParams): Location | null {
	const result = definition(document.view, fromProto.offset(document.text, params.position));
	return result ? { uri: document.uri, range: toProto.range(document.text, result.target) } : null;
}
