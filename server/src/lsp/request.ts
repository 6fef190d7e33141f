import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { RegisterEntry } from '../core/corpus/register.ts';
import { type Language, say } from '../core/messages/say.ts';
import type { Logger } from '../core/ports.ts';
import type { SchemeItem } from '../protocol/types.ts';

/** What a handler knows besides the document: who asks, and in which language. */
export interface RequestContext {
	readonly language: Language;
	/** The client runs command links in hover. */
	readonly commandLinks: boolean;
	/** The client draws isnad/annotations; it is ours, so it also shows bidi isolates right. */
	readonly annotations: boolean;
	/** The client shows Markdown in hover. Default true. */
	readonly markdown?: boolean;
	/** The label scheme that holds for the document, worded in `language`. */
	readonly scheme: SchemeItem;
	/** The register of the corpus, where it matters. */
	readonly register?: readonly RegisterEntry[];
}

/** What the wrapper asks of the server. `D` is an open article or an open sidecar. */
export interface RequestHost<D extends Versioned> {
	/** The document as it is now, once it is ready to be asked; undefined where it is not open or not ours. */
	open(uri: string, token: CancellationToken): D | undefined | Promise<D | undefined>;
	/** Version of the open text at this moment; undefined where it is not open any more. */
	version(uri: string): number | undefined;
	context(document: D): RequestContext;
	readonly language: () => Language;
	readonly logger: Logger;
}

export interface Versioned {
	readonly uri: string;
	readonly version: number;
}

export type DocumentParamsLike = { readonly textDocument: { readonly uri: string } } | { readonly uri: string };

/**
 * Turns a handler into what `connection.onX` takes. The only place that knows what a client is told when a document is not open
 * (null), when it no longer wants the answer, when the text moved on under it, and when a handler fails; none of these ends
 * the server. A handler that refuses throws a ResponseError, which is the answer.
 */
export function request<D extends Versioned, P extends DocumentParamsLike, R>(
	host: RequestHost<D>,
	handler: (document: D, params: P, context: RequestContext) => R | null | Promise<R | null>,
): (params: P, token: CancellationToken) => Promise<R | null | ResponseError<void>> {
	return async (params, token) => {
		const uri = uriOf(params);
		if (uri === undefined) {
			return noDocument();
		}
		return answer(host, handler.name, token, async () => {
			const document = await host.open(uri, token);
			if (document === undefined || token.isCancellationRequested) {
				return null;
			}
			const result = await handler(document, params, host.context(document));
			return host.version(document.uri) === document.version ? result : contentModified();
		});
	};
}

/** The same for requests that speak of no open document: cancelled and failed are answered, the rest is the work's own. */
export async function answer<R>(
	host: Pick<RequestHost<Versioned>, 'language' | 'logger'>,
	what: string,
	token: CancellationToken,
	work: () => R | Promise<R>,
): Promise<R | ResponseError<void>> {
	try {
		if (token.isCancellationRequested) {
			return cancelled();
		}
		const result = await work();
		return token.isCancellationRequested ? cancelled() : result;
	} catch (error) {
		if (error instanceof ResponseError) {
			return error;
		}
		host.logger.log('error', 'Request failed', { what, error: error instanceof Error ? error.stack : String(error) });
		return new ResponseError(ErrorCodes.InternalError, say(host.language(), 'failed-internally'));
	}
}

/** The document that a request speaks of; undefined where a client sent something else than the protocol says. */
export function uriOf(params: unknown): string | undefined {
	const of = (value: unknown, key: string): unknown =>
		typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
	const uri = of(of(params, 'textDocument') ?? params, 'uri');
	return typeof uri === 'string' ? uri : undefined;
}

export function noDocument(): ResponseError<void> {
	return new ResponseError(ErrorCodes.InvalidParams, 'The request names no document');
}

function cancelled(): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.RequestCancelled, 'Request cancelled');
}

function contentModified(): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed');
}
