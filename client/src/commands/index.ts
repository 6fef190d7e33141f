import { commands, Disposable } from 'vscode';
import type { App } from '../app.ts';
import { accept } from './accept.ts';
import { acceptAll } from './acceptAll.ts';
import { adjust } from './adjust.ts';
import { allCommands } from './allCommands.ts';
import { attribute } from './attribute.ts';
import { cancel } from './cancel.ts';
import { cheatSheet } from './cheatSheet.ts';
import { chooseCue } from './chooseCue.ts';
import { type Command, givenFrom } from './command.ts';
import { compare } from './compare.ts';
import { exportCorpus } from './exportCorpus.ts';
import { find } from './find.ts';
import { flag } from './flag.ts';
import { hover } from './hover.ts';
import { importCorpus } from './importCorpus.ts';
import { inReader } from './inReader.ts';
import { key } from './key.ts';
import { label } from './label.ts';
import { labelAllInCorpus } from './labelAllInCorpus.ts';
import { labelAllInDocument } from './labelAllInDocument.ts';
import { ledger } from './ledger.ts';
import { link } from './link.ts';
import { makeEntry } from './makeEntry.ts';
import { markDone } from './markDone.ts';
import { markStatus } from './markStatus.ts';
import { allMentions, goToFirstMention } from './mentions.ts';
import { mergeEntries } from './mergeEntries.ts';
import { nextDifference } from './nextDifference.ts';
import { nextUnfinished } from './nextUnfinished.ts';
import { note } from './note.ts';
import { openReader } from './openReader.ts';
import { openSidecar } from './openSidecar.ts';
import { openText } from './openText.ts';
import { placeOrphan } from './placeOrphan.ts';
import { redo } from './redo.ts';
import { reject } from './reject.ts';
import { relabel } from './relabel.ts';
import { remove } from './remove.ts';
import { renameEntry } from './renameEntry.ts';
import { resolve } from './resolve.ts';
import { reveal } from './reveal.ts';
import { saveReaderPage } from './saveReaderPage.ts';
import { searchCorpus } from './searchCorpus.ts';
import { serverFailed } from './send.ts';
import { setLanguage } from './setLanguage.ts';
import { setType } from './setType.ts';
import { splitEntry } from './splitEntry.ts';
import { statement } from './statement.ts';
import { nextStatement, nextSuggestion, previousStatement, previousSuggestion } from './step.ts';
import { switchModel } from './switchModel.ts';
import { toggleAdjudicating } from './toggleAdjudicating.ts';
import { toggleAnnotating } from './toggleAnnotating.ts';
import { train } from './train.ts';
import { undo } from './undo.ts';

const all: readonly Command[] = [
	accept,
	acceptAll,
	adjust,
	allCommands,
	allMentions,
	attribute,
	cancel,
	cheatSheet,
	chooseCue,
	compare,
	exportCorpus,
	find,
	flag,
	goToFirstMention,
	hover,
	importCorpus,
	key,
	label,
	labelAllInDocument,
	makeEntry,
	mergeEntries,
	renameEntry,
	splitEntry,
	labelAllInCorpus,
	ledger,
	link,
	markDone,
	markStatus,
	nextDifference,
	nextStatement,
	nextSuggestion,
	nextUnfinished,
	note,
	openReader,
	openSidecar,
	openText,
	placeOrphan,
	previousStatement,
	previousSuggestion,
	redo,
	reject,
	relabel,
	remove,
	resolve,
	reveal,
	saveReaderPage,
	searchCorpus,
	setLanguage,
	setType,
	statement,
	switchModel,
	toggleAdjudicating,
	toggleAnnotating,
	train,
	undo,
];

/** Registers every command. One that fails tells the user, once. */
export function registerCommands(app: App): Disposable {
	return Disposable.from(
		...all.map(({ id, run }) =>
			commands.registerCommand(id, async (argument: unknown) => {
				try {
					const given = givenFrom(argument);
					return inReader(app, id, given) ? undefined : await run(app, given);
				} catch (error) {
					void serverFailed(app, error);
					return undefined;
				}
			}),
		),
	);
}
