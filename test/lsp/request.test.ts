import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { answer, type RequestHost, request, uriOf, type Versioned } from '../../server/src/lsp/request.ts';
import { requestContext } from '../support/openFixture.ts';

interface Setting {
	readonly opens?: (source: CancellationTokenSource) => Versioned | undefined;
	readonly versionNow?: number;
	readonly handles?: (source: CancellationTokenSource) => string | null;
}

const params = { textDocument: { uri: 'file:///a.txt' } };

/** What a client is told: the result, or the error's code and message; with what was logged. */
async function ask(setting: Setting): Promise<{ readonly told: unknown; readonly logged: readonly string[] }> {
	const source = new CancellationTokenSource();
	const logged: string[] = [];
	const host: RequestHost<Versioned> = {
		open: uri => (setting.opens ? setting.opens(source) : { uri, version: 1 }),
		version: () => setting.versionNow ?? 1,
		context: () => requestContext(),
		language: () => 'en',
		logger: { log: (level, message, data) => logged.push(`${level} ${message} ${data?.['what']}`) },
	};
	const handler = request(host, function handleTest() {
		return setting.handles ? setting.handles(source) : 'done';
	});
	const result = await handler(params, source.token);
	return { told: result instanceof ResponseError ? { code: result.code, message: result.message } : result, logged };
}

async function check(setting: Setting, told: unknown, logged: readonly string[] = []): Promise<void> {
	assert.deepEqual(await ask(setting), { told, logged });
}

suite('request', () => {
	const cancelled = { code: LSPErrorCodes.RequestCancelled, message: 'Request cancelled' };

	test('answers what the handler answers', () => check({}, 'done'));

	test('answers null for a document that is not open', () => check({ opens: () => undefined }, null));

	test('says that the request was cancelled, before or during the work', async () => {
		const cancel = (source: CancellationTokenSource): undefined => {
			source.cancel();
		};
		await check({ opens: cancel }, cancelled);
		await check({ handles: source => cancel(source) ?? 'too late' }, cancelled);
	});

	test('knows a request that names no document, whatever was sent', () => {
		for (const sent of [
			undefined,
			null,
			3,
			[],
			{},
			{ uri: 3 },
			{ textDocument: null },
			{ textDocument: { uri: {} } },
		]) {
			assert.equal(uriOf(sent), undefined, JSON.stringify(sent));
		}
		assert.deepEqual([uriOf(params), uriOf({ uri: 'file:///b.txt' })], ['file:///a.txt', 'file:///b.txt']);
	});

	test('says that the text moved on', () =>
		check({ versionNow: 2 }, { code: LSPErrorCodes.ContentModified, message: 'The text has changed' }));

	test('logs a failure, and tells the client in its language that it was no fault of its own', () =>
		check(
			{
				handles: () => {
					throw new Error('broken');
				},
			},
			{
				code: -32603,
				message: 'Isnad could not answer this request. The cause is in its log; your annotations are as they were.',
			},
			['error Request failed handleTest'],
		));

	test('passes on a refusal', () =>
		check(
			{
				handles: () => {
					throw new ResponseError(LSPErrorCodes.RequestFailed, 'refused');
				},
			},
			{ code: LSPErrorCodes.RequestFailed, message: 'refused' },
		));

	test('does no work for a request that was cancelled before it began', async () => {
		const source = new CancellationTokenSource();
		source.cancel();
		let worked = false;
		const host = { language: () => 'en' as const, logger: { log: () => {} } };
		const result = await answer(host, 'test', source.token, () => {
			worked = true;
		});
		assert.ok(result instanceof ResponseError);
		assert.equal(worked, false);
	});
});
