import type { Hover, HoverParams } from 'vscode-languageserver';
import type { CorpusNameFacts } from '../../core/corpus/search/nameFacts.ts';
import { nameAt } from '../../core/features/lookup.ts';
import * as fromProto from '../fromProto.ts';
import type { OpenDocument } from '../openDocument.ts';
import type { RequestContext } from '../request.ts';
import type { World } from '../world.ts';
import { handleHover } from './hover.ts';

/** In milliseconds: a hover does not wait longer for what the corpus knows. */
const patience = 150;

/** Hover with what the corpus knows of the name, once its index is there and not busy. */
export function hoverInCorpus(world: World) {
	return async function hover(
		document: OpenDocument,
		params: HoverParams,
		context: RequestContext,
	): Promise<Hover | null> {
		const facts = await factsAt(world, document, params);
		return handleHover(document, params, context, facts);
	};
}

async function factsAt(
	world: World,
	document: OpenDocument,
	{ position }: HoverParams,
): Promise<CorpusNameFacts | undefined> {
	const corpus = world.articles.get(document.uri)?.corpus;
	const name = nameAt(document.view, fromProto.offset(document.text, position));
	if (name === undefined || corpus?.exists !== true) {
		return undefined;
	}
	const { service, state } = world.indexes.of(corpus);
	if (state.state !== 'ready') {
		return undefined;
	}
	const { entity, label } = name;
	const asked = service.nameFacts(entity === undefined ? { spelling: name.name, label } : { key: entity, label });
	const late = new Promise<undefined>(resolve => setTimeout(resolve, patience, undefined));
	return Promise.race([asked.catch(() => undefined), late]);
}
