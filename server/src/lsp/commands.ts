import { applyChange } from '../core/decisions/applyChange.ts';
import type { DocumentChange } from '../core/decisions/decision.ts';
import { redo, remember, type Step, undo } from '../core/decisions/history.ts';
import type { Annotations, Problem } from '../core/model.ts';
import type { DocumentState } from '../core/sidecar/session.ts';
import { type CommandAnswer, type CommandArguments, type ServerCommand, serverCommands } from '../protocol/commands.ts';
import type { Article } from './article.ts';
import { readArgument } from './commandArguments.ts';
import { type DecidingCommand, decide } from './decide.ts';
import { answer } from './request.ts';
import * as toProto from './toProto.ts';
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
		return command === 'isnad.undo' || command === 'isnad.redo'
			? travel(world, article, command)
			: take(world, article, state, command, argument as CommandArguments[DecidingCommand]);
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
	const { ids, problems, change } = decide(command, state, argument as never, article.text);
	const dry = 'dryRun' in argument && argument.dryRun === true;
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

/** The first decision on names, or on statements, makes a draft of what was new. */
function begun(status: Annotations['status'], change: DocumentChange): DocumentChange {
	const kinds = new Set(change.records.map(({ before, after }) => (after ?? before)?.kind));
	const after = {
		entities: status.entities === 'new' && kinds.has('entity') ? 'draft' : status.entities,
		statements: status.statements === 'new' && kinds.has('statement') ? 'draft' : status.statements,
	} as const;
	const same = after.entities === status.entities && after.statements === status.statements;
	return change.status !== undefined || same ? change : { ...change, status: { before: status, after } };
}

/** Undo and redo, in every document that the step touched and that is open. */
async function travel(world: World, article: Article, command: 'isnad.undo' | 'isnad.redo'): Promise<CommandAnswer> {
	const step: Step | undefined = (command === 'isnad.undo' ? undo : redo)(world.articles.history, article.uri);
	if (step === undefined) {
		const code = command === 'isnad.undo' ? 'undo-nothing' : 'redo-nothing';
		return { problems: worded(world, [{ code, severity: 'info' }]) };
	}
	world.articles.history = step.history;
	const change = step.transaction.documents[article.uri];
	const ids = change?.records.map(({ before, after }) => (after ?? before)?.id ?? '') ?? [];
	const saving = change === undefined ? [] : await article.commit(applyChange(article.annotations, change));
	return { ...named(ids), problems: worded(world, saving) };
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
