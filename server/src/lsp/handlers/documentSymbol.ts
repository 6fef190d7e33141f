import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import { documentSymbols, type SymbolNode } from '../../core/features/documentSymbols.ts';
import { say } from '../../core/messages/say.ts';
import type { OpenDocument } from '../openDocument.ts';
import type { RequestContext } from '../request.ts';
import * as toProto from '../toProto.ts';
import { labelName, shortened, typeName } from '../wording.ts';

export function handleDocumentSymbol(
	document: OpenDocument,
	_params: DocumentSymbolParams,
	context: RequestContext,
): DocumentSymbol[] {
	return documentSymbols(document.view).map(node => symbol(document, node, context));
}

function symbol(document: OpenDocument, node: SymbolNode, context: RequestContext): DocumentSymbol {
	return {
		...worded(node, context),
		range: toProto.range(document.text, node.span),
		selectionRange: toProto.range(document.text, node.place),
		children: node.children.map(child => symbol(document, child, context)),
	};
}

/** LSP forbids empty names: "…" stands for one. */
function worded({ what }: SymbolNode, context: RequestContext): Pick<DocumentSymbol, 'name' | 'detail' | 'kind'> {
	const { language, scheme } = context;
	switch (what.kind) {
		case 'statements':
			return { name: say(language, 'symbols-statements'), kind: SymbolKind.Namespace };
		case 'names':
			return { name: say(language, 'symbols-names'), kind: SymbolKind.Namespace };
		case 'speaker': {
			const name = what.text ? shortened(what.text, 80) : say(language, 'speaker-unknown');
			return { name: name || '…', detail: `${what.count}`, kind: SymbolKind.Object };
		}
		case 'statement': {
			const detail = typeName(language, what.type);
			return { name: shortened(what.text, 120) || '…', detail, kind: SymbolKind.String };
		}
		case 'label': {
			const name = labelName(scheme, what.label) || '…';
			return { name, detail: `${what.count}`, kind: SymbolKind.Class };
		}
		case 'name':
			return { name: shortened(what.text, 80) || '…', detail: `${what.mentions}`, kind: SymbolKind.Constant };
	}
}
