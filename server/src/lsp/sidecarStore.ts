import type { Layer } from '../core/corpus/paths.ts';
import { journalPath, relativePath, sidecarPath, uriOf } from '../core/corpus/paths.ts';
import { FileProblem } from '../core/fileProblem.ts';
import type { Annotations, Problem } from '../core/model.ts';
import { mergeSidecars, resolveMarkers } from '../core/sidecar/merge.ts';
import { emptyFile, type ReadOnlyReason, readSidecar, type SidecarFile } from '../core/sidecar/readSidecar.ts';
import { type OpenedSidecar, openSidecar, sidecarSource } from '../core/sidecar/session.ts';
import { shrinkage } from '../core/sidecar/shrinkage.ts';
import { referenceText } from '../core/text/reference.ts';
import { type Corpus, establish } from './corpora.ts';
import { type Journal, keepBackup, readJournal, writeJournal } from './journal.ts';
import type { Sidecars } from './sidecars.ts';

/**
 * What became of a save. waiting: kept in the journal until the article is on the disk; shrinks: kept there until somebody says that
 * so many records may go; failed: kept in memory. `reread`: someone else had written meanwhile, and this is what both came to.
 */
export interface Saved {
	readonly state: 'saved' | 'waiting' | 'shrinks' | 'failed';
	readonly problems: readonly Problem[];
	readonly reread?: OpenedSidecar;
}

/** Whether a save may take many records out of a sidecar at once. */
export type Shrinking = 'refused' | 'allowed';

/** One sidecar: reads it, saves it without losing what anyone else wrote, and keeps a journal while it cannot. */
export class SidecarStore {
	readonly uri: string;
	readonly #corpus: Corpus;
	readonly #text: string;
	readonly #textUri: string;
	readonly #sidecars: Sidecars;
	/** As last read or written; what others write is merged against it. */
	#file: SidecarFile = emptyFile;
	/** What could not be saved, for the next try. */
	#unsaved: Journal | undefined;

	/** Undefined for a text outside the corpus. */
	static of(corpus: Corpus, textUri: string, layer: Layer, sidecars: Sidecars): SidecarStore | undefined {
		const text = relativePath(corpus.root, textUri);
		const path = text === undefined ? undefined : sidecarPath(text, layer, corpus.file.layout);
		return text === undefined || path === undefined
			? undefined
			: new SidecarStore(corpus, textUri, text, uriOf(corpus.root, path), sidecars);
	}

	private constructor(corpus: Corpus, textUri: string, text: string, uri: string, sidecars: Sidecars) {
		this.#corpus = corpus;
		this.#textUri = textUri;
		this.#text = text;
		this.uri = uri;
		this.#sidecars = sidecars;
	}

	/** Why it must not be written, as a problem code. */
	get readOnly(): string | undefined {
		if (this.#corpus.above) {
			return 'read-only-above';
		}
		if (this.#corpus.file.newer) {
			return 'read-only-newer';
		}
		return this.#file.readOnly === undefined ? undefined : reasons[this.#file.readOnly];
	}

	/** What the last save could not bring to the disk, to be handed to the article's next store. */
	get unsaved(): Journal | undefined {
		return this.#unsaved;
	}

