import { hover } from '../../core/features/hover.ts';
import type { ExplainParams, ExplainResult } from '../../protocol/requests.ts';
import * as fromProto from '../fromProto.ts';
import { explanation } from '../hoverMarkdown.ts';
import { plainText } from '../markdown.ts';
import type { OpenDocument } from '../openDocument.ts';
import type { RequestContext } from '../request.ts';

export function handleExplain(document: OpenDocument, params: ExplainParams, context: RequestContext): ExplainResult {
	const result = hover(document.view, fromProto.offset(document.text, params.position));
	const { language, scheme } = context;
	return { items: result === undefined ? [] : explanation(result, { language, scheme, markup: plainText }) };
}
