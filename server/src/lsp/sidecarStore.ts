import type { Layer } from '../core/corpus/paths.ts';
import { journalPath, relativePath, sidecarPath, uriOf } from '../core/corpus/paths.ts';
import { FileProblem } from '../core/fileProblem.ts';
import type { Annotations, Problem } from '../core/model.ts';
import { mergeSidecars, resolveMarkers } from '../core/sidecar/merge.ts';
import { emptyFile, type ReadOnlyReason, readSidecar } from '../core/sidecar/readSidecar.ts';
import {
	type KeptSidecar,
	keptWith,
	type MeasuredText,
	measureText,
	type OpenedSidecar,
	openSidecar,
} from '../core/sidecar/session.ts';
import { shrinkage } from '../core/sidecar/shrinkage.ts';
import { referenceText } from '../core/text/reference.ts';
import { type Corpus, establish } from './corpora.ts';
import { changeJournal, type Journal, type JournalEntry, keepBackup, readJournal } from './journal.ts';
import { sameBytes } from './sameBytes.ts';
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

/** Whether a save may take many records out of a sidecar at once; undone: it brings back whatever either side has. */
export type Shrinking = 'refused' | 'allowed' | 'undone';

/** One sidecar: reads it, saves it without losing what anyone else wrote, and keeps a journal while it cannot. */
export class SidecarStore {
	readonly uri: string;
	readonly #corpus: Corpus;
	readonly #text: string;
	readonly #textUri: string;
	readonly #sidecars: Sidecars;
	/** As last read or written; what others write is merged against it. */
	#kept: KeptSidecar = { file: emptyFile, text: '', known: new Map() };
	/** The same as it is on the disk; undefined where that is not known. */
	#bytes: Uint8Array | undefined;
	#measured: MeasuredText = measureText('');
	/** The article's bytes on the disk, where they were last found to be the text. */
	#textBytes: { readonly text: string; readonly bytes: Uint8Array } | undefined;
	/** What could not be saved, for the next try. */
	#unsaved: Journal | undefined;
	/** The name of our entry in the journal, and entries of others that we have taken up. */
	readonly #name = [...crypto.getRandomValues(new Uint8Array(8))]
		.map(byte => byte.toString(16).padStart(2, '0'))
		.join('');
	#taken: readonly JournalEntry[] = [];

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
		const reason = this.#kept.file.readOnly;
		return reason === undefined ? undefined : reasons[reason];
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
		const { source, bytes } = await this.#read();
		this.#taken = await readJournal(files, this.#journal);
		const kept: readonly Journal[] = [...this.#taken, ...(unsaved === undefined ? [] : [unsaved])];
		const onDisk = openSidecar(text, source, this.#measure(text));
		this.#kept = onDisk;
		this.#bytes = bytes;
		const merged = kept.reduce((now, { base, mine }) => mergeSidecars(base, mine, now).source, source ?? '');
		const opened = kept.length === 0 ? onDisk : openSidecar(text, merged, this.#measured);
		return { ...opened, kept: kept.length > 0 };
	}

	/** The sidecar's source as it is, for looking only. */
	async peek(): Promise<string | undefined> {
		return (await this.#read()).source;
	}

	/** Whether the file holds something else than was last read or written. */
	async changedOnDisk(): Promise<boolean> {
		return ((await this.#read()).source ?? '') !== this.#kept.file.given;
	}

	/** Merges the two versions that git left between conflict markers, and answers what was not clear. Never rejects. */
	async mergeMarkers(): Promise<readonly Problem[]> {
		try {
			const found = await this.#read();
			const merged = found.source === undefined ? undefined : resolveMarkers(found.source);
			const failed = merged?.problems.some(({ severity }) => severity === 'error');
			const bytes = new TextEncoder().encode(merged?.source);
			if (merged !== undefined && !failed && !(await this.#write(merged.source, bytes, found))) {
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
		const mine = keptWith(this.#measure(text), annotations, this.#kept, this.#text);
		const journal: Journal = { base: this.#kept.file.given, mine: mine.file.given };
		try {
			const saved = await this.#save(mine, journal, shrinking);
			this.#unsaved = saved.state === 'failed' ? journal : undefined;
			return saved;
		} catch (error) {
			this.#unsaved = journal;
			return { state: 'failed', problems: [saveProblem(error)] };
		}
	}

	async #save(kept: KeptSidecar, journal: Journal, shrinking: Shrinking): Promise<Saved> {
		const { base, mine } = journal;
		const { text } = kept;
		const { files, root } = this.#corpus;
		if (!(await this.#isOnDisk(text))) {
			await this.#changeJournal(journal);
			return { state: 'waiting', problems: [] };
		}
		// Whoever writes in between is merged with at the next turn.
		for (let turn = 0; turn < mostTurns; turn++) {
			const found = await this.#read();
			const theirs = found.source ?? '';
			const foreign = theirs !== base || shrinking === 'undone';
			// Without a base nothing was taken out by anybody.
			const since = shrinking === 'undone' ? '' : base;
			const merged = foreign ? mergeSidecars(since, mine, theirs) : { source: mine, problems: [] };
			const readOnly = foreign ? readSidecar(theirs).value.readOnly : undefined;
			if (readOnly !== undefined) {
				return { state: 'failed', problems: [{ code: reasons[readOnly], severity: 'error' }] };
			}
			const after = foreign ? readSidecar(merged.source).value : kept.file;
			for (const before of [this.#kept.file, ...(foreign ? [readSidecar(theirs).value] : [])]) {
				const shrinks = shrinkage(before, after);
				if (shrinks !== undefined) {
					await keepBackup(files, root, this.#sidecarPath, before.given);
					if (shrinking === 'refused') {
						await this.#changeJournal(journal);
						const values = { count: shrinks.gone, of: shrinks.of };
						return { state: 'shrinks', problems: [{ code: 'save-shrinks', severity: 'warning', values }] };
					}
				}
			}
			if (!this.#corpus.exists) {
				await establish(this.#corpus);
			}
			const bytes = new TextEncoder().encode(merged.source);
			if (merged.source === theirs || (await this.#write(merged.source, bytes, found))) {
				await this.#changeJournal();
				const reread = foreign ? openSidecar(text, merged.source, this.#measured) : undefined;
				this.#kept = reread ?? kept;
				this.#bytes = bytes;
				return { state: 'saved', problems: merged.problems, ...(reread === undefined ? {} : { reread }) };
			}
		}
		return { state: 'failed', problems: [{ code: 'save-contended', severity: 'warning' }] };
	}

	/** Through the editor where it holds unsaved edits of the sidecar, so that neither overwrites the other. False where it changed meanwhile. */
	async #write(source: string, bytes: Uint8Array, found: Reading): Promise<boolean> {
		return (await this.#sidecars.edit(this.uri, source)) || this.#corpus.files.replace(this.uri, found.bytes, bytes);
	}

	async #changeJournal(own?: Journal): Promise<void> {
		const { files, root } = this.#corpus;
		const change = { by: this.#name, covered: this.#taken, ...(own === undefined ? {} : { own }) };
		await changeJournal(files, root, this.#journal, change);
		this.#taken = [];
	}

	#measure(text: string): MeasuredText {
		if (this.#measured.text !== text) {
			this.#measured = measureText(text);
		}
		return this.#measured;
	}

	async #read(): Promise<Reading> {
		const bytes = await this.#corpus.files.read(this.uri);
		const unsaved = await this.#sidecars.unsaved(this.uri);
		if (unsaved !== undefined || bytes === undefined) {
			return { bytes, source: unsaved };
		}
		const isKnown = this.#bytes !== undefined && sameBytes(this.#bytes, bytes);
		const source = isKnown ? this.#kept.file.given : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
		return { bytes, source };
	}

	async #isOnDisk(text: string): Promise<boolean> {
		const bytes = await this.#corpus.files.read(this.#textUri);
		if (bytes === undefined) {
			return false;
		}
		if (this.#textBytes?.text === text && sameBytes(this.#textBytes.bytes, bytes)) {
			return true;
		}
		const open = this.#measure(text).reference.text;
		const isOpen = ['utf-8', this.#corpus.file.encoding].some(encoding => {
			try {
				return referenceText(new TextDecoder(encoding).decode(bytes)).text === open;
			} catch {
				return false;
			}
		});
		this.#textBytes = isOpen ? { text, bytes } : undefined;
		return isOpen;
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