	/**
	 * Reads the sidecar for a text as the editor has it; `kept` when a journal, or `unsaved` of an earlier store, held decisions
	 * that are yet to be saved.
	 */
	async load(text: string, unsaved?: Journal): Promise<OpenedSidecar & { readonly kept: boolean }> {
		const { files } = this.#corpus;
		// Leftovers harm nobody: where they cannot be removed now, a later start does it.
		await Promise.all([folderOf(this.uri), folderOf(this.#journal)].map(uri => files.tidy(uri).catch(() => undefined)));
		const { source } = await this.#read();
		const kept = unsaved ?? (await readJournal(files, this.#journal));
		const opened = openSidecar(
			text,
			kept === undefined ? source : mergeSidecars(kept.base, kept.mine, source ?? '').source,
		);
		this.#file = kept === undefined ? opened.file : openSidecar(text, source).file;
		return { ...opened, kept: kept !== undefined };
	}

	/** The sidecar's source as it is, for looking only. */
	async peek(): Promise<string | undefined> {
		return (await this.#read()).source;
	}

	/** Whether the file holds something else than was last read or written. */
	async changedOnDisk(): Promise<boolean> {
		return ((await this.peek()) ?? '') !== this.#file.given;
	}

	/** Merges the two versions that git left between conflict markers, and answers what was not clear. Never rejects. */
	async mergeMarkers(): Promise<readonly Problem[]> {
		try {
			const found = await this.#read();
			const merged = found.source === undefined ? undefined : resolveMarkers(found.source);
			const failed = merged?.problems.some(({ severity }) => severity === 'error');
			if (merged !== undefined && !failed && !(await this.#write(merged.source, found))) {
				return this.mergeMarkers();
			}
			return merged?.problems ?? [];
		} catch (error) {
			return [saveProblem(error)];
		}
	}

	/** Saves decisions on a text. While the article has unsaved edits they wait in the journal. Never rejects. */
	async save(text: string, annotations: Annotations, shrinking: Shrinking = 'refused'): Promise<Saved> {
		if (this.readOnly !== undefined) {
			return { state: 'failed', problems: [{ code: this.readOnly, severity: 'error' }] };
		}
		const mine = sidecarSource(text, annotations, this.#file, this.#text);
		const journal: Journal = { base: this.#file.given, mine };
		try {
			const saved = await this.#save(text, journal, shrinking);
			this.#unsaved = saved.state === 'failed' ? journal : undefined;
			return saved;
		} catch (error) {
			this.#unsaved = journal;
			return { state: 'failed', problems: [saveProblem(error)] };
		}
	}

	async #save(text: string, journal: Journal, shrinking: Shrinking): Promise<Saved> {
		const { base, mine } = journal;
		const { files, root } = this.#corpus;
		if (!(await this.#isOnDisk(text))) {
			await writeJournal(files, root, this.#journal, journal);
			return { state: 'waiting', problems: [] };
		}
		// Whoever writes in between is merged with at the next turn.
		for (let turn = 0; turn < mostTurns; turn++) {
			const found = await this.#read();
			const theirs = found.source ?? '';
			const foreign = theirs !== base;
			const merged = foreign ? mergeSidecars(base, mine, theirs) : { source: mine, problems: [] };
			const readOnly = foreign ? readSidecar(theirs).value.readOnly : undefined;
			if (readOnly !== undefined) {
				return { state: 'failed', problems: [{ code: reasons[readOnly], severity: 'error' }] };
			}
			const shrinks = merged.source.length < theirs.length ? shrinkage(theirs, merged.source) : undefined;
			if (shrinks !== undefined) {
				await keepBackup(files, root, this.#sidecarPath, theirs);
				if (shrinking === 'refused') {
					await writeJournal(files, root, this.#journal, journal);
					const values = { count: shrinks.gone, of: shrinks.of };
					return { state: 'shrinks', problems: [{ code: 'save-shrinks', severity: 'warning', values }] };
				}
			}
			if (!this.#corpus.exists) {
				await establish(this.#corpus);
			}
			if (merged.source === theirs || (await this.#write(merged.source, found))) {
				await files.remove(this.#journal);
				const reread = openSidecar(text, merged.source);
				this.#file = reread.file;
				return { state: 'saved', problems: merged.problems, ...(foreign ? { reread } : {}) };
			}
		}
		return { state: 'failed', problems: [{ code: 'save-contended', severity: 'warning' }] };
	}

	/** Through the editor where it holds unsaved edits of the sidecar, so that neither overwrites the other. False where it changed meanwhile. */
	async #write(source: string, { bytes }: Reading): Promise<boolean> {
		return (
			(await this.#sidecars.edit(this.uri, source)) ||
			this.#corpus.files.replace(this.uri, bytes, new TextEncoder().encode(source))
		);
	}

	async #read(): Promise<Reading> {
		const bytes = await this.#corpus.files.read(this.uri);
		const unsaved = await this.#sidecars.unsaved(this.uri);
		const disk = bytes === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
		return { bytes, source: unsaved ?? disk };
	}

	async #isOnDisk(text: string): Promise<boolean> {
		const bytes = await this.#corpus.files.read(this.#textUri);
		if (bytes === undefined) {
			return false;
		}
		const open = referenceText(text).text;
		return ['utf-8', this.#corpus.file.encoding].some(encoding => {
			try {
				return referenceText(new TextDecoder(encoding).decode(bytes)).text === open;
			} catch {
				return false;
			}
		});
	}

	get #journal(): string {
		return uriOf(this.#corpus.root, journalPath(this.#sidecarPath));
	}

	/** Below `annotations/`. */
	get #sidecarPath(): string {
		return (relativePath(this.#corpus.root, this.uri) ?? this.#text).replace(/^annotations\//, '');
	}
}

/** So many times others may write between our reading and our writing; each turn takes milliseconds. */
const mostTurns = 100;

interface Reading {
	/** On the disk. */
	readonly bytes: Uint8Array | undefined;
	/** In the editor where it has unsaved edits, else on the disk. */
	readonly source: string | undefined;
}

function folderOf(uri: string): string {
	return uri.slice(0, uri.lastIndexOf('/'));
}

const reasons: Readonly<Record<ReadOnlyReason, string>> = {
	newer: 'read-only-newer',
	conflict: 'read-only-conflict',
	syntax: 'read-only-syntax',
	form: 'read-only-form',
	'too-large': 'read-only-too-large',
};

function saveProblem(error: unknown): Problem {
	const codes = {
		'read-only': 'save-read-only',
		'no-permission': 'save-no-permission',
		'no-space': 'save-no-space',
		vanished: 'save-vanished',
		'outside-corpus': 'save-outside-corpus',
		'too-large': 'save-failed',
		failed: 'save-failed',
	} as const;
	const code = error instanceof FileProblem ? codes[error.code] : 'save-failed';
	const file = error instanceof FileProblem ? decodeURIComponent(error.uri.slice(error.uri.lastIndexOf('/') + 1)) : '';
	const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
	// A warning: the decision holds, and waits.
	return { code, severity: code === 'save-outside-corpus' ? 'error' : 'warning', values: { file, reason } };
}
