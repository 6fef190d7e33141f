import { TextDocument } from 'vscode-languageserver-textdocument';
import { answered } from '../../client/reader/machine/answers.ts';
import { itemsOf } from '../../client/reader/machine/items.ts';
import { press } from '../../client/reader/machine/keyboard.ts';
import { atStart, type Effect, type State, type Step, type World } from '../../client/reader/machine/state.ts';
import { textOf, toSpan } from '../../client/reader/machine/text.ts';
import { keysOfReader } from '../../client/src/keys.ts';
import { applyChange } from '../../server/src/core/decisions/applyChange.ts';
import type { Analysis } from '../../server/src/core/model.ts';
import { newsScheme } from '../../server/src/core/scheme/builtIn.ts';
import { type DocumentState, documentState, noAnnotations } from '../../server/src/core/sidecar/session.ts';
import type { Span } from '../../server/src/core/span.ts';
import { parseText } from '../../server/src/core/text/parsed.ts';
import { type DecidingCommand, decide } from '../../server/src/lsp/decide.ts';
import { handleGuess } from '../../server/src/lsp/handlers/guess.ts';
import { handleToken } from '../../server/src/lsp/handlers/token.ts';
import { schemeItem } from '../../server/src/lsp/schemeItem.ts';
import * as toProto from '../../server/src/lsp/toProto.ts';

import type { Range } from '../../server/src/protocol/types.ts';

const uri = 'file:///article.txt';

/** The Reader's keyboard and the server's decisions in one process, without a page between them: what keys do, and how many there were. */
export class Desk {
	readonly #text: TextDocument;
	readonly #lines: World['text'];
	readonly #parsed;
	#document: DocumentState;
	#world: World;
	#state: State = atStart;
	#keys = 0;

	/** Line ends of the text are LF. */
	constructor(text: string, analysis: Analysis) {
		this.#text = TextDocument.create(uri, 'arabic-news', 1, text);
		this.#lines = textOf(text.split('\n'));
		this.#parsed = parseText(text);
		this.#document = documentState(text, analysis, noAnnotations);
		this.#world = this.#seen();
	}

	get state(): State {
		return this.#state;
	}

	get world(): World {
		return this.#world;
	}

	get document(): DocumentState {
		return this.#document;
	}

	/** Keys pressed so far; one held with another counts once. */
	get keys(): number {
		return this.#keys;
	}

	press(...keys: readonly string[]): void {
		for (const key of keys) {
			const step = press(this.#state, this.#world, key);
			if (step === undefined) throw new Error(`${key} means nothing here`);
			this.#keys += 1;
			this.#take(step);
		}
	}

	/** The span that a label key takes on a bare caret. */
	tokenAt(offset: number): Span | undefined {
		const { range } = handleToken(this.#open(), { uri, position: this.#text.positionAt(offset) });
		return range && { start: this.#text.offsetAt(range.start), end: this.#text.offsetAt(range.end) };
	}

	/** Where a range of the server's stands in the text. */
	spanOf(range: Range): Span {
		return toSpan(this.#lines, range);
	}

	#take({ state, effects }: Step): void {
		this.#state = state;
		for (const effect of effects) this.#carryOut(effect);
	}

	#carryOut(effect: Effect): void {
		if (effect.do === 'say') throw new Error(`The Reader says ${effect.word}`);
		if (effect.do === 'ask') {
			const { question, next } = effect;
			if (question.what !== 'token' && question.what !== 'guess')
				throw new Error(`Nobody answers ${question.what} here`);
			const value =
				question.what === 'token'
					? handleToken(this.#open(), { uri, position: question.position })
					: handleGuess(this.#open(), { uri, content: question.content });
			this.#take(answered(this.#state, this.#world, next, value));
		}
		if (effect.do === 'decide') {
			const { decision, next } = effect;
			const argument = { uri, ...decision.argument } as never;
			const { ids, problems, change } = decide(
				decision.command as DecidingCommand,
				this.#document,
				argument,
				this.#text,
			);
			const [error] = problems.filter(({ severity }) => severity === 'error');
			if (error !== undefined) throw new Error(`${decision.command}: ${error.code}`);
			const dry = 'dryRun' in decision.argument && decision.argument.dryRun === true;
			const spans = change.records.flatMap(({ after }) => (after?.kind === 'entity' ? [after.at.span] : []));
			const places = spans.map(span => ({
				range: toProto.range(this.#text, span),
				text: this.#document.text.slice(span.start, span.end),
			}));
			const { text, analysis, annotations } = this.#document;
			if (!dry) {
				this.#document = documentState(text, analysis, applyChange(annotations, change));
				this.#world = this.#seen();
			}
			const [id] = ids;
			if (next)
				this.#take(
					answered(this.#state, this.#world, next, {
						...(id === undefined ? {} : { id }),
						ids,
						...(dry ? { places } : {}),
					}),
				);
		}
	}

	#open() {
		const { view } = this.#document;
		return { uri, version: 1, text: this.#text, parsed: this.#parsed, view, problems: [] };
	}

	#seen(): World {
		const item = toProto.documentItem(this.#open(), { language: 'en', revision: 1 });
		return {
			text: this.#lines,
			items: itemsOf(item, this.#lines),
			scheme: schemeItem(newsScheme, 'en'),
			keys: keysOfReader(),
			advance: true,
		};
	}
}
