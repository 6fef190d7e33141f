import { window } from 'vscode';
import type { App } from '../app.ts';
import { inert } from '../bidi.ts';
import { keyName } from '../keys.ts';
import { t } from '../ui.ts';

/** Asks for a label of the scheme, with the keys that would have done the same. */
export async function pickLabel(app: App, uri: string, current?: string): Promise<string | undefined> {
	const { entities } = await app.articles.scheme(uri);
	const choices = entities
		.filter(({ label }) => label !== current)
		.map(({ label, name, description, key }) => ({
			label: inert(name),
			description: key ? `${inert(label)} · ${keyName(key)}` : inert(label),
			...(description ? { detail: inert(description) } : {}),
			value: label,
		}));
	const choice = await window.showQuickPick(choices, { placeHolder: t('pick-label'), matchOnDescription: true });
	return choice?.value;
}
