import { type BaseLanguageClient, type CancellationToken, ExecuteCommandRequest } from 'vscode-languageclient';
import type { CommandAnswer, CommandArguments, ServerCommand } from '../../server/src/protocol/commands.ts';
import {
	type EntryParams,
	type EntryResult,
	type ExportParams,
	type ExportResult,
	entryRequest,
	exportRequest,
	type IndexState,
	indexRequest,
	type LedgerQuery,
	type LedgerResult,
	ledgerRequest,
	type SearchQuery,
	type SearchResult,
	type StatsQuery,
	type StatsResult,
	searchRequest,
	statsRequest,
} from '../../server/src/protocol/corpus.ts';
import {
	type ExportToParams,
	exportToRequest,
	type FormatsResult,
	formatsRequest,
	type ImportFromParams,
	importFromRequest,
	type TransferResult,
} from '../../server/src/protocol/formats.ts';
import {
	type ArticleResult,
	articleRequest,
	type CompareParams,
	type CompareResult,
	compareRequest,
	type DocumentResult,
	documentRequest,
	type ExplainResult,
	explainRequest,
	type FindResult,
	findRequest,
	type GuessResult,
	guessRequest,
	type LayersResult,
	layersRequest,
	type RegisterResult,
	registerRequest,
	type SchemeResult,
	schemeRequest,
	type TokenResult,
	tokenRequest,
	type UnfinishedResult,
	unfinishedRequest,
} from '../../server/src/protocol/requests.ts';
import { type TrainResult, trainRequest } from '../../server/src/protocol/training.ts';
import type { Position, Range } from '../../server/src/protocol/types.ts';

/** What the client asks of the server, typed. Every call rejects where the server is gone. */
export interface Server {
	document(uri: string): Promise<DocumentResult>;
	scheme(uri: string): Promise<SchemeResult>;
	layers(uri: string): Promise<LayersResult>;
	compare(uri: string, layers: CompareParams['layers']): Promise<CompareResult>;
	register(uri: string): Promise<RegisterResult>;
	article(uri: string): Promise<ArticleResult>;
	unfinished(uri: string): Promise<UnfinishedResult>;
	find(uri: string, query: string): Promise<FindResult>;
	explain(uri: string, position: Position): Promise<ExplainResult>;
	token(uri: string, position: Position): Promise<TokenResult>;
	guess(uri: string, content: readonly Range[]): Promise<GuessResult>;
	formats(uri: string): Promise<FormatsResult>;
	exportTo(params: ExportToParams): Promise<TransferResult>;
	importFrom(params: ImportFromParams): Promise<TransferResult>;
	/** Rejects where it was cancelled. */
	train(uri: string, token: CancellationToken): Promise<TrainResult>;
	/** Of a corpus, by any file or folder in it; null outside every corpus. */
	search(uri: string, query: SearchQuery): Promise<SearchResult | null>;
	ledger(uri: string, query: LedgerQuery): Promise<LedgerResult | null>;
	stats(uri: string, query: StatsQuery): Promise<StatsResult | null>;
	entry(params: EntryParams): Promise<EntryResult | null>;
	/** All rows of a search or of the ledger, for a file. */
	exportRows(params: ExportParams): Promise<ExportResult | null>;
	/** Brings the index up to the files, or stops that. */
	index(uri: string, stop: boolean): Promise<IndexState | null>;
	run<C extends ServerCommand>(command: C, argument: CommandArguments[C]): Promise<CommandAnswer>;
}

export function serverOver(client: BaseLanguageClient): Server {
	return {
		document: uri => client.sendRequest(documentRequest, { uri }),
		scheme: uri => client.sendRequest(schemeRequest, { uri }),
		layers: uri => client.sendRequest(layersRequest, { uri }),
		compare: (uri, layers) => client.sendRequest(compareRequest, { uri, layers }),
		register: uri => client.sendRequest(registerRequest, { uri }),
		article: uri => client.sendRequest(articleRequest, { uri }),
		unfinished: uri => client.sendRequest(unfinishedRequest, { uri }),
		find: (uri, query) => client.sendRequest(findRequest, { uri, query }),
		explain: (uri, position) => client.sendRequest(explainRequest, { uri, position }),
		token: (uri, position) => client.sendRequest(tokenRequest, { uri, position }),
		guess: (uri, content) => client.sendRequest(guessRequest, { uri, content }),
		formats: uri => client.sendRequest(formatsRequest, { uri }),
		exportTo: params => client.sendRequest(exportToRequest, params),
		importFrom: params => client.sendRequest(importFromRequest, params),
		train: (uri, token) => client.sendRequest(trainRequest, { uri }, token),
		search: (uri, query) => client.sendRequest(searchRequest, { uri, query }),
		ledger: (uri, query) => client.sendRequest(ledgerRequest, { uri, query }),
		stats: (uri, query) => client.sendRequest(statsRequest, { uri, query }),
		entry: params => client.sendRequest(entryRequest, params),
		exportRows: params => client.sendRequest(exportRequest, params),
		index: (uri, stop) => client.sendRequest(indexRequest, { uri, stop }),
		async run(command, argument) {
			const answer: CommandAnswer | null = await client.sendRequest(ExecuteCommandRequest.type, {
				command,
				arguments: [argument],
			});
			return answer ?? { problems: [] };
		},
	};
}
