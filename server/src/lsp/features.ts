import { type CancellationToken, RequestType, ResponseError } from 'vscode-languageserver';
import { newsScheme } from '../core/scheme/builtIn.ts';
import {
	entryRequest,
	exportRequest,
	indexRequest,
	ledgerRequest,
	searchRequest,
	statsRequest,
} from '../protocol/corpus.ts';
import { exportToRequest, formatsRequest, importFromRequest } from '../protocol/formats.ts';
import {
	articleRequest,
	compareRequest,
	documentRequest,
	type ExplainParams,
	type ExplainResult,
	explainRequest,
	type FindParams,
	type FindResult,
	findRequest,
	type GuessParams,
	type GuessResult,
	guessRequest,
	layersRequest,
	registerRequest,
	schemeRequest,
	type TokenParams,
	type TokenResult,
	tokenRequest,
	unfinishedRequest,
} from '../protocol/requests.ts';
import { trainRequest } from '../protocol/training.ts';
import { handleArticle } from './handlers/article.ts';
import { handleCodeAction } from './handlers/codeAction.ts';
import { handleCompare } from './handlers/compare.ts';
import { handleCompletion } from './handlers/completion.ts';
import { handleEntry, handleExport, handleIndex, handleLedger, handleSearch, handleStats } from './handlers/corpus.ts';
import { handleDefinition } from './handlers/definition.ts';
import { handleDiagnostic } from './handlers/diagnostic.ts';
import { handleDocument } from './handlers/document.ts';
import { handleDocumentHighlight } from './handlers/documentHighlight.ts';
import { handleDocumentSymbol } from './handlers/documentSymbol.ts';
import { handleExplain } from './handlers/explain.ts';
import { handleFind } from './handlers/find.ts';
import { handleFolding } from './handlers/folding.ts';
import { handleGuess } from './handlers/guess.ts';
import { hoverInCorpus } from './handlers/hoverInCorpus.ts';
import { handleLayers } from './handlers/layers.ts';
import { referencesInCorpus } from './handlers/referencesInCorpus.ts';
import { handleRegister } from './handlers/register.ts';
import { handleScheme } from './handlers/scheme.ts';
import { handleSelectionRange } from './handlers/selectionRange.ts';
import { handleSemanticTokens, handleSemanticTokensRange } from './handlers/semanticTokens.ts';
import { handleToken } from './handlers/token.ts';
import { handleTrain } from './handlers/train.ts';
import { handleExportTo, handleFormats, handleImportFrom } from './handlers/transfer.ts';
import { handleUnfinished } from './handlers/unfinished.ts';
import { handleWorkspaceSymbol } from './handlers/workspaceSymbol.ts';
import type { OpenDocument } from './openDocument.ts';
import type { OpenSidecar } from './openSidecar.ts';
import { answer, noDocument, type RequestContext, type RequestHost, request, uriOf } from './request.ts';
import { schemeItem } from './schemeItem.ts';
import { Sidecars } from './sidecars.ts';
import type { World } from './world.ts';

