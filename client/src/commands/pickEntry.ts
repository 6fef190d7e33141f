import { type QuickPickItem, window } from 'vscode';
import type { RegisterResult } from '../../../server/src/protocol/requests.ts';
import type { App } from '../app.ts';
import { inert, isolated } from '../bidi.ts';
import { t } from '../ui.ts';

type Entry = RegisterResult['entries'][number];

/** A key of the register to choose. */
export interface KeyItem extends QuickPickItem {
	readonly label: string;
}

export function keyItem({ key, name, aliases, note }: Entry): KeyItem {
	return {
		label: key,
		description: isolated([name, ...aliases].join('، ')),
		...(note === undefined ? {} : { detail: inert(note) }),
	};
}

/** An entry that the register has; the user is told where it has none. */
export async function pickKnownEntry(
	{ server }: App,
	uri: string,
	placeHolder: string,
	except?: string,
): Promise<Entry | undefined> {
	const { entries } = await server.register(uri);
	if (entries.length === 0) {
		void window.showInformationMessage(t('register-empty'));
		return undefined;
	}
	const choices = entries.filter(({ key }) => key !== except).map(entry => ({ ...keyItem(entry), entry }));
	return (await window.showQuickPick(choices, { placeHolder, matchOnDescription: true }))?.entry;
}

/** A new key, one proposed. */
export async function askKey(prompt: string, value: string): Promise<string | undefined> {
	const key = (await window.showInputBox({ prompt, value, ignoreFocusOut: true }))?.trim();
	return key === '' ? undefined : key;
}

/** One of the register's keys, or one typed. */
export async function pickEntry({ server }: App, uri: string, placeholder: string): Promise<string | undefined> {
	const { entries } = await server.register(uri);
	return pickKey(entries.map(keyItem), placeholder, undefined);
}

/** One of the known keys, or one typed. */
export function pickKey(
	known: readonly KeyItem[],
	placeholder: string,
	current: string | undefined,
): Promise<string | undefined> {
	const names = new Set(known.map(({ label }) => label));
	const pick = window.createQuickPick();
	pick.placeholder = placeholder;
	pick.matchOnDescription = true;
	pick.value = current ?? '';
	const offerTyped = (): void => {
		const typed = pick.value.trim();
		const isNew = typed !== '' && !names.has(typed);
		pick.items = isNew ? [{ label: typed, description: t('new-key') }, ...known] : known;
	};
	offerTyped();
	return new Promise(resolve => {
		pick.onDidChangeValue(offerTyped);
		pick.onDidAccept(() => {
			resolve(pick.selectedItems[0]?.label);
			pick.hide();
		});
		pick.onDidHide(() => {
			resolve(undefined);
			pick.dispose();
		});
		pick.show();
	});
}
