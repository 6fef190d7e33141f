/** Commands on a corpus as a whole: each is one transaction over every article it touches. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { uriOf } from '../core/corpus/paths.ts';
import { begun } from '../core/decisions/begun.ts';
import type { DocumentChange } from '../core/decisions/decision.ts';
import { decideHits, type HitDecision } from '../core/decisions/hits.ts';
import { say } from '../core/messages/say.ts';
import type { Problem } from '../core/model.ts';
import type { CommandAnswer, CommandArguments, CorpusCommand, HitPlace, ServerCommand } from '../protocol/commands.ts';
import type { Corpus } from './corpora.ts';
import { documentStateOf } from './documentStateOf.ts';
import * as fromProto from './fromProto.ts';
import { runOnRegister } from './registerCommands.ts';
import { takeTransaction } from './takeTransaction.ts';
import * as toProto from './toProto.ts';
import type { World } from './world.ts';

/** Commands that need no open article; labelAll is one of them when its scope is the corpus. */
export function isCorpusCommand(
	command: ServerCommand,
	argument: CommandArguments[ServerCommand],
): command is CorpusCommand | 'isnad.labelAll' {
	return (
		command === 'isnad.hits' ||
		command.startsWith('isnad.entry.') ||
		(command === 'isnad.labelAll' && 'scope' in argument && argument.scope === 'corpus')
	);
}

/** Runs one, when those before it are through. */
export function runInCorpus(
	world: World,
	command: CorpusCommand | 'isnad.labelAll',
	argument: CommandArguments[CorpusCommand | 'isnad.labelAll'],
): Promise<CommandAnswer> {
	return world.transactions.run(async () => {
		const corpus = await world.corpora.at(argument.uri);
		if (corpus === undefined) {
			return failed(world, { code: 'read-only-outside', severity: 'error' });
		}
		if (command === 'isnad.labelAll') {
			return labelEverywhere(world, corpus, argument as CommandArguments['isnad.labelAll']);
		}
		if (command === 'isnad.hits') {
			const { hits, ...decision } = argument as CommandArguments['isnad.hits'];
			return decideEverywhere(world, corpus, hits, decision);
		}
		return runOnRegister(world, corpus, command, argument as never);
	});
}

/** Every other place of the corpus where a name stands and nobody decided on, as it is labelled here. */
async function labelEverywhere(
	world: World,
	corpus: Corpus,
	{ uri, id, dryRun, places, allow }: CommandArguments['isnad.labelAll'],
): Promise<CommandAnswer> {
	const state = await documentStateOf(world, corpus, uri);
	const entity = typeof state === 'string' ? undefined : state.view.entities.find(view => view.id === id);
	if (entity === undefined) {
		return failed(world, { code: 'unknown-id', severity: 'error', values: { id } });
	}
	const { service, ready } = world.indexes.of(corpus);
	await ready;
	const entry = corpus.register.find(({ key }) => key === entity.entity);
	const { rows, stale } = await service.mentions({
		written: entity.form ?? entity.text,
		aliases: entry === undefined ? [] : [entry.name, ...entry.aliases],
		...(allow === undefined ? {} : { allow }),
	});
	const own = (place: HitPlace): boolean => place.uri === uri && place.id === id;
	const mentions = rows.map(row => ({
		...row,
		uri: uriOf(corpus.root, row.path),
		range: {
			start: { line: row.line, character: row.column },
			end: { line: row.endLine, character: row.endColumn },
		},
	}));
	const notes: Problem[] = stale.map(path => ({ code: 'corpus-stale', severity: 'warning', values: { path } }));
	if (dryRun === true) {
		return { mentions, problems: worded(world, notes) };
	}
	const wanted = (places ?? mentions).filter(place => !own(place));
	// The name itself is accepted, or stands already.
	const itself: HitPlace = { uri, id, range: toProto.range(textOf(uri, entityText(state)), entity.span) };
	const decision = {
		action: 'label',
		label: entity.label,
		...(entity.entity === undefined ? {} : { entity: entity.entity }),
	} as const;
	const answer = await decideEverywhere(world, corpus, [itself, ...wanted], decision);
	return { ...answer, problems: [...answer.problems, ...worded(world, notes)] };
}

function entityText(state: Awaited<ReturnType<typeof documentStateOf>>): string {
	return typeof state === 'string' ? '' : state.text;
}

async function decideEverywhere(
	world: World,
	corpus: Corpus,
	hits: readonly HitPlace[],
	decision: HitDecision,
): Promise<CommandAnswer> {
	const { label } = decision;
	if (decision.action === 'label' && !corpus.scheme.entities.some(one => one.label === label)) {
		return failed(world, { code: 'label-unknown', severity: 'error', values: { label: label ?? '' } });
	}
	const documents: Record<string, DocumentChange> = {};
	const ids: string[] = [];
	const problems: Problem[] = [];
	for (const [uri, places] of grouped(hits)) {
		const state = await documentStateOf(world, corpus, uri);
		if (typeof state === 'string') {
			problems.push({
				code: 'corpus-change-refused',
				severity: 'error',
				values: { file: fileOf(uri), reason: say(world.settings.language, state) },
			});
			continue;
		}
		const text = textOf(uri, state.text);
		const spans = places.map(({ id, range }) => ({
			span: fromProto.span(text, range),
			...(id === undefined ? {} : { id }),
		}));
		const decided = decideHits(state, spans, decision);
		ids.push(...decided.ids);
		problems.push(...decided.problems);
		const { change } = decided;
		const whole = world.settings.suggestions === 'afterFirstPass' ? change : begun(state.annotations.status, change);
		if (whole.records.length > 0) documents[uri] = whole;
	}
	const errors = problems.filter(({ severity }) => severity === 'error');
	if (errors.length > 0) {
		return { problems: worded(world, errors.slice(0, 20)) };
	}
	return takeTransaction(world, { documents }, ids, problems);
}

function textOf(uri: string, text: string): TextDocument {
	return TextDocument.create(uri, '', 0, text);
}

function grouped(hits: readonly HitPlace[]): ReadonlyMap<string, readonly HitPlace[]> {
	const byUri = new Map<string, HitPlace[]>();
	for (const hit of hits) {
		const places = byUri.get(hit.uri) ?? [];
		places.push(hit);
		byUri.set(hit.uri, places);
	}
	return byUri;
}

function fileOf(uri: string): string {
	return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

function worded(world: World, problems: readonly Problem[]): CommandAnswer['problems'] {
	return problems.map(problem => toProto.problemItem(problem, world.settings.language));
}

function failed(world: World, problem: Problem): CommandAnswer {
	return { problems: worded(world, [problem]) };
}
