import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, Range, Selection, type TextEditor, Uri, window, workspace } from 'vscode';
import { parse } from 'yaml';
import { until } from '../../support/until.ts';

/** Runs a command of ours as a key or the palette would. */
export function run(verb: string, argument?: unknown): Thenable<unknown> {
	return commands.executeCommand(`isnad.editor.${verb}`, argument);
}

/** Presses a key of annotation mode. */
export function press(...keys: readonly string[]): Promise<unknown> {
	return Promise.all(keys.map(key => run('key', { key })));
}

export function corpusUri(path: string): Uri {
	const [folder] = workspace.workspaceFolders ?? [];
	assert.ok(folder, 'a folder is open');
	return Uri.joinPath(folder.uri, path);
}

/** Opens an article by its path in the corpus and waits until it is one, with its suggestions. */
export async function openArticle(path: string): Promise<TextEditor> {
	await window.showTextDocument(corpusUri(path), { preview: false });
	const editor = await until(`${path} is an article`, () => {
		const active = window.activeTextEditor;
		return active?.document.languageId === 'arabic-news' && active;
	});
	// The server answers in order: once it answers, it has read the sidecar and analysed the text.
	await commands.executeCommand('vscode.executeDocumentSymbolProvider', editor.document.uri);
	return editor;
}

/** Selects the n-th occurrence of some words; with `bare`, puts a bare cursor into it. */
export function select(editor: TextEditor, words: string, { n = 1, bare = false } = {}): void {
	const { document } = editor;
	let start = -1;
	for (let i = 0; i < n; i++) start = document.getText().indexOf(words, start + 1);
	assert.ok(start >= 0, `"${words}" occurs ${n} times`);
	const range = new Range(document.positionAt(start), document.positionAt(start + words.length));
	editor.selection = bare
		? new Selection(range.start.translate(0, 1), range.start.translate(0, 1))
		: new Selection(range.start, range.end);
}

/** A record of a sidecar, as far as tests look. */
export interface SavedRecord {
	readonly id: string;
	readonly kind: string;
	readonly state: string;
	readonly label?: string;
	readonly type?: string;
	readonly exact?: string;
	readonly from?: string;
	readonly content?: readonly { readonly exact: string }[];
	readonly cue?: { readonly exact: string };
	readonly speaker?: { readonly exact: string };
	readonly comment?: string;
	readonly flag?: boolean;
}

/** The sidecar of an article on the disk; with no records where there is none. */
export async function sidecar(path: string): Promise<{
	readonly status?: Readonly<Record<string, string>>;
	readonly records: readonly SavedRecord[];
}> {
	const file = join(corpusUri('.').fsPath, 'annotations', `${path}.yaml`);
	const text = await readFile(file, 'utf8').catch(() => 'records: []');
	const { records, ...rest } = parse(text) as { records?: readonly SavedRecord[] };
	return { ...rest, records: records ?? [] };
}

/** The saved record that passes, once it is on the disk. */
export function saved(path: string, what: string, passes: (record: SavedRecord) => boolean): Promise<SavedRecord> {
	return until(`${what} is saved`, async () => (await sidecar(path)).records.find(passes), 20_000);
}

/** Waits until no saved record passes. */
export async function unsaved(path: string, what: string, passes: (record: SavedRecord) => boolean): Promise<void> {
	await until(`${what} is not saved`, async () => !(await sidecar(path)).records.some(passes), 20_000);
}

/** Takes the first row of every list that a command shows, until it ends. */
export async function takingFirstRows(command: Thenable<unknown>): Promise<void> {
	let ended = false;
	void command.then(
		() => {
			ended = true;
		},
		() => {
			ended = true;
		},
	);
	await until('the command ends', async () => {
		if (!ended) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
		return ended;
	});
}
