import { type CompletionItem, CompletionItemKind, type CompletionParams } from 'vscode-languageserver';
import { corpusPath, registerPath, schemePath } from '../../core/corpus/paths.ts';
import { sidecarCompletion } from '../../core/features/sidecarCompletion.ts';
import * as fromProto from '../fromProto.ts';
import type { OpenSidecar } from '../openSidecar.ts';
import type { RequestContext } from '../request.ts';
import * as toProto from '../toProto.ts';

/** In sidecars only: articles are never completed, and the other files of a corpus have schemas alone. */
export function handleCompletion(
	document: OpenSidecar,
	params: CompletionParams,
	context: RequestContext,
): CompletionItem[] {
	if (otherFiles.some(file => document.uri.endsWith(`/${file}`))) {
		return [];
	}
	const offset = fromProto.offset(document.text, params.position);
	const items = sidecarCompletion(document.text.getText(), offset, {
		labels: context.scheme.entities,
		entries: context.register ?? [],
	});
	return items.map(({ kind, label, insert, span, detail }, index) => ({
		label,
		kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
		textEdit: { range: toProto.range(document.text, span), newText: insert },
		sortText: `${index}`.padStart(3, '0'),
		...(detail !== undefined && { detail }),
	}));
}

const otherFiles = [corpusPath, registerPath, schemePath];
