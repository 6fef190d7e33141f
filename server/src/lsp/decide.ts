/** Each command's decision: from ranges to spans, and the function of core that decides. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { accept } from '../core/decisions/accept.ts';
import { acceptAll } from '../core/decisions/acceptAll.ts';
import { adjust } from '../core/decisions/adjust.ts';
import { attribute } from '../core/decisions/attribute.ts';
import type { Decision } from '../core/decisions/decision.ts';
import { label } from '../core/decisions/label.ts';
import { labelAll } from '../core/decisions/labelAll.ts';
import { link } from '../core/decisions/link.ts';
import { note } from '../core/decisions/note.ts';
import { place } from '../core/decisions/place.ts';
import { reject } from '../core/decisions/reject.ts';
import { relabel } from '../core/decisions/relabel.ts';
import { remove } from '../core/decisions/remove.ts';
import { resolve } from '../core/decisions/resolve.ts';
import { setStatus } from '../core/decisions/setStatus.ts';
import { setType } from '../core/decisions/setType.ts';
import { statement } from '../core/decisions/statement.ts';
import type { DocumentState } from '../core/sidecar/session.ts';
import type { Span } from '../core/span.ts';
import type { CommandArguments, CorpusCommand, ServerCommand } from '../protocol/commands.ts';
import type { Range } from '../protocol/types.ts';
import * as fromProto from './fromProto.ts';

/** Commands that choose between the decisions of other layers. */
export type AdjudicatingCommand = 'isnad.settle' | 'isnad.takeAgreed';

/** Commands that decide something about one document by itself; undo and redo go through the history instead. */
export type DecidingCommand = Exclude<ServerCommand, 'isnad.undo' | 'isnad.redo' | AdjudicatingCommand | CorpusCommand>;

type Deciders = {
	readonly [C in DecidingCommand]: (
		state: DocumentState,
		argument: CommandArguments[C],
		text: TextDocument,
	) => Decision;
};

const deciders: Deciders = {
	'isnad.label': (state, { range, ...rest }, text) => label(state, { ...rest, span: fromProto.span(text, range) }),
	'isnad.statement': (state, { content, cue, speaker, via, ...rest }, text) =>
		statement(state, {
			...rest,
			content: content.map(range => fromProto.span(text, range)),
			...spanOf('cue', cue, text),
			...spanOf('speaker', speaker, text),
			...spanOf('via', via, text),
		}),
	'isnad.accept': accept,
	'isnad.acceptAll': (state, { range, ...rest }, text) => acceptAll(state, { ...rest, ...spanOf('span', range, text) }),
	'isnad.reject': reject,
	'isnad.remove': remove,
	'isnad.relabel': relabel,
	'isnad.adjust': (state, { range, ...rest }, text) => adjust(state, { ...rest, span: fromProto.span(text, range) }),
	'isnad.attribute': (state, { speaker, cue, via, ...rest }, text) =>
		attribute(state, {
			...rest,
			...spanOrNone('speaker', speaker, text),
			...spanOrNone('cue', cue, text),
			...spanOrNone('via', via, text),
		}),
	'isnad.setType': setType,
	'isnad.note': note,
	'isnad.labelAll': (state, { id, ranges }, text) =>
		labelAll(state, { id, ...(ranges && { only: ranges.map(range => fromProto.span(text, range)) }) }),
	'isnad.link': link,
	'isnad.place': (state, { id, range }, text) => place(state, { id, span: fromProto.span(text, range) }),
	'isnad.resolve': resolve,
	'isnad.status': setStatus,
};

/** What a command would change. Core functions; never throws. */
export function decide<C extends DecidingCommand>(
	command: C,
	state: DocumentState,
	argument: CommandArguments[C],
	text: TextDocument,
): Decision {
	return deciders[command](state, argument, text);
}

function spanOf<K extends string>(key: K, range: Range | undefined, text: TextDocument): { readonly [P in K]?: Span } {
	return (range === undefined ? {} : { [key]: fromProto.span(text, range) }) as { readonly [P in K]?: Span };
}

/** Left out stays as it is; null takes it away. */
function spanOrNone<K extends string>(
	key: K,
	range: Range | null | undefined,
	text: TextDocument,
): { readonly [P in K]?: Span | 'none' } {
	const value = range === undefined ? undefined : range === null ? 'none' : fromProto.span(text, range);
	return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: Span | 'none' };
}
