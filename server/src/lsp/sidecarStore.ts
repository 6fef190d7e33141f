import type { Layer } from '../core/corpus/paths.ts';
import { journalPath, relativePath, sidecarPath, uriOf } from '../core/corpus/paths.ts';
import { FileProblem } from '../core/fileProblem.ts';
import type { Annotations, Problem } from '../core/model.ts';
import { mergeSidecars } from '../core/sidecar/merge.ts';
import { emptyFile, type ReadOnlyReason, readSidecar, type SidecarFile } from '../core/sidecar/readSidecar.ts';
import { type OpenedSidecar, openSidecar, sidecarSource } from '../core/sidecar/session.ts';
import { referenceText } from '../core/text/reference.ts';
import { type Corpus, establish } from './corpora.ts';
import { readJournal, writeJournal } from './journal.ts';
import type { Sidecars } from './sidecars.ts';

/** What became of a save. `reread`: someone else had written meanwhile, and this is what both came to. */
export interface Saved {
	readonly state: 'saved' | 'waiting' | 'failed';
	readonly problems: readonly Problem[];
	readonly reread?: OpenedSidecar;
}

/** One sidecar: reads it, saves it without losing what anyone else wrote, and keeps a journal while it cannot. */
export class SidecarStore {
	readonly uri: string;
	readonly #corpus: Corpus;
	readonly #text: string;
	readonly #textUri: string;
	readonly #sidecars: Sidecars;
	/** As last read or written; what others write is merged against it. */
	#file: SidecarFile = emptyFile;

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

	/** Reads the sidecar for a text as the editor has it; `kept` when a journal held decisions that are yet to be saved. */
	async load(text: string): Promise<OpenedSidecar & { readonly kept: boolean }> {
		const source = await this.#read();
		const kept = await readJournal(this.#corpus.files, this.#journal);
		const opened = openSidecar(
			text,
			kept === undefined ? source : mergeSidecars(kept.base, kept.mine, source ?? '').source,
		);
		this.#file = kept === undefined ? opened.file : openSidecar(text, source).file;
		return { ...opened, kept: kept !== undefined };
	}

	/** The sidecar's source as it is, for looking only. */
	peek(): Promise<string | undefined> {
		return this.#read();
	}

	/** Whether the file holds something else than was last read or written. */
	async changedOnDisk(): Promise<boolean> {
		return ((await this.#read()) ?? '') !== this.#file.given;
	}

	/** Saves decisions on a text. While the article has unsaved edits they wait in the journal. Never rejects. */
	async save(text: string, annotations: Annotations): Promise<Saved> {
		if (this.readOnly !== undefined) {
			return { state: 'failed', problems: [{ code: this.readOnly, severity: 'error' }] };
		}
		try {
			return await this.#save(text, annotations);
		} catch (error) {
			return { state: 'failed', problems: [saveProblem(error)] };
		}
	}

	async #save(text: string, annotations: Annotations): Promise<Saved> {
		const mine = sidecarSource(text, annotations, this.#file, this.#text);
		if (!(await this.#isOnDisk(text))) {
			await writeJournal(this.#corpus.files, this.#corpus.root, this.#journal, { base: this.#file.given, mine });
			return { state: 'waiting', problems: [] };
		}
		const theirs = (await this.#read()) ?? '';
		const foreign = theirs !== this.#file.given;
		const merged = foreign ? mergeSidecars(this.#file.given, mine, theirs) : { source: mine, problems: [] };
		const readOnly = foreign ? readSidecar(theirs).value.readOnly : undefined;
		if (readOnly !== undefined) {
			return { state: 'failed', problems: [{ code: reasons[readOnly], severity: 'error' }] };
		}
		if (!this.#corpus.exists) {
			await establish(this.#corpus);
		}
		if (merged.source !== theirs) {
			await this.#write(merged.source);
		}
		await this.#corpus.files.remove(this.#journal);
		const reread = openSidecar(text, merged.source);
		this.#file = reread.file;
		return { state: 'saved', problems: merged.problems, ...(foreign ? { reread } : {}) };
	}

	/** Through the editor where it holds unsaved edits of the sidecar, so that neither overwrites the other. */
	async #write(source: string): Promise<void> {
		if (!(await this.#sidecars.edit(this.uri, source))) {
			await this.#corpus.files.write(this.uri, new TextEncoder().encode(source));
		}
	}

	async #read(): Promise<string | undefined> {
		const unsaved = await this.#sidecars.unsaved(this.uri);
		if (unsaved !== undefined) {
			return unsaved;
		}
		const bytes = await this.#corpus.files.read(this.uri);
		return bytes === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
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
		const path = relativePath(this.#corpus.root, this.uri) ?? this.#text;
		return uriOf(this.#corpus.root, journalPath(path.replace(/^annotations\//, '')));
	}
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
	return { code, severity: 'error', values: { file, reason } };
}
