import { editRegister } from '../core/corpus/editRegister.ts';
import { layerName, layerNamed, registerPath, relativePath, uriOf } from '../core/corpus/paths.ts';
import { proposeKey } from '../core/corpus/proposeKey.ts';
import type { RegisterEntry } from '../core/corpus/register.ts';
import {
	changeEntry,
	makeEntry,
	mergeEntries,
	type OperationResult,
	type RegisterOperation,
	relinked,
	renameEntry,
	splitEntry,
} from '../core/corpus/registerOperations.ts';
import { type Decision, type DocumentChange, noChange } from '../core/decisions/decision.ts';
import { link } from '../core/decisions/link.ts';
import type { Problem } from '../core/model.ts';
import type { CommandAnswer, CommandArguments, CorpusCommand } from '../protocol/commands.ts';
import { closedArticle } from './closedArticle.ts';
import type { Corpus } from './corpora.ts';
import { documentStateOf } from './documentStateOf.ts';
import { takeTransaction } from './takeTransaction.ts';
import * as toProto from './toProto.ts';
import { documentKey } from './transaction.ts';
import type { World } from './world.ts';

export type RegisterCommand = Exclude<CorpusCommand, 'isnad.hits'>;

/** Changes the entity register, and every link in every layer with it, as one step. */
export async function runOnRegister<C extends RegisterCommand>(
	world: World,
	corpus: Corpus,
	command: C,
	argument: CommandArguments[C],
): Promise<CommandAnswer> {
	const asked = { command, argument } as Asked;
	if (asked.command === 'isnad.entry.make') {
		return make(world, corpus, asked.argument);
	}
	const operation = operationOf(corpus.register, asked);
	if ('refused' in operation) {
		return refused(world, operation);
	}
	const links = operation.relink === undefined ? {} : await linksOf(world, corpus, operation.relink);
	return perform(world, corpus, operation, links, argument.uri);
}

type Asked = {
	readonly [C in RegisterCommand]: { readonly command: C; readonly argument: CommandArguments[C] };
}[RegisterCommand];

function operationOf(
	register: readonly RegisterEntry[],
	asked: Exclude<Asked, { readonly command: 'isnad.entry.make' }>,
): OperationResult {
	switch (asked.command) {
		case 'isnad.entry.change': {
			const { uri: _uri, version: _version, key, ...change } = asked.argument;
			return changeEntry(register, key, change);
		}
		case 'isnad.entry.rename':
			return renameEntry(register, asked.argument.key, asked.argument.newKey);
		case 'isnad.entry.merge':
			return mergeEntries(register, asked.argument.key, asked.argument.into);
		case 'isnad.entry.split':
			return splitEntry(register, asked.argument.key, asked.argument);
	}
}

/** A new entry, of a mention where one is named: that is linked to it. */
async function make(
	world: World,
	corpus: Corpus,
	{ uri, id, ...given }: CommandArguments['isnad.entry.make'],
): Promise<CommandAnswer> {
	const state = id === undefined ? undefined : await documentStateOf(world, corpus, uri);
	if (typeof state === 'string') {
		return failed(world, { code: state, severity: 'error' });
	}
	const mention = state?.view.entities.find(entity => entity.id === id);
	const name = given.name ?? mention?.form ?? mention?.text ?? '';
	const label = given.label ?? mention?.label ?? '';
	if (name.trim() === '' || label === '' || (id !== undefined && mention === undefined)) {
		return failed(world, { code: 'unknown-id', severity: 'error', values: { id: id ?? '' } });
	}
	const key = given.key ?? proposeKey(name, taken => corpus.register.some(entry => entry.key === taken));
	const operation = makeEntry(corpus.register, {
		key,
		label,
		name,
		aliases: given.aliases ?? [],
		...(given.wikidata === undefined ? {} : { wikidata: given.wikidata }),
		...(given.note === undefined ? {} : { note: given.note }),
	});
	if ('refused' in operation) {
		return refused(world, operation);
	}
	const linked: Decision | undefined = state && id !== undefined ? link(state, { id, entity: key }) : undefined;
	const answer = await perform(world, corpus, operation, linked === undefined ? {} : { [uri]: linked.change }, uri);
	return answer.problems.some(({ severity }) => severity === 'error') ? answer : { ...answer, key };
}

async function perform(
	world: World,
	corpus: Corpus,
	operation: RegisterOperation,
	links: Readonly<Record<string, DocumentChange>>,
	uri: string,
): Promise<CommandAnswer> {
	if (corpus.above || corpus.file.newer === true) {
		return failed(world, { code: corpus.above ? 'read-only-above' : 'read-only-newer', severity: 'error' });
	}
	const register = uriOf(corpus.root, registerPath);
	const unsaved = await world.sidecars.unsaved(register);
	const bytes = await corpus.files.read(register);
	const before = unsaved ?? (bytes === undefined ? '' : new TextDecoder().decode(bytes));
	const { value: after, problems } = editRegister(before, operation.edit);
	if (problems.length > 0) {
		return { problems: problems.map(problem => toProto.problemItem(problem, world.settings.language)) };
	}
	// Undone from where it was done, also where no record of it changed.
	const documents = { [uri]: noChange, ...links };
	return takeTransaction(world, { documents, files: { [register]: { before, after } } });
}

/** What changes in every sidecar of every layer that links to the key. */
async function linksOf(
	world: World,
	corpus: Corpus,
	relink: NonNullable<RegisterOperation['relink']>,
): Promise<Readonly<Record<string, DocumentChange>>> {
	const { service, ready } = world.indexes.of(corpus);
	await ready;
	const sidecars = await service.linking(relink.key);
	const changes: Record<string, DocumentChange> = {};
	for (const { path, layer: name } of sidecars) {
		const uri = uriOf(corpus.root, path);
		const layer = layerNamed(name);
		const isOwn = name === layerName(world.settings.layer);
		const open = isOwn ? world.articles.get(uri) : undefined;
		const closed = open === undefined ? await closedArticle(world, corpus, uri, layer) : undefined;
		const annotations = open?.annotations ?? (typeof closed === 'object' ? closed.annotations : undefined);
		if (annotations === undefined) continue;
		const before = new Map(annotations.records.map(record => [record.id, record]));
		const records = relinked(annotations.records, relink).flatMap(after => {
			const was = before.get(after.id);
			return was === undefined ? [] : [{ before: was, after }];
		});
		if (records.length > 0) changes[documentKey(world, uri, layer)] = { records };
	}
	// What is open may know more than the disk.
	for (const article of world.articles.all()) {
		if (changes[article.uri] !== undefined || relativePath(corpus.root, article.uri) === undefined) continue;
		const { records: own } = article.annotations;
		const before = new Map(own.map(record => [record.id, record]));
		const records = relinked(own, relink).flatMap(after => {
			const was = before.get(after.id);
			return was === undefined ? [] : [{ before: was, after }];
		});
		if (records.length > 0) changes[article.uri] = { records };
	}
	return changes;
}

function refused(
	world: World,
	{ refused: code, key }: Extract<OperationResult, { readonly refused: string }>,
): CommandAnswer {
	return failed(world, { code, severity: 'error', values: { key } });
}

function failed(world: World, problem: Problem): CommandAnswer {
	return { problems: [toProto.problemItem(problem, world.settings.language)] };
}
