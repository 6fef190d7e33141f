import type { Cancellation, Files } from '../ports.ts';
import type { DecodeBytes } from '../text/decode.ts';
import { type CorpusFile, defaultCorpus, readCorpusFile } from './corpusFile.ts';
import { CorpusIndex } from './index/corpusIndex.ts';
import type { IndexResult, IndexTask } from './index/indexBatch.ts';
import { readPack, writePack } from './index/packFile.ts';
import { type Refreshed, refreshIndex, updateIndex } from './index/refresh.ts';
import { ledger } from './ledger/ledger.ts';
import type { LedgerAnswer, LedgerQuery } from './ledger/query.ts';
import { type LedgerBase, ledgerBase } from './ledger/statements.ts';
import { corpusPath, registerPath, uriOf } from './paths.ts';
import { readRegister } from './register.ts';
import type { ReadingMeans } from './search/articleTexts.ts';
import { type LinkingSidecar, linkingSidecars } from './search/linking.ts';
import { findMentions, type MentionsAnswer, type MentionsQuery } from './search/mentions.ts';
import { type CorpusNameFacts, type NameQuery, nameFacts } from './search/nameFacts.ts';
import type { SearchAnswer, SearchQuery } from './search/query.ts';
import { search } from './search/search.ts';
import { type CorpusStats, corpusStats, type StatsQuery } from './stats/stats.ts';
import { type Names, namesOf } from './who.ts';

/** Everything that is asked of a corpus as a whole. Answers are about the corpus as it was at the last `refresh`. */
export interface CorpusService {
	/** Brings the index up to the files: from the cache where it holds, else article by article. Progress counts articles to do. */
	refresh(cancellation: Cancellation, progress: (done: number, of: number) => void): Promise<Refreshed>;
	/** Reads some articles anew, by their paths; cheaper than looking at all. */
	update(paths: readonly string[]): Promise<void>;
	search(query: SearchQuery): Promise<SearchAnswer>;
	ledger(query: LedgerQuery): Promise<LedgerAnswer>;
	stats(query: StatsQuery): Promise<CorpusStats>;
	/** Where else a name stands that nobody decided on yet. */
	mentions(query: MentionsQuery): Promise<MentionsAnswer>;
	/** What the corpus knows of an entry of the register, or of a spelling. */
	nameFacts(query: NameQuery): Promise<CorpusNameFacts>;
	/** The sidecars that link to a key of the register. */
	linking(key: string): Promise<readonly LinkingSidecar[]>;
	close(): Promise<void>;
}

/** Where an index is kept between two runs: outside the corpus, and nothing is lost when it is gone. */
export interface IndexCache {
	/** Undefined where there is nothing that can be read. */
	read(): Promise<Uint8Array | undefined>;
	/** Never rejects. */
	write(bytes: Uint8Array): Promise<void>;
}

export interface ServiceMeans {
	/** Uri of the corpus' folder. */
	readonly root: string;
	/** As in `IndexTask`. */
	readonly layer: string;
	readonly files: Files;
	readonly decode: DecodeBytes;
	readonly encode: (text: string) => Uint8Array;
	readonly work: (task: IndexTask) => Promise<IndexResult>;
	readonly ahead: number;
	readonly cache?: IndexCache;
	/** Called when there is nothing more to work on for now. */
	readonly rest?: () => Promise<void>;
	/** Name of the program that analyses: an index made by another is not used. */
	readonly engine: string;
}

/** The service for one corpus and one layer of decisions. */
export function corpusService(means: ServiceMeans): CorpusService {
	let index: CorpusIndex | undefined;
	let names: Names = namesOf([]);
	let file: CorpusFile = defaultCorpus;
	let base: { readonly revision: number; readonly value: LedgerBase } | undefined;
	const source = async (path: string): Promise<string | undefined> => {
		const bytes = await means.files.read(uriOf(means.root, path)).catch(() => undefined);
		return bytes && means.decode(bytes, 'utf-8');
	};
	const opened = async (): Promise<CorpusIndex> => {
		const bytes = index === undefined ? await means.cache?.read() : undefined;
		index ??= new CorpusIndex(bytes && readPack(bytes, means.engine, part => means.decode(part, 'utf-8') ?? ''));
		return index;
	};
	const reading = (): ReadingMeans => ({ ...means, encoding: file.encoding });
	return {
		refresh: async (cancellation, progress) => {
			const current = await opened();
			const corpusSource = await source(corpusPath);
			file = corpusSource === undefined ? defaultCorpus : readCorpusFile(corpusSource).value;
			names = namesOf(readRegister((await source(registerPath)) ?? '').value);
			const before = current.revision;
			const refreshed = await refreshIndex(current, { ...means, corpus: file, cancellation, progress });
			await means.rest?.();
			if (current.revision !== before) {
				const pack = { strings: current.strings.all, articles: current.articles };
				await means.cache?.write(writePack(pack, means.engine, means.encode));
			}
			return refreshed;
		},
		update: async paths => {
			await updateIndex(await opened(), paths, { ...means, corpus: file });
		},
		search: async query => search(await opened(), names, query, reading()),
		ledger: async query => {
			const current = await opened();
			if (base?.revision !== current.revision) {
				base = { revision: current.revision, value: ledgerBase(current) };
			}
			return ledger(current, names, base.value, query, reading());
		},
		stats: async query => corpusStats(await opened(), names, query),
		mentions: async query => findMentions(await opened(), names, query, reading()),
		nameFacts: async query => nameFacts(await opened(), names, query),
		linking: async key =>
			linkingSidecars(await opened(), key, { ...reading(), shown: means.layer, layout: file.layout }),
		close: async () => undefined,
	};
}
