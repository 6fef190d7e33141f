import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { isDamaged } from '../core/checks/encoding.ts';
import type { Analysis, Annotations, Problem } from '../core/model.ts';
import { moveAnnotations } from '../core/sidecar/live.ts';
import { type DocumentState, documentState, noAnnotations } from '../core/sidecar/session.ts';
import { runSteps } from '../core/steps.ts';
import { type ParsedText, parseText } from '../core/text/parsed.ts';
import { type AnnotationsParams, annotationsNotification } from '../protocol/requests.ts';
import type { Highlight } from '../protocol/types.ts';
import { ask } from './ask.ts';
import type { Corpus } from './corpora.ts';
import { countsOf } from './countsOf.ts';
import { editOf } from './editOf.ts';
import type { Journal } from './journal.ts';
import type { OpenDocument } from './openDocument.ts';
import { type Models, shippedAlone } from './ownModels.ts';
import { Queue } from './queue.ts';
import { findRenamedFor } from './renamedArticle.ts';
import { type Saved, type Shrinking, SidecarStore } from './sidecarStore.ts';
import { nothing, suggesting } from './suggesting.ts';
import * as toProto from './toProto.ts';
import { updated } from './updated.ts';
import type { World } from './world.ts';

/** One open article: its text, the machine's suggestions, people's decisions, and what the client was last told. */
export class Article {
	readonly uri: string;
	readonly #world: World;
	readonly #queue = new Queue();
	#text: TextDocument;
	#corpus: Corpus | undefined;
	#store: SidecarStore | undefined;
	#models: Models = shippedAlone;
	#modelled: Promise<void> = Promise.resolve();
	#annotations: Annotations = noAnnotations;
	#sidecarProblems: readonly Problem[] = [];
	#saveProblems: readonly Problem[] = [];
	#state: DocumentState = documentState('', nothing, noAnnotations);
	#analysed: Promise<void> = Promise.resolve();
	#analysis: { readonly version: number; readonly value: Analysis } = { version: -1, value: nothing };
	#parsed: { readonly version: number; readonly value: ParsedText } | undefined;
	#run = { isCancellationRequested: false };
	readonly #loaded: Promise<void>;
	#sent: readonly Highlight[] | undefined;
	#revision = 0;
	#closed = false;
	#unreadable = false;
	/** Decisions that are not in the sidecar yet. */
	#waiting = false;
	/** A question about this article that the user has not answered yet. */
	#asked = false;

