import { applyChange } from '../core/decisions/applyChange.ts';
import { begun } from '../core/decisions/begun.ts';
import type { Decision } from '../core/decisions/decision.ts';
import { redo, remember, type Step, undo } from '../core/decisions/history.ts';
import { type Sides, settle } from '../core/decisions/settle.ts';
import { takeAgreed } from '../core/decisions/takeAgreed.ts';
import type { Annotations, Problem } from '../core/model.ts';
import type { DocumentState } from '../core/sidecar/session.ts';
import { type CommandAnswer, type CommandArguments, type ServerCommand, serverCommands } from '../protocol/commands.ts';
import type { Article } from './article.ts';
import { readArgument } from './commandArguments.ts';
import { isCorpusCommand, runInCorpus } from './corpusCommands.ts';
import { type AdjudicatingCommand, type DecidingCommand, decide } from './decide.ts';
import { otherLayer } from './otherLayer.ts';
import { answer } from './request.ts';
import * as toProto from './toProto.ts';
import { applyTransaction } from './transaction.ts';
import type { World } from './world.ts';

/** Registers `workspace/executeCommand`. Every answer says what went wrong in words; then nothing was changed. */
export function registerCommands(world: World): void {
	const host = { language: () => world.settings.language, logger: world.logger };
	world.connection.onExecuteCommand(({ command, arguments: given }, token) =>
		answer(host, command, token, () => {
			const known = serverCommands.find(candidate => candidate === command);
			return known === undefined
				? failed(world, { code: 'command-unknown', severity: 'error', values: { command } })
				: run(world, known, given?.[0]);
		}),
	);
}

async function run<C extends ServerCommand>(world: World, command: C, given: unknown): Promise<CommandAnswer> {
	const reading = readArgument(command, given);
	if ('wrong' in reading) {
		return failed(world, { code: 'command-argument', severity: 'error', values: { command, key: reading.wrong } });
	}
	const { argument } = reading;
	if (command === 'isnad.undo' || command === 'isnad.redo') return travel(world, argument.uri, command);
	if (isCorpusCommand(command, argument)) return runInCorpus(world, command, argument);
	const article = world.articles.get(argument.uri);
	if (article === undefined) {
		return failed(world, { code: 'command-not-open', severity: 'error' });
	}
	return article.decide(state => {
		if (article.readOnly !== undefined) {
			return failed(world, { code: article.readOnly, severity: 'error' });
		}
		if (argument.version !== undefined && argument.version !== article.version && speaksOfPlaces(argument)) {
			return failed(world, { code: 'command-stale', severity: 'error' });
		}
		return command === 'isnad.settle' || command === 'isnad.takeAgreed'
			? adjudicate(world, article, state, [command, argument] as Adjudication)
			: take(world, article, state, command as DecidingCommand, argument as CommandArguments[DecidingCommand]);
	});
}

async function take(
	world: World,
	article: Article,
	state: DocumentState,
	command: DecidingCommand,
	argument: CommandArguments[DecidingCommand],
): Promise<CommandAnswer> {
	const unknown = unknownLabel(article, argument);
	if (unknown !== undefined) {
		return failed(world, unknown);
	}
	const decision = decide(command, state, argument as never, article.text);
	return carryOut(world, article, state, { decision, dry: 'dryRun' in argument && argument.dryRun === true });
}

/** Chooses between the decisions of two other layers. */
async function adjudicate(
	world: World,
	article: Article,
	state: DocumentState,
	[command, argument]: Adjudication,
): Promise<CommandAnswer> {
	if (world.settings.layer !== 'gold') {
		return failed(world, { code: 'adjudicate-first', severity: 'error' });
	}
	const [one, two] = argument.layers;
	const document = await article.snapshot();
	const first = await otherLayer(world, document, { article, name: one });
	const second = await otherLayer(world, document, { article, name: two });
	const decision =
		command === 'isnad.takeAgreed'
			? takeAgreed(state, [first.annotations, second.annotations], [one, two].join(', '))
			: settle(
					state,
					{ ...side('first', first, argument.first, one), ...side('second', second, argument.second, two) },
					argument.choice,
				);
	return carryOut(world, article, state, { decision, dry: false });
}