/** Registers every request; each handler is wrapped once, in request.ts. */
export function registerFeatures(world: World): void {
	const { connection } = world;
	const articles = articleHost(world);
	const sidecars = sidecarHost(world);
	const either = eitherHost(articles, sidecars);

	connection.onHover(request(articles, hoverInCorpus(world)));
	connection.onDocumentSymbol(request(articles, handleDocumentSymbol));
	connection.onDocumentHighlight(request(articles, handleDocumentHighlight));
	connection.onReferences(request(articles, referencesInCorpus(world)));
	connection.onWorkspaceSymbol(({ query }, token) =>
		answer(articles, 'workspace/symbol', token, () => handleWorkspaceSymbol(world, query)),
	);
	connection.onDefinition(request(articles, handleDefinition));
	connection.onFoldingRanges(request(articles, handleFolding));
	connection.onSelectionRanges(request(articles, handleSelectionRange));
	connection.onCodeAction(request(articles, handleCodeAction));
	connection.languages.semanticTokens.on(request(articles, handleSemanticTokens));
	connection.languages.semanticTokens.onRange(request(articles, handleSemanticTokensRange));
	connection.languages.diagnostics.on(orNothing(request(either, handleDiagnostic), { kind: 'full', items: [] }));
	connection.onCompletion(request(sidecars, handleCompletion));

	const own = <P, R>(method: string): RequestType<P, R | null, void> => new RequestType(method);
	connection.onRequest(own<TokenParams, TokenResult>(tokenRequest), request(articles, handleToken));
	connection.onRequest(own<ExplainParams, ExplainResult>(explainRequest), request(articles, handleExplain));
	connection.onRequest(own<FindParams, FindResult>(findRequest), request(articles, handleFind));
	connection.onRequest(own<GuessParams, GuessResult>(guessRequest), request(articles, handleGuess));
	onWorld(world, documentRequest, handleDocument);
	onWorld(world, articleRequest, handleArticle);
	onWorld(world, layersRequest, handleLayers);
	onWorld(world, compareRequest, handleCompare);
	onWorld(world, schemeRequest, handleScheme);
	onWorld(world, registerRequest, handleRegister);
	onWorld(world, unfinishedRequest, handleUnfinished);
	onWorld(world, searchRequest, handleSearch);
	onWorld(world, ledgerRequest, handleLedger);
	onWorld(world, statsRequest, handleStats);
	onWorld(world, entryRequest, handleEntry);
	onWorld(world, exportRequest, handleExport);
	onWorld(world, indexRequest, handleIndex);
	onWorld(world, formatsRequest, handleFormats);
	onWorld(world, exportToRequest, handleExportTo);
	onWorld(world, importFromRequest, handleImportFrom);
	onWorld(world, trainRequest, handleTrain);
}

/** A request that speaks of files, open or not. */
function onWorld<P>(
	world: World,
	method: string,
	handler: (world: World, params: P, token: CancellationToken) => Promise<unknown>,
): void {
	const host = articleHost(world);
	world.connection.onRequest(new RequestType<P, unknown, void>(method), (params, token) =>
		uriOf(params) === undefined ? noDocument() : answer(host, method, token, () => handler(world, params, token)),
	);
}

function articleHost(world: World): RequestHost<OpenDocument> {
	return {
		open: uri => world.articles.get(uri)?.snapshot(),
		version: uri => world.articles.get(uri)?.version,
		context: document => context(world, world.articles.get(document.uri)?.corpus?.scheme),
		language: () => world.settings.language,
		logger: world.logger,
	};
}

function sidecarHost(world: World): RequestHost<OpenSidecar> {
	return {
		open: uri => world.sidecars.snapshot(uri),
		version: uri => world.sidecars.get(uri)?.version,
		context: document => {
			const corpus = world.articles.sharing(document.uri)?.corpus;
			return { ...context(world, corpus?.scheme), register: corpus?.register ?? [] };
		},
		language: () => world.settings.language,
		logger: world.logger,
	};
}

function eitherHost(
	articles: RequestHost<OpenDocument>,
	sidecars: RequestHost<OpenSidecar>,
): RequestHost<OpenDocument | OpenSidecar> {
	return {
		open: (uri, token) => (Sidecars.takes(uri) ? sidecars : articles).open(uri, token),
		version: uri => (Sidecars.takes(uri) ? sidecars : articles).version(uri),
		context: document => ('view' in document ? articles.context(document) : sidecars.context(document)),
		language: articles.language,
		logger: articles.logger,
	};
}

function context(world: World, scheme = newsScheme): RequestContext {
	const { settings, abilities, client } = world;
	const formats = client.textDocument?.hover?.contentFormat;
	return {
		language: settings.language,
		commandLinks: abilities.commandLinks,
		annotations: abilities.annotations,
		markdown: formats === undefined || formats.includes('markdown'),
		scheme: schemeItem(scheme, settings.language),
	};
}

/** For requests whose answer may not be null; `E` is what the request says an error carries. */
function orNothing<P, R, E>(
	ask: (params: P, token: CancellationToken) => Promise<R | null | ResponseError<void>>,
	nothing: R,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<E>> {
	return async (params, token) => {
		const result = await ask(params, token);
		return result instanceof ResponseError ? new ResponseError<E>(result.code, result.message) : (result ?? nothing);
	};
}
