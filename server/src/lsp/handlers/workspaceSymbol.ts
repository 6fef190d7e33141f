import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { registerPath, uriOf } from '../../core/corpus/paths.ts';
import { registerSymbols } from '../../core/features/registerSymbols.ts';
import * as toProto from '../toProto.ts';
import type { World } from '../world.ts';

/** Entries of the registers of all corpora that the opened folders are or lie in. */
export async function handleWorkspaceSymbol(world: World, query: string): Promise<SymbolInformation[]> {
	const symbols: SymbolInformation[] = [];
	const seen = new Set<string>();
	for (const folder of world.folders) {
		const corpus = await world.corpora.at(folder);
		if (corpus === undefined || seen.has(corpus.root)) continue;
		seen.add(corpus.root);
		const uri = uriOf(corpus.root, registerPath);
		const bytes = await corpus.files.read(uri).catch(() => undefined);
		const source = bytes === undefined ? '' : new TextDecoder().decode(bytes);
		const text = TextDocument.create(uri, 'yaml', 0, source);
		for (const { entry, span } of registerSymbols(source, query)) {
			const location = { uri, range: toProto.range(text, span) };
			symbols.push({ name: entry.name, kind: SymbolKind.Object, location, containerName: entry.key });
		}
	}
	return symbols;
}
