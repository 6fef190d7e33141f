import type { Hover, HoverParams } from 'vscode-languageserver';
import type { CorpusNameFacts } from '../../core/corpus/search/nameFacts.ts';
import { hover } from '../../core/features/hover.ts';
import * as fromProto from '../fromProto.ts';
import { hoverText } from '../hoverMarkdown.ts';
import { markdown, plainText } from '../markdown.ts';
import type { OpenDocument } from '../openDocument.ts';
import type { RequestContext } from '../request.ts';
import * as toProto from '../toProto.ts';

/** `corpus`: what is known of the name there beyond this article. */
export function handleHover(
	document: OpenDocument,
	params: HoverParams,
	context: RequestContext,
	corpus?: CorpusNameFacts,
): Hover | null {
	const result = hover(document.view, fromProto.offset(document.text, params.position));
	if (result === undefined) {
		return null;
	}
	const isMarkdown = context.markdown ?? true;
	const value = hoverText(result, {
		language: context.language,
		scheme: context.scheme,
		markup: isMarkdown ? markdown({ isolate: context.annotations }) : plainText,
		...(context.commandLinks && { linksFor: document.uri }),
		...(corpus && { corpus }),
	});
	return {
		contents: { kind: isMarkdown ? 'markdown' : 'plaintext', value },
		range: toProto.range(document.text, result.span),
	};
}
