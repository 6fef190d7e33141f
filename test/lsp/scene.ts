import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach } from 'node:test';
import type { DocumentItem } from '../../server/src/protocol/types.ts';
import { ProtocolClient, type ProtocolClientOptions } from '../support/protocolClient.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';

/** The article of a scene, unless it brings its own. */
export const article = 'قالت سلمى الحداد في بغداد إن العمل مستمر.\nوأضافت أن «النتائج جيدة» في لبنان.\n';
export const corpusFile = 'isnad: 1\ninclude:\n  - news/**/*.txt\n';

export interface Scene {
	readonly client: ProtocolClient;
	readonly folder: string;
	readonly uri: string;
	/** Source of the article's sidecar; '' where there is none. */
	sidecar(): string;
}

/** Stopped and removed after each test. */
export const openServers: { client: ProtocolClient; folder: string }[] = [];

/** A corpus of one article, opened in a server of its own. */
export async function scene(
	options: {
		readonly text?: string | Uint8Array;
		readonly files?: Readonly<Record<string, string>>;
		readonly client?: Omit<ProtocolClientOptions, 'folder'>;
		/** What the editor shows, where that is not what is on the disk. */
		readonly shown?: string;
	} = {},
): Promise<Scene> {
	const files = { 'annotations/corpus.yaml': corpusFile, 'news/a.txt': options.text ?? article, ...options.files };
	const folder = await temporaryCorpus({ files });
	const client = await ProtocolClient.start({ folder, ...options.client });
	openServers.push({ client, folder });
	const uri = await client.open(path.join(folder, 'news/a.txt'), 'arabic-news', options.shown);
	const place = path.join(folder, 'annotations/news/a.txt.yaml');
	return { client, folder, uri, sidecar: () => (existsSync(place) ? readFileSync(place, 'utf8') : '') };
}

afterEach(async () => {
	for (const { client, folder } of openServers.splice(0)) {
		assert.equal(await client.stop(), 0, 'the server ends well');
		rmSync(folder, { recursive: true, force: true });
	}
});

/** Everything known of an open article. */
export async function known(client: ProtocolClient, uri: string, layer?: string): Promise<DocumentItem> {
	const document = await client.document(uri, layer);
	assert.ok(document);
	return document;
}

/** `label text status`, in text order. */
export function names(document: DocumentItem): string[] {
	return document.entities.map(({ label, text, status }) => `${label} ${text} ${status}`);
}
