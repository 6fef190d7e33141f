import { ConfigurationTarget, env, workspace } from 'vscode';
import type { IsnadOptions } from '../../server/src/protocol/options.ts';
import type { UiLanguage } from './messages.ts';

/** Name of our section in the editor's settings. */
export const section = 'isnad';

/** Language of messages, hovers and views: the setting, or Arabic where the editor itself speaks Arabic, else English. */
export function uiLanguage(): UiLanguage {
	const wanted = workspace.getConfiguration(section).get<string>('uiLanguage');
	if (wanted === 'ar' || wanted === 'en') return wanted;
	return env.language.toLowerCase().startsWith('ar') ? 'ar' : 'en';
}

/** The settings as the server wants them. */
export function serverOptions(): IsnadOptions {
	const settings = workspace.getConfiguration(section);
	const suggestions = settings.get<string>('suggestions');
	const annotator = settings.get<string>('annotator')?.trim();
	return {
		uiLanguage: uiLanguage(),
		suggestions: suggestions === 'off' || suggestions === 'afterFirstPass' ? suggestions : 'on',
		hideOtherAnnotators: settings.get<boolean>('hideOtherAnnotators') === true,
		adjudicating: isAdjudicating(),
		model: ownModel(),
		...(annotator ? { annotator } : {}),
	};
}

/** Whether decisions go to the adjudicated layer. */
export function isAdjudicating(): boolean {
	return workspace.getConfiguration(section).get<boolean>('adjudicating') === true;
}

/** Path of the model file from the corpus' folder; '' for the shipped model alone. */
export function ownModel(): string {
	return workspace.getConfiguration(section).get<string>('model')?.trim() ?? '';
}

/** Chooses a model file, or with '' the shipped model alone, for the workspace where one is open. */
export async function chooseModel(path: string): Promise<void> {
	const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
	await workspace.getConfiguration(section).update('model', path, target);
}

/** Sets whether decisions go to the adjudicated layer, for the workspace where one is open; answers what holds now. */
export async function toggleAdjudicating(): Promise<boolean> {
	const on = !isAdjudicating();
	const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
	await workspace.getConfiguration(section).update('adjudicating', on, target);
	return on;
}

/** Whether the cursor goes to the next suggestion after a decision. */
export function advanceAfterDecision(): boolean {
	return workspace.getConfiguration(section).get<boolean>('advanceAfterDecision') !== false;
}
