import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { folding } from '../../core/features/folding.ts';
import type { OpenDocument } from '../openDocument.ts';
import * as toProto from '../toProto.ts';

export function handleFolding(document: OpenDocument, _params: FoldingRangeParams): FoldingRange[] {
	return folding(document.view, document.parsed).flatMap(({ span, kind }) => {
		const { start, end } = toProto.range(document.text, span);
		const fold = { startLine: start.line, endLine: end.line };
		return start.line < end.line ? [kind === 'boilerplate' ? { ...fold, kind: FoldingRangeKind.Comment } : fold] : [];
	});
}
