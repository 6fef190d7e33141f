import { find } from '../../core/features/find.ts';
import type { FindParams, FindResult } from '../../protocol/requests.ts';
import type { OpenDocument } from '../openDocument.ts';
import * as toProto from '../toProto.ts';

/** More hits than anyone walks through by hand. */
const most = 1000;
/** Code units of context on each side. */
const context = 40;

export function handleFind(document: OpenDocument, params: FindParams): FindResult {
	const source = document.view.text;
	return {
		hits: find(source, params.query, most).map(span => ({
			range: toProto.range(document.text, span),
			before: source.slice(Math.max(0, span.start - context), span.start),
			text: source.slice(span.start, span.end),
			after: source.slice(span.end, span.end + context),
		})),
	};
}
