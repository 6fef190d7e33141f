/** Requests about a corpus as a whole. Each answers null for a uri outside every corpus. */

import type { CorpusService } from '../../core/corpus/corpusService.ts';
import type { LedgerAnswer, LedgerQuery, Telling } from '../../core/corpus/ledger/query.ts';
import { groupWriters } from '../../core/corpus/ledger/writeGroups.ts';
import { ledgerPages, searchPages } from '../../core/corpus/pages.ts';
import { layerName, uriOf } from '../../core/corpus/paths.ts';
import { proposeKey } from '../../core/corpus/proposeKey.ts';
import type { SearchQuery, SearchRow } from '../../core/corpus/search/query.ts';
import { rowWriters } from '../../core/corpus/search/writeRows.ts';
import type {
	EntryParams,
	EntryResult,
	ExportParams,
	ExportResult,
	IndexParams,
	IndexState,
	LedgerParams,
	LedgerResult,
	SearchParams,
	SearchResult,
	StatsParams,
	StatsResult,
} from '../../protocol/corpus.ts';
import type { Range } from '../../protocol/types.ts';
import type { Corpus } from '../corpora.ts';
import type { World } from '../world.ts';

/** What is indexed so far is answered at once while a corpus is read for the first time; otherwise what is up to date. */
async function ask<P extends { readonly uri: string }, R>(
	world: World,
	{ uri }: P,
	work: (service: CorpusService, corpus: Corpus) => Promise<R>,
): Promise<(R & { readonly index: IndexState }) | null> {
	const corpus = await world.corpora.at(uri);
	if (corpus === undefined) {
		return null;
	}
	const { service, state, ready } = world.indexes.of(corpus);
	if (state.state === 'ready') {
		await ready;
	}
	const result = await work(service, corpus);
	return { ...result, index: world.indexes.of(corpus).state };
}

export function handleSearch(world: World, params: SearchParams): Promise<SearchResult | null> {
	return ask(world, params, async (service, { root }) => {
		const { rows, ...answer } = await service.search(decidedOnly(world, params.query));
		return { ...answer, rows: rows.map(row => ({ ...row, ...placeOf(root, row) })) };
	});
}

export function handleLedger(world: World, params: LedgerParams): Promise<LedgerResult | null> {
	return ask(world, params, async (service, { root }) => {
		const { groups, ...answer } = await decidedLedger(world, service, params.query);
		return {
			...answer,
			groups: groups.map(({ tellings, ...group }) => ({
				...group,
				tellings: tellings.map(telling => ({ ...telling, ...placeOf(root, telling) })),
			})),
		};
	});
}

export function handleStats(world: World, params: StatsParams): Promise<StatsResult | null> {
	const { hideOtherAnnotators, layer: own } = world.settings;
	return ask(world, params, async service => {
		const stats = await service.stats(params.query);
		const shown = (layer: string): boolean => layer === 'common' || layer === 'gold' || layer === layerName(own);
		return { ...stats, layers: stats.layers.filter(({ layer }) => !hideOtherAnnotators || shown(layer)) };
	});
}

export function handleEntry(world: World, params: EntryParams): Promise<EntryResult | null> {
	const { uri: _uri, ...query } = params;
	return ask(world, params, async (service, corpus) => {
		const facts = await service.nameFacts(query);
		const name = facts.name ?? facts.spellings[0] ?? params.spelling ?? '';
		return { ...facts, proposedKey: proposeKey(name, key => corpus.names.entry(key) !== undefined) };
	});
}

export async function handleExport(world: World, params: ExportParams): Promise<ExportResult | null> {
	const { format, search, ledger } = params;
	const result = await ask(world, params, async service => {
		let content = ledger === undefined ? rowWriters[format].head : groupWriters[format].head;
		if (ledger !== undefined) {
			for await (const { first, groups } of ledgerPages(
				{ ledger: query => decidedLedger(world, service, query) },
				ledger,
			)) {
				content += groups.map((group, index) => groupWriters[format].group(group, first + index)).join('');
			}
		} else if (search !== undefined) {
			for await (const { rows } of searchPages(service, decidedOnly(world, search))) {
				content += rows.map(rowWriters[format].row).join('');
			}
		}
		return { content };
	});
	return result && { content: result.content };
}

export async function handleIndex(world: World, { uri, stop }: IndexParams): Promise<IndexState | null> {
	const corpus = await world.corpora.at(uri);
	if (corpus === undefined) {
		return null;
	}
	if (stop === true) {
		world.indexes.stop(corpus);
	} else {
		world.indexes.refresh(corpus);
	}
	return world.indexes.of(corpus).state;
}

/** Where suggestions are kept from the annotator, what people decided is all there is. Words alone are nobody's suggestion. */
function decidedOnly<Q extends SearchQuery | LedgerQuery>({ settings }: World, query: Q): Q {
	const ofStatements = ['speaker', 'type', 'stance', 'cue'].some(key => key in query);
	const wordsAlone =
		'text' in query && !('entity' in query) && !('label' in query) && !('status' in query) && !ofStatements;
	return settings.suggestions === 'on' || wordsAlone
		? query
		: { ...query, status: query.status === 'rejected' ? 'rejected' : 'confirmed' };
}

/** The ledger is of statements, so words alone are not enough there; other tellings of a statement are kept back too. */
async function decidedLedger(world: World, service: CorpusService, query: LedgerQuery): Promise<LedgerAnswer> {
	if (world.settings.suggestions === 'on') {
		return service.ledger(query);
	}
	const answer = await service.ledger({ ...query, status: 'confirmed' });
	const groups = answer.groups.map(group => ({
		...group,
		tellings: group.tellings.filter(({ status }) => status === 'confirmed'),
	}));
	return { ...answer, groups };
}

function placeOf(root: string, row: SearchRow | Telling): { readonly uri: string; readonly range: Range } {
	const { path, line, column, endLine, endColumn } = row;
	const range = { start: { line, character: column }, end: { line: endLine, character: endColumn } };
	return { uri: uriOf(root, path), range };
}
