import type { CodeAction, CodeActionKind, CodeActionParams } from 'vscode-languageserver';
import { type Action, codeActions } from '../../core/features/codeActions.ts';
import { say } from '../../core/messages/say.ts';
import type { CommandArguments, ServerCommand } from '../../protocol/commands.ts';
import * as fromProto from '../fromProto.ts';
import type { OpenDocument } from '../openDocument.ts';
import type { RequestContext } from '../request.ts';
import * as toProto from '../toProto.ts';
import { labelName, shortened, typeName } from '../wording.ts';

const quickFix = 'quickfix' satisfies CodeActionKind;
const rewrite = 'refactor.rewrite' satisfies CodeActionKind;

export const codeActionKinds: readonly CodeActionKind[] = [quickFix, rewrite];

export function handleCodeAction(
	document: OpenDocument,
	params: CodeActionParams,
	context: RequestContext,
): CodeAction[] {
	const labels = context.scheme.entities.map(item => item.label);
	const actions = codeActions(document.view, fromProto.span(document.text, params.range), { labels });
	return actions.map(action => codeAction(document, action, context)).filter(action => isWanted(action, params));
}

function isWanted({ kind = '' }: CodeAction, { context: { only } }: CodeActionParams): boolean {
	return only === undefined || only.some(wanted => kind === wanted || wanted === '' || kind.startsWith(`${wanted}.`));
}

function codeAction(document: OpenDocument, action: Action, { language, scheme }: RequestContext): CodeAction {
	const base = { uri: document.uri, version: document.version };
	const text = 'text' in action ? shortened(action.text, 40) : '';
	switch (action.does) {
		case 'accept': {
			const title = say(language, 'action-accept', { text });
			return { ...doing(title, quickFix, 'isnad.accept', { ...base, id: action.id }), isPreferred: true };
		}
		case 'reject':
			return doing(say(language, 'action-reject', { text }), quickFix, 'isnad.reject', { ...base, id: action.id });
		case 'relabel': {
			const title = say(language, 'action-relabel', { text, label: labelName(scheme, action.label) });
			return doing(title, rewrite, 'isnad.relabel', { ...base, id: action.id, label: action.label });
		}
		case 'setType': {
			const title = say(language, 'action-set-type', { type: typeName(language, action.type) });
			return doing(title, rewrite, 'isnad.setType', { ...base, id: action.id, type: action.type });
		}
		case 'acceptAll': {
			const title = say(language, 'action-accept-all', { count: action.count });
			return doing(title, quickFix, 'isnad.acceptAll', { ...base, range: toProto.range(document.text, action.span) });
		}
		case 'label': {
			const title = say(language, 'action-label', { text, label: labelName(scheme, action.label) });
			const range = toProto.range(document.text, action.span);
			return doing(title, rewrite, 'isnad.label', { ...base, range, label: action.label });
		}
	}
}

function doing<C extends ServerCommand>(
	title: string,
	kind: CodeActionKind,
	command: C,
	argument: CommandArguments[C],
): CodeAction {
	return { title, kind, command: { title, command, arguments: [argument] } };
}
