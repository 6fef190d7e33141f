import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../build/browser.ts';
import { readerHtml } from '../../client/src/reader/html.ts';
import { looks, readFromPage, type ToExtension, type ToPage } from '../../client/src/reader/messages.ts';
import { settingFor } from '../../client/src/reader/setting.ts';
import type { CommandArguments } from '../../server/src/protocol/commands.ts';
import { ProtocolClient } from './protocolClient.ts';
import { until } from './until.ts';

export interface ReaderHostOptions {
	/** The corpus. */
	readonly folder: string;
	/** Path of the article in it. */
	readonly article: string;
	readonly language?: 'en' | 'ar';
	/** As VS Code names it on the body of its pages. */
	readonly theme?: 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';
	readonly viewport?: { readonly width: number; readonly height: number };
	readonly log?: (line: string) => void;
}

/** The built Reader in a real browser over the built server, without VS Code between them: quick to open. */
export interface ReaderHost {
	readonly page: Page;
	readonly client: ProtocolClient;
	readonly uri: string;
	/** What the page said that is no message, or tried and was not let. */
	readonly refused: readonly string[];
	send(message: ToPage): Promise<void>;
	/** How long the last decision took until it was saved and the page had its answer, in milliseconds; waits for it. */
	saved(): Promise<number>;
	close(): Promise<void>;
}

const origin = 'http://reader.test';
const dist = join(import.meta.dirname, '../../dist/reader');

export async function openReader(options: ReaderHostOptions): Promise<ReaderHost> {
	const { folder, article, language = 'en', theme = 'light' } = options;
	const client = await ProtocolClient.start({
		folder,
		initializationOptions: { options: { uiLanguage: language }, abilities: { annotations: true } },
	});
	const path = join(folder, article);
	const uri = await client.open(path);
	const browser = await launchBrowser({
		...(options.log && { log: options.log }),
		...(options.viewport && { viewport: options.viewport }),
	});
	const { page } = browser;
	const refused: string[] = [];
	const answeredIn: number[] = [];
	let asked = 0;
	const send = (message: ToPage): Promise<void> => page.evaluate(`window.postMessage(${JSON.stringify(message)})`);
	await page.exposeFunction('toHost', async (raw: unknown) => {
		const start = performance.now();
		const message = readFromPage(raw);
		if (message) await answer(message, { client, uri, language, send });
		else refused.push(JSON.stringify(raw));
		if (message?.type === 'decide') answeredIn.push(performance.now() - start);
	});
	await page.exposeFunction('violated', (what: string) => refused.push(what));
	await page.addInitScript(bridge);
	await page.route(`${origin}/**`, async route => {
		const name = basename(new URL(route.request().url()).pathname);
		if (name !== 'article') return route.fulfill({ path: join(dist, name) });
		const html = readerHtml({
			lines: (await readFile(path, 'utf8')).replace(/^\ufeff/, '').split(/\r\n|\r|\n/),
			version: 1,
			source: origin,
			nonce: 'nonce',
			script: `${origin}/page.js`,
			style: `${origin}/page.css`,
			fonts: { arabic: `${origin}/arabic.woff2`, latin: `${origin}/latin.woff2` },
			look: { size: looks.size.usual, leading: looks.leading.usual, width: looks.width.usual },
			language,
			title: basename(article),
		}).replace(
			'<body>',
			`<body class="vscode-${theme}${theme === 'high-contrast-light' ? ' vscode-high-contrast' : ''}">`,
		);
		return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
	});
	await page.goto(`${origin}/article`);
	return {
		page,
		client,
		uri,
		refused,
		send,
		async saved() {
			const index = asked++;
			return until('the decision is answered', async () => answeredIn[index]);
		},
		async close() {
			await browser.close();
			await client.stop();
		},
	};
}

interface Answering {
	readonly client: ProtocolClient;
	readonly uri: string;
	readonly language: 'en' | 'ar';
	readonly send: (message: ToPage) => Promise<void>;
}

async function answer(message: ToExtension, { client, uri, language, send }: Answering): Promise<void> {
	const document = async (): Promise<void> => {
		const item = await client.document(uri);
		if (item) await send({ type: 'document', item });
	};
	switch (message.type) {
		case 'ready': {
			const scheme = await client.connection.sendRequest('isnad/scheme', { uri });
			await send(settingFor({ scheme: scheme as never, language, advance: true }));
			return document();
		}
		case 'decide': {
			const argument = { ...message.argument, uri, version: 1 } as never as CommandArguments['isnad.accept'];
			const value = await client.run(message.command as 'isnad.accept', argument);
			await document();
			return send({
				type: 'answer',
				seq: message.seq,
				ok: !value.problems.some(({ severity }) => severity === 'error'),
				value,
			});
		}
		case 'ask': {
			const { seq, what, type: _, version: __, ...rest } = message as Extract<ToExtension, { type: 'ask' }> & object;
			const value = await client.connection.sendRequest(`isnad/${what}`, { uri, ...rest });
			return send({ type: 'answer', seq, ok: true, value });
		}
		default:
	}
}

const bridge = readFileSync(join(import.meta.dirname, 'page/readerBridge.js'), 'utf8');
