import { Disposable, languages, type Memento, type TextDocument, window, workspace } from 'vscode';
import type { ArticleResult } from '../../server/src/protocol/requests.ts';

export const articleLanguage = 'arabic-news';

export interface LanguageOptions {
	/** Asks the server about a file; may reject. */
	readonly article: (uri: string) => Promise<ArticleResult>;
	/** Where a user's other choice is remembered, for this workspace. */
	readonly memory: Memento;
	/** Told what the server says of each shown file, whether it became an article or not. */
	readonly onAnswer: (document: TextDocument, article: ArticleResult) => void;
}

/**
 * Gives articles their language when an editor shows them. Files only, of the disk or of an opened virtual folder: no diffs
 * against git, no output. Who then chooses another language keeps it, also after a restart.
 */
export function assignLanguage({ article, memory, onAnswer }: LanguageOptions): Disposable {
	// VS Code keeps the object when a document changes its language: so we know a choice from a file opened anew.
	const ours = new WeakSet<TextDocument>();
	const asking = new WeakSet<TextDocument>();

	async function look(document: TextDocument): Promise<void> {
		if (document.languageId !== 'plaintext' || !isFile(document) || asking.has(document)) return;
		const uri = document.uri.toString();
		if (otherLanguage(memory).includes(uri)) return;
		asking.add(document);
		const answer = await article(uri).catch(() => undefined);
		asking.delete(document);
		if (!answer || document.isClosed || document.languageId !== 'plaintext') return;
		if (answer.article) {
			ours.add(document);
			await languages.setTextDocumentLanguage(document, articleLanguage);
		}
		onAnswer(document, answer);
	}

	function opened(document: TextDocument): void {
		if (document.languageId === articleLanguage) ours.add(document);
		else if (ours.delete(document)) void remember(memory, document, true);
	}

	function lookAtShown(): void {
		for (const { document } of window.visibleTextEditors) void look(document);
	}

	workspace.textDocuments.forEach(opened);
	lookAtShown();
	return Disposable.from(
		workspace.onDidOpenTextDocument(opened),
		window.onDidChangeVisibleTextEditors(lookAtShown),
		window.onDidChangeActiveTextEditor(lookAtShown),
	);
}

/** Makes a document an article because the user says so; takes back an earlier choice of another language. */
export async function makeArticle(document: TextDocument, memory: Memento): Promise<void> {
	await remember(memory, document, false);
	await languages.setTextDocumentLanguage(document, articleLanguage);
}

/** Whether a document is a file that can be an article: on the disk, or in an opened folder of a virtual file system. */
export function isFile({ uri }: TextDocument): boolean {
	return uri.scheme === 'file' || workspace.getWorkspaceFolder(uri) !== undefined;
}

/** Whether annotation is at home in a document: an article, and a file. */
export function isArticle(document: TextDocument): boolean {
	return document.languageId === articleLanguage && isFile(document);
}

const memoryKey = 'isnad.otherLanguage';
const remembered = 1000;

function otherLanguage(memory: Memento): readonly string[] {
	return memory.get<readonly string[]>(memoryKey, []);
}

async function remember(memory: Memento, { uri }: TextDocument, other: boolean): Promise<void> {
	const rest = otherLanguage(memory).filter(known => known !== uri.toString());
	await memory.update(memoryKey, other ? [...rest, uri.toString()].slice(-remembered) : rest);
}
