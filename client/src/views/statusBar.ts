import { Disposable, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { activeDocument } from '../activeDocument.ts';
import type { App } from '../app.ts';
import { isArticle } from '../language.ts';
import { isAdjudicating } from '../settings.ts';
import { t } from '../ui.ts';

/** One item: whether keys annotate, how many suggestions are left, how far the article is. A click toggles the mode. */
export function showStatus(app: App): Disposable {
	const item = window.createStatusBarItem('isnad.status', StatusBarAlignment.Right, 200);
	item.name = 'Isnad';
	item.command = 'isnad.editor.toggleAnnotating';
	const refresh = (): void => update(item, app);
	refresh();
	return Disposable.from(
		item,
		window.onDidChangeActiveTextEditor(refresh),
		app.readers.onDidChangeActive(refresh),
		app.articles.onDidChange(refresh),
		app.mode.onDidChange(refresh),
	);
}

function update(item: StatusBarItem, { articles, mode, readers }: App): void {
	const document = activeDocument({ readers });
	const totals = document && isArticle(document) ? articles.totals(document.uri.toString()) : undefined;
	if (!totals) {
		item.hide();
		return;
	}
	const { counts, status } = totals;
	const entities = t(`status-${status.entities}`);
	const statements = t(`status-${status.statements}`);
	const state = entities === statements ? entities : `${entities}/${statements}`;
	item.text = `${mode.on ? '$(tag)' : '$(edit)'} ${t(!mode.on ? 'bar-editing' : isAdjudicating() ? 'bar-adjudicating' : 'bar-annotating')} · ${t('bar-left', { count: counts.suggested })} · ${state}`;
	item.tooltip = [
		t(mode.on ? 'annotating-on' : 'annotating-off'),
		t('bar-counts', counts),
		`${t('kind-entities')}: ${entities}`,
		`${t('kind-statements')}: ${statements}`,
		t('bar-click'),
	].join('\n');
	item.show();
}
