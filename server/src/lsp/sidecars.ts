import { ApplyWorkspaceEditRequest } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readCorpusFile } from '../core/corpus/corpusFile.ts';
import { corpusPath, registerPath, schemePath } from '../core/corpus/paths.ts';
import { readRegister } from '../core/corpus/register.ts';
import type { Problem } from '../core/model.ts';
import { readScheme } from '../core/scheme/readScheme.ts';
import { readSidecar } from '../core/sidecar/readSidecar.ts';
import type { OpenSidecar } from './openSidecar.ts';
import type { World } from './world.ts';

/** The YAML files of corpora that are open in the editor: completed, checked, and never overwritten under an unsaved edit. */
export class Sidecars {
	readonly #world: () => World;
	readonly #open = new Map<string, TextDocument>();

	constructor(world: () => World) {
		this.#world = world;
	}

	/** Whether a document is one of these rather than an article. */
	static takes(uri: string): boolean {
		return /\.ya?ml$/i.test(uri);
	}

	set(document: TextDocument): void {
		this.#open.set(document.uri, document);
	}

	get(uri: string): TextDocument | undefined {
		return this.#open.get(uri);
	}

	close(uri: string): void {
		this.#open.delete(uri);
	}

	/** The document with what is wrong in it; undefined where it is not open. */
	snapshot(uri: string): OpenSidecar | undefined {
		const text = this.#open.get(uri);
		return text === undefined
			? undefined
			: { uri, version: text.version, text, problems: problemsOf(uri, text.getText()) };
	}

	/** The text in the editor where it differs from the disk's; undefined otherwise. */
	async unsaved(uri: string): Promise<string | undefined> {
		const open = this.#open.get(uri)?.getText();
		if (open === undefined) {
			return undefined;
		}
		const bytes = await this.#world().files.read(uri);
		const disk = bytes === undefined ? '' : new TextDecoder().decode(bytes);
		return plain(disk) === plain(open) ? undefined : open;
	}

	/** Replaces the text in the editor where that holds unsaved edits; false where the file itself is to be written. */
	async edit(uri: string, source: string): Promise<boolean> {
		const open = this.#open.get(uri);
		if (open === undefined || (await this.unsaved(uri)) === undefined) {
			return false;
		}
		const range = { start: { line: 0, character: 0 }, end: open.positionAt(open.getText().length) };
		const { applied } = await this.#world().connection.sendRequest(ApplyWorkspaceEditRequest.type, {
			edit: { changes: { [uri]: [{ range, newText: source }] } },
		});
		return applied;
	}
}

function plain(text: string): string {
	return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function problemsOf(uri: string, source: string): readonly Problem[] {
	const path = decodeURIComponent(uri);
	if (path.endsWith(`/${corpusPath}`)) {
		return readCorpusFile(source).problems;
	}
	if (path.endsWith(`/${schemePath}`)) {
		return readScheme(source).problems;
	}
	if (path.endsWith(`/${registerPath}`)) {
		return readRegister(source).problems;
	}
	return readSidecar(source).problems;
}
