import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionRange } from '../../core/features/selectionRange.ts';
import type { Span } from '../../core/span.ts';
import * as fromProto from '../fromProto.ts';
import type { OpenDocument } from '../openDocument.ts';
import * as toProto from '../toProto.ts';

export function handleSelectionRange(document: OpenDocument, params: SelectionRangeParams): SelectionRange[] {
	const { view, parsed, text } = document;
	return params.positions.map(position => {
		const spans = selectionRange(view, parsed, fromProto.offset(text, position));
		return linked(document, spans) ?? { range: { start: position, end: position } };
	});
}

/** LSP wants the narrowest outermost, each pointing to the next. */
function linked({ text }: OpenDocument, spans: readonly Span[]): SelectionRange | undefined {
	return spans.reduceRight<SelectionRange | undefined>(
		(parent, span) => ({ range: toProto.range(text, span), ...(parent && { parent }) }),
		undefined,
	);
}