type Adjudication = {
	readonly [C in AdjudicatingCommand]: readonly [C, CommandArguments[C]];
}[AdjudicatingCommand];

function side<K extends 'first' | 'second'>(
	key: K,
	{ annotations }: { readonly annotations: Annotations },
	id: string | undefined,
	by: string,
): Sides {
	const record = id === undefined ? undefined : annotations.records.find(candidate => candidate.id === id);
	const decides = record?.kind === 'entity' || record?.kind === 'statement';
	return decides ? { [key]: { record, by } } : {};
}

/** Takes a decision over, unless it is only asked for or cannot be made. */
async function carryOut(
	world: World,
	article: Article,
	state: DocumentState,
	{ decision, dry }: { readonly decision: Decision; readonly dry: boolean },
): Promise<CommandAnswer> {
	const { ids, problems, change } = decision;
	if (dry || problems.some(problem => problem.severity === 'error')) {
		const records = change.records.flatMap(({ after }) => (after?.kind === 'entity' ? [after.at.span] : []));
		const places = records.map(span => ({
			range: toProto.range(article.text, span),
			text: state.text.slice(span.start, span.end),
		}));
		return { ...named(ids), ...(dry ? { places } : {}), problems: worded(world, problems) };
	}
	// Where suggestions wait for the end of a first pass, only the annotator says when that is.
	const whole = world.settings.suggestions === 'afterFirstPass' ? change : begun(state.annotations.status, change);
	const changed = whole.records.length > 0 || whole.status !== undefined;
	if (changed) {
		world.articles.history = remember(world.articles.history, { documents: { [article.uri]: whole } });
	}
	const saving = changed ? await article.commit(applyChange(state.annotations, whole)) : [];
	return { ...named(ids), problems: worded(world, [...problems, ...saving]) };
}

/** Undo and redo, in every document that the step touched, open or not. */
function travel(world: World, uri: string, command: 'isnad.undo' | 'isnad.redo'): Promise<CommandAnswer> {
	return world.transactions.run(async () => {
		const step: Step | undefined = (command === 'isnad.undo' ? undo : redo)(world.articles.history, uri);
		if (step === undefined) {
			const code = command === 'isnad.undo' ? 'undo-nothing' : 'redo-nothing';
			return { problems: worded(world, [{ code, severity: 'info' }]) };
		}
		const before = world.articles.history;
		world.articles.history = step.history;
		const problems = await applyTransaction(world, step.transaction);
		if (problems.some(({ severity }) => severity === 'error')) {
			world.articles.history = before;
		}
		const ids =
			step.transaction.documents[uri]?.records.map(({ before: old, after }) => (after ?? old)?.id ?? '') ?? [];
		return { ...named(ids), problems: worded(world, problems) };
	});
}

/** Ids stay true in an edited text, ranges do not. */
function speaksOfPlaces(argument: CommandArguments[ServerCommand]): boolean {
	return ['range', 'ranges', 'content', 'cue', 'speaker', 'via'].some(key => key in argument);
}

/** A label that the corpus' scheme does not have. */
function unknownLabel(article: Article, argument: CommandArguments[DecidingCommand]): Problem | undefined {
	const labels = article.corpus?.scheme.entities;
	if (labels === undefined || !('label' in argument) || argument.label === undefined || 'kind' in argument) {
		return undefined;
	}
	const { label } = argument;
	const known = labels.some(candidate => candidate.label === label);
	return known ? undefined : { code: 'label-unknown', severity: 'error', values: { label } };
}

function named(ids: readonly string[]): Pick<CommandAnswer, 'id' | 'ids'> {
	const [id] = ids;
	return id === undefined ? {} : { id, ids };
}

function worded(world: World, problems: readonly Problem[]): CommandAnswer['problems'] {
	return problems.map(problem => toProto.problemItem(problem, world.settings.language));
}

function failed(world: World, problem: Problem): CommandAnswer {
	return { problems: worded(world, [problem]) };
}
