import { nameSpanAt } from '../../core/entities/nameSpanAt.ts';
import type { TokenParams, TokenResult } from '../../protocol/requests.ts';
import * as fromProto from '../fromProto.ts';
import type { OpenDocument } from '../openDocument.ts';
import * as toProto from '../toProto.ts';

export function handleToken(document: OpenDocument, params: TokenParams): TokenResult {
	const span = nameSpanAt(document.parsed, fromProto.offset(document.text, params.position));
	return span === undefined ? {} : { range: toProto.range(document.text, span) };
}
