import { ProgressLocation, window } from 'vscode';
import { inert } from '../bidi.ts';
import { chooseModel, ownModel } from '../settings.ts';
import { corpusUri } from '../transfer.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';

/** Trains a model on the corpus' own articles, shows how it does beside the shipped one, and asks which to suggest with. */
export const train: Command = {
	id: 'isnad.editor.train',
	async run(app, given) {
		const uri = await corpusUri(app, given.uri);
		if (uri === undefined) return void window.showInformationMessage(t('no-folder'));
		const result = await window.withProgress(
			{ location: ProgressLocation.Notification, title: t('training'), cancellable: true },
			async (progress, token) => {
				let shown = 0;
				const following = app.trainings.onDidChange(state => {
					if (state.uri !== uri) return;
					progress.report({ increment: state.percent - shown, message: `${state.percent}%` });
					shown = state.percent;
				});
				try {
					return await app.server.train(uri, token);
				} catch (error) {
					if (token.isCancellationRequested) return 'cancelled';
					throw error;
				} finally {
					following.dispose();
				}
			},
		);
		if (result === 'cancelled') return whisper(t('training-cancelled'));
		if (result === null) return void window.showInformationMessage(t('no-folder'));
		if (result.state === 'refused') return void window.showWarningMessage(inert(result.reason));
		const [own, shipped] = [t('use-own-model'), t('use-shipped-model')];
		const detail = `${result.summary}\n\n${result.comparison}`;
		const chosen = await window.showInformationMessage(t('which-model'), { modal: true, detail }, own, shipped);
		if (chosen === own && ownModel() !== result.model) await chooseModel(result.model);
		if (chosen === shipped && ownModel() !== '') await chooseModel('');
		return result;
	},
};
