import type { Location, ReferenceParams } from 'vscode-languageserver';
import { uriOf } from '../../core/corpus/paths.ts';
import { nameAt } from '../../core/features/lookup.ts';
import * as fromProto from '../fromProto.ts';
import type { OpenDocument } from '../openDocument.ts';
import type { World } from '../world.ts';
import { handleReferences } from './references.ts';

/** More than anyone looks through in a list. */
const most = 1000;

/** Mentions in this article, then those in the others, once the index is there. */
export function referencesInCorpus(world: World) {
	return async function references(document: OpenDocument, params: ReferenceParams): Promise<Location[]> {
		const here = handleReferences(document, params);
		const corpus = world.articles.get(document.uri)?.corpus;
		const name = nameAt(document.view, fromProto.offset(document.text, params.position));
		if (name === undefined || corpus?.exists !== true) {
			return here;
		}
		const { service, state } = world.indexes.of(corpus);
		if (state.state !== 'ready') {
			return here;
		}
		const { label } = name;
		const { rows } = await service.search({ label, entity: name.entity ?? name.name, limit: most });
		const others = rows.map(({ path, line, column, endLine, endColumn }) => ({
			uri: uriOf(corpus.root, path),
			range: { start: { line, character: column }, end: { line: endLine, character: endColumn } },
		}));
		return [...here, ...others.filter(({ uri }) => uri !== document.uri)];
	};
}
