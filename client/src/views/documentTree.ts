import {
	Disposable,
	EventEmitter,
	type ProviderResult,
	ThemeIcon,
	type TreeDataProvider,
	TreeItem,
	TreeItemCollapsibleState,
	type TreeView,
	window,
} from 'vscode';
import { activeDocument } from '../activeDocument.ts';
import type { App } from '../app.ts';
import { besideIsolated, isolated } from '../bidi.ts';
import { isArticle } from '../language.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { t } from '../ui.ts';
import { type TreeNode, treeOf } from './treeModel.ts';

const viewId = 'isnad.document';

/** What a line of the tree hands to commands: their arguments. */
interface Line extends TreeNode {
	readonly uri: string;
	readonly children: readonly Line[];
}

/** The view of the article in the active editor: its names, its statements by speaker, its decisions without a place. */
export class DocumentTree implements TreeDataProvider<Line>, Disposable {
	readonly #app: App;
	readonly #changed = new EventEmitter<void>();
	readonly #view: TreeView<Line>;
	readonly #subscriptions: Disposable;
	#lines: readonly Line[] = [];
	readonly onDidChangeTreeData = this.#changed.event;

	constructor(app: App) {
		this.#app = app;
		this.#view = window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
		const refresh = oneAtATime(() => this.#refresh());
		const shown = (): void => {
			if (this.#view.visible) void refresh();
		};
		this.#subscriptions = Disposable.from(
			this.#changed,
			this.#view,
			this.#view.onDidChangeVisibility(shown),
			window.onDidChangeActiveTextEditor(editor => {
				// The tree has the focus, or a quick pick: the article is still the one to show.
				if (editor || window.visibleTextEditors.length === 0) shown();
			}),
			app.readers.onDidChangeActive(() => {
				if (app.readers.active) shown();
			}),
			app.articles.onDidChange(uri => {
				if (uri === activeDocument(app)?.uri.toString() || this.#lines.some(line => line.uri === uri)) shown();
			}),
		);
		shown();
	}

	getTreeItem(line: Line): TreeItem {
		const { key, label, description, role, id, uri, tooltip, open, children } = line;
		const item = new TreeItem(isolated(label), collapsible(children.length, open));
		item.id = `${uri} ${key}`;
		item.description = besideIsolated(description);
		item.contextValue = role;
		if (tooltip !== undefined) item.tooltip = tooltip;
		const icon = iconOf(role);
		if (icon) item.iconPath = icon;
		if (id !== undefined) item.command = { command: 'isnad.editor.reveal', title: '', arguments: [{ uri, id }] };
		return item;
	}

	getChildren(line?: Line): ProviderResult<Line[]> {
		return [...(line?.children ?? this.#lines)];
	}

	dispose(): void {
		this.#subscriptions.dispose();
	}

	async #refresh(): Promise<void> {
		const document = activeDocument(this.#app);
		const item =
			document && isArticle(document) ? await this.#app.articles.item(document).catch(() => undefined) : undefined;
		if (!document || !item) {
			this.#show([], undefined);
			return;
		}
		const uri = document.uri.toString();
		const scheme = await this.#app.articles.scheme(uri);
		const lines = treeOf(item, scheme, t).map(node => withUri(node, uri));
		this.#show(lines, item.readOnly);
	}

	#show(lines: readonly Line[], message: string | undefined): void {
		this.#lines = lines;
		this.#view.message = message ?? '';
		this.#changed.fire();
	}
}

function withUri(node: TreeNode, uri: string): Line {
	return { ...node, uri, children: node.children.map(child => withUri(child, uri)) };
}

function collapsible(children: number, open: boolean): TreeItemCollapsibleState {
	if (children === 0) return TreeItemCollapsibleState.None;
	return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function iconOf(role: TreeNode['role']): ThemeIcon | undefined {
	if (role === 'group') return undefined;
	if (role.startsWith('suggested')) return new ThemeIcon('circle-outline');
	if (role.startsWith('moved') || role.startsWith('versions')) return new ThemeIcon('question');
	return new ThemeIcon(role.startsWith('orphan') ? 'debug-disconnect' : 'pass-filled');
}
