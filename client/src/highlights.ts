import {
	ColorThemeKind,
	DecorationRangeBehavior,
	Disposable,
	OverviewRulerLane,
	type Range,
	type TextEditor,
	type TextEditorDecorationType,
	ThemeColor,
	window,
	workspace,
} from 'vscode';
import type { AnnotationsParams } from '../../server/src/protocol/requests.ts';
import type { Range as ItemRange, SchemeItem } from '../../server/src/protocol/types.ts';
import type { Theme } from './highlights/colors.ts';
import { type Drawn, takeIn } from './highlights/drawn.ts';
import { layered } from './highlights/layers.ts';
import { type Look, lookKey, looksOf } from './highlights/look.ts';
import { nearest } from './highlights/nearest.ts';
import { styleOf } from './highlights/style.ts';
import { isArticle } from './language.ts';
import { toRange } from './ranges.ts';

/** More than this makes the editor slow; then only those nearest to the visible lines are drawn. */
const mostRanges = 5000;

/** Draws what `isnad/annotations` says, by decorations that leave an Arabic line whole. */
export class Highlights implements Disposable {
	readonly #schemes = new Map<string, SchemeItem>();
	readonly #drawn = new Map<string, Drawn>();
	readonly #types = new Map<string, TextEditorDecorationType>();
	readonly #used = new WeakMap<TextEditor, ReadonlySet<string>>();
	readonly #current = window.createTextEditorDecorationType({
		outlineColor: new ThemeColor('focusBorder'),
		outlineStyle: 'solid',
		outlineWidth: '2px',
		rangeBehavior: DecorationRangeBehavior.ClosedClosed,
	});
	readonly #subscriptions: Disposable;
	#pause: ReturnType<typeof setTimeout> | undefined;
	#theme = themeOf(window.activeColorTheme.kind);

	constructor() {
		this.#subscriptions = Disposable.from(
			this.#current,
			window.onDidChangeActiveColorTheme(({ kind }) => this.#changeTheme(themeOf(kind))),
			window.onDidChangeVisibleTextEditors(editors => {
				for (const editor of editors) this.#draw(editor);
			}),
			window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
				if (this.#ranges(textEditor) > mostRanges) this.#drawSoon(textEditor);
			}),
			workspace.onDidOpenTextDocument(({ uri }) => this.#drawAll(uri.toString())),
			workspace.onDidCloseTextDocument(({ uri }) => {
				this.#drawn.delete(uri.toString());
				this.#schemes.delete(uri.toString());
			}),
		);
	}

	/** Takes in what the server says; drawn once the document's scheme is known. */
	update(message: AnnotationsParams): void {
		this.#drawn.set(message.uri, takeIn(this.#drawn.get(message.uri), message));
		this.#drawAll(message.uri);
	}

	setScheme(uri: string, scheme: SchemeItem): void {
		this.#schemes.set(uri, scheme);
		this.#drawAll(uri);
	}

	/** Frames what the next command is about; nothing without a range. */
	frame(editor: TextEditor, range: ItemRange | undefined): void {
		editor.setDecorations(this.#current, range ? [toRange(range)] : []);
	}

	dispose(): void {
		clearTimeout(this.#pause);
		this.#subscriptions.dispose();
		for (const type of this.#types.values()) type.dispose();
	}

	#drawAll(uri: string): void {
		for (const editor of window.visibleTextEditors) {
			if (editor.document.uri.toString() === uri) this.#draw(editor);
		}
	}

	/** After a pause in scrolling. */
	#drawSoon(editor: TextEditor): void {
		clearTimeout(this.#pause);
		this.#pause = setTimeout(() => this.#draw(editor), 100);
	}

	#draw(editor: TextEditor): void {
		const uri = editor.document.uri.toString();
		const drawn = this.#drawn.get(uri);
		const scheme = this.#schemes.get(uri);
		if (!isArticle(editor.document)) {
			this.#show(editor, new Map());
			return;
		}
		if (!scheme || drawn?.version !== editor.document.version) return;
		const marks = [...drawn.highlights.values()].flatMap(highlight => looksOf(highlight, scheme));
		const visible = editor.visibleRanges.map(({ start, end }) => ({ first: start.line, last: end.line }));
		const groups = new Map<string, Range[]>();
		for (const { look, range } of layered(nearest(marks, visible, mostRanges))) {
			const key = this.#type(look);
			const group = groups.get(key);
			if (group) group.push(toRange(range));
			else groups.set(key, [toRange(range)]);
		}
		this.#show(editor, groups);
	}

	#show(editor: TextEditor, groups: ReadonlyMap<string, readonly Range[]>): void {
		for (const key of this.#used.get(editor) ?? []) {
			const type = this.#types.get(key);
			if (type && !groups.has(key)) editor.setDecorations(type, []);
		}
		for (const [key, ranges] of groups) {
			const type = this.#types.get(key);
			if (type) editor.setDecorations(type, ranges);
		}
		this.#used.set(editor, new Set(groups.keys()));
	}

	/** Makes sure that the decoration for a look exists, and answers its key. */
	#type(look: Look): string {
		const key = lookKey(look);
		if (!this.#types.has(key)) {
			const type = window.createTextEditorDecorationType({
				...styleOf(look, this.#theme),
				overviewRulerLane: look.status === 'confirmed' ? OverviewRulerLane.Right : OverviewRulerLane.Center,
				rangeBehavior: DecorationRangeBehavior.ClosedClosed,
			});
			this.#types.set(key, type);
		}
		return key;
	}

	#ranges(editor: TextEditor): number {
		const highlights = this.#drawn.get(editor.document.uri.toString())?.highlights.values() ?? [];
		let count = 0;
		for (const { marks } of highlights) count += marks.length;
		return count;
	}

	#changeTheme(theme: Theme): void {
		if (theme === this.#theme) return;
		this.#theme = theme;
		for (const type of this.#types.values()) type.dispose();
		this.#types.clear();
		for (const editor of window.visibleTextEditors) this.#draw(editor);
	}
}

function themeOf(kind: ColorThemeKind): Theme {
	switch (kind) {
		case ColorThemeKind.Light:
			return 'light';
		case ColorThemeKind.HighContrast:
			return 'hc-dark';
		case ColorThemeKind.HighContrastLight:
			return 'hc-light';
		default:
			return 'dark';
	}
}