	/** `before`: what must end first, where the same article was open a moment ago, and what could not be saved then. */
	constructor(world: World, text: TextDocument, before: Promise<Journal | undefined> | undefined) {
		this.#world = world;
		this.uri = text.uri;
		this.#text = text;
		this.#loaded = this.#queue.run(async () => {
			await this.#load(await before);
		});
		this.#analyse();
	}

	get version(): number {
		return this.#text.version;
	}

	get text(): TextDocument {
		return this.#text;
	}

	get annotations(): Annotations {
		return this.#annotations;
	}

	get revision(): number {
		return this.#revision;
	}

	get corpus(): Corpus | undefined {
		return this.#corpus;
	}

	/** The article as it is once its sidecar is read and its text analysed. */
	async snapshot(): Promise<OpenDocument> {
		await this.#loaded;
		await this.#modelled;
		// Nothing is analysed any more where the article was closed meanwhile.
		while (this.#analysis.version !== this.#text.version && !this.#closed) {
			await this.#analysed;
		}
		const text = this.#text;
		return {
			uri: this.uri,
			version: text.version,
			text,
			parsed: this.#structure(text),
			view: this.#current().view,
			problems: [
				...(this.#corpus?.problems ?? []),
				...this.#models.problems,
				...this.#sidecarProblems,
				...this.#saveProblems,
			],
			...(this.#store === undefined ? {} : { sidecar: this.#store.uri }),
			...(this.readOnly === undefined ? {} : { readOnly: this.readOnly }),
		};
	}

	/** The text's structure, made once for the analysis of a version and all requests about it. */
	#structure(text: TextDocument): ParsedText {
		if (this.#parsed?.version !== text.version) {
			this.#parsed = { version: text.version, value: parseText(text.getText()) };
		}
		return this.#parsed.value;
	}

	/** Why nothing is saved for it, as a problem code. */
	get readOnly(): string | undefined {
		if (this.#store === undefined) {
			return this.#unreadable ? 'sidecar-unreadable' : 'read-only-outside';
		}
		return isDamaged(this.#text.getText()) ? 'encoding-damaged' : this.#store.readOnly;
	}

	change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
		for (const change of changes) {
			const edit = editOf(this.#text, change);
			this.#text = updated(this.#text, change, version);
			if (edit !== undefined) {
				const after = this.#text.getText();
				this.#annotations = moveAnnotations(this.#annotations, edit, after);
				this.#world.articles.moveHistory(this.uri, edit, after);
			}
		}
		this.#analyse();
	}

	/** The editor wrote the text to the disk, or something changed there: decisions that waited can be saved, others' be read. */
	refresh(): Promise<void> {
		return this.#queue.run(async () => {
			this.#corpus = await this.#world.corpora.find(this.uri);
			if (this.#waiting) {
				await this.#save();
			} else if (await this.#store?.changedOnDisk().catch(() => false)) {
				await this.#load();
			}
			await this.#publish();
		});
	}

	/** Runs a decision on the article's state when its turn comes, with everything before it done. */
	decide<T>(task: (state: DocumentState, article: Article) => T | Promise<T>): Promise<T> {
		return this.#queue.run(async () => {
			await this.snapshot();
			return task(this.#current(), this);
		});
	}

	/** Takes over annotations, tells the client, saves, answers what that had to say; much may go unasked where allowed. Only inside `decide`. */
	async commit(annotations: Annotations, shrinking?: Shrinking): Promise<readonly Problem[]> {
		this.#annotations = annotations;
		await this.#publish();
		return this.#save(shrinking);
	}

	/** The settings name another model, or its file changed. */
	remodel(): Promise<void> {
		this.#modelled = this.#loaded.then(() => this.#findModels());
		return this.#modelled.then(() => this.#publish());
	}

	/** Settings changed: what is shown may have. */
	resend(): Promise<void> {
		this.#sent = undefined;
		return this.#publish();
	}

	/** Another layer, or another file under the same name: everything is read again, once what waits is saved. */
	reload(): Promise<void> {
		return this.#queue.run(async () => {
			if (this.#store?.unsaved !== undefined) {
				await this.#save();
			}
			if (this.#store?.unsaved === undefined) {
				await this.#load();
			}
			await this.resend();
		});
	}

	idle(): Promise<void> {
		return this.#queue.idle();
	}

	/** The decisions are safe when this resolves, but for those it answers: they could not be saved. */
	async close(): Promise<Journal | undefined> {
		this.#closed = true;
		this.#run.isCancellationRequested = true;
		await this.#queue.idle();
		return this.saveAgain();
	}

	/** Tries once more to save what could not be saved, and answers it if it still cannot. */
	saveAgain(): Promise<Journal | undefined> {
		return this.#queue.run(async () => {
			if (this.#store?.unsaved !== undefined) {
				await this.#save();
				await this.#publish();
			}
			return this.#store?.unsaved;
		});
	}

	async #save(shrinking: Shrinking = 'refused'): Promise<readonly Problem[]> {
		if (this.#store === undefined || isDamaged(this.#text.getText())) {
			return [{ code: this.readOnly ?? 'read-only-outside', severity: 'error' }];
		}
		const saved: Saved = await this.#store.save(this.#text.getText(), this.#annotations, shrinking);
		this.#waiting = saved.state !== 'saved';
		if (saved.state === 'saved') {
			this.#world.indexes.touched([this.uri]);
		}
		this.#saveProblems = saved.problems;
		if (this.#store.unsaved !== undefined) {
			this.#world.articles.saveLater();
		}
		const [shrinks] = saved.state === 'shrinks' ? saved.problems : [];
		if (shrinks !== undefined) {
			void this.#askToShrink(shrinks);
			return [];
		}
		if (saved.reread !== undefined) {
			this.#annotations = saved.reread.annotations;
			this.#sidecarProblems = saved.reread.problems;
			await this.#publish();
		}
		return saved.problems;
	}

	async #askToShrink(problem: Problem): Promise<void> {
		if (this.#asked) {
			return;
		}
		this.#asked = true;
		const choice = await ask(this.#world, problem, ['ask-save-shrunk', 'ask-bring-back']);
		await this.#queue.run(async () => {
			this.#asked = false;
			if (!this.#waiting || choice === undefined) {
				return;
			}
			// A client that cannot ask has its backup.
			await this.#save(choice === 'ask-bring-back' ? 'undone' : 'allowed');
			await this.#publish();
		});
	}

	async #askToMerge(store: SidecarStore): Promise<void> {
		const problem = { code: 'read-only-conflict', severity: 'warning' } as const;
		if ((await ask(this.#world, problem, ['ask-merge-versions'])) === 'ask-merge-versions') {
			await this.#queue.run(async () => {
				const problems = await store.mergeMarkers();
				await this.#load();
				this.#saveProblems = problems;
				await this.#publish();
			});
		}
	}

	/** An article without decisions may have had another name. */
	async #askToMove(): Promise<void> {
		const renamed = await findRenamedFor(this.#world, this.#corpus, this.uri, this.#text.getText());
		if (renamed === undefined || this.#closed) {
			return;
		}
		const values = { text: renamed.from };
		const choice = await ask(this.#world, { code: 'text-renamed', severity: 'info', values }, ['ask-take-decisions']);
		if (choice === 'ask-take-decisions') {
			await this.#queue.run(async () => {
				await renamed.move();
				await this.#load();
				await this.#publish();
			});
		}
	}

	async #load(unsaved?: Journal): Promise<void> {
		const { settings, sidecars, corpora, logger } = this.#world;
		this.#corpus = await corpora.find(this.uri);
		await this.#findModels();
		this.#store = this.#corpus && SidecarStore.of(this.#corpus, this.uri, settings.layer, sidecars);
		this.#unreadable = false;
		try {
			const opened = await this.#store?.load(this.#text.getText(), unsaved);
			this.#annotations = opened?.annotations ?? noAnnotations;
			this.#sidecarProblems = opened?.problems ?? [];
			this.#waiting = opened?.kept ?? false;
			if (this.#waiting) {
				await this.#save();
			}
			if (this.#store?.readOnly === 'read-only-conflict' && !this.#closed) {
				void this.#askToMerge(this.#store);
			} else if (opened?.file.given === '' && !this.#closed) {
				void this.#askToMove();
			}
		} catch (error) {
			// Without its sidecar the article is read-only: saving would overwrite what could not be read.
			logger.log('error', 'A sidecar could not be read', { uri: this.uri, error: String(error) });
			this.#store = undefined;
			this.#unreadable = true;
			this.#sidecarProblems = [{ code: 'sidecar-unreadable', severity: 'error' }];
		}
	}

	/** Other models make other suggestions. */
	async #findModels(): Promise<void> {
		const before = this.#models.models;
		this.#models = await this.#world.models.of(this.#corpus);
		if (this.#models.models !== before && !this.#closed) {
			this.#analysis = { version: -1, value: nothing };
			this.#analyse();
		}
	}

	#analyse(): void {
		this.#run.isCancellationRequested = true;
		const run = { isCancellationRequested: false };
		this.#run = run;
		const document = this.#text;
		const { version } = document;
		const text = document.getText();
		const { models } = this.#models;
		const steps = suggesting(text, { structure: () => this.#structure(document), models });
		const done = (value: Analysis | undefined): void => {
			if (value !== undefined && !run.isCancellationRequested) {
				this.#analysis = { version, value };
				void this.#loaded.then(() => this.#publish());
			}
		};
		const result = runSteps(steps, run, this.#world.scheduler);
		if (result instanceof Promise) {
			this.#analysed = result.then(done);
		} else {
			done(result);
			this.#analysed = Promise.resolve();
		}
	}

	#current(): DocumentState {
		const text = this.#text.getText();
		const analysis = this.#showsSuggestions() ? this.#analysis.value : nothing;
		const names = this.#corpus?.names;
		if (
			this.#state.text !== text ||
			this.#state.analysis !== analysis ||
			this.#state.annotations !== this.#annotations ||
			this.#state.names !== names
		) {
			this.#state = documentState(text, analysis, this.#annotations, names);
		}
		return this.#state;
	}

	#showsSuggestions(): boolean {
		const { suggestions, layer } = this.#world.settings;
		// Who adjudicates chooses between people.
		if (layer === 'gold') return false;
		const { entities, statements } = this.#annotations.status;
		return suggestions === 'on' || (suggestions === 'afterFirstPass' && (entities !== 'new' || statements !== 'new'));
	}

	/** Tells the client what changed since it was last told. */
	async #publish(): Promise<void> {
		if (this.#closed || this.#analysis.version !== this.#text.version) {
			return;
		}
		const { view } = this.#current();
		const document = { text: this.#text, view };
		const now = toProto.highlights(document);
		const whole = this.#sent === undefined;
		const delta = toProto.highlightDelta(this.#sent ?? [], now);
		this.#sent = now;
		this.#revision += 1;
		const { connection, abilities } = this.#world;
		if (abilities.annotations) {
			const params: AnnotationsParams = {
				uri: this.uri,
				version: this.#text.version,
				revision: this.#revision,
				whole,
				...delta,
				counts: countsOf(view),
				status: view.status,
			};
			await connection.sendNotification(annotationsNotification, params);
		}
		await this.#world.articles.diagnose(this);
	}
}
