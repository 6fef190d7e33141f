import { analysing } from '../core/analysis/analyse.ts';
import { type DocumentState, documentState } from '../core/sidecar/session.ts';
import { runSteps } from '../core/steps.ts';
import { closedArticle } from './closedArticle.ts';
import type { Corpus } from './corpora.ts';
import type { World } from './world.ts';

/** An article with suggestions and decisions, as it is in the editor, or on the disk where it is not open; else a problem's code. */
export async function documentStateOf(world: World, corpus: Corpus, uri: string): Promise<DocumentState | string> {
	const { settings, articles, scheduler } = world;
	const open = articles.get(uri);
	if (open !== undefined) {
		return open.readOnly ?? open.decide(state => state);
	}
	const closed = await closedArticle(world, corpus, uri, settings.layer);
	if (typeof closed === 'string') {
		return closed;
	}
	const { models } = await world.models.of(corpus);
	const analysis = await runSteps(analysing(closed.text, { models }), { isCancellationRequested: false }, scheduler);
	const nothing = { entities: [], statements: [], regions: [] };
	return documentState(closed.text, analysis ?? nothing, closed.annotations, corpus.names);
}
