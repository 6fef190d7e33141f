import { mergeRegisters } from '../core/corpus/mergeRegister.ts';
import { type Layer, layerName, layerNamed } from '../core/corpus/paths.ts';
import { applyChange } from '../core/decisions/applyChange.ts';
import type { DocumentChange } from '../core/decisions/decision.ts';
import { type FileChange, inverse, type Transaction } from '../core/decisions/history.ts';
import { say } from '../core/messages/say.ts';
import type { Problem } from '../core/model.ts';
import type { Article } from './article.ts';
import { type ClosedArticle, closedArticle } from './closedArticle.ts';
import type { Corpus } from './corpora.ts';
import type { World } from './world.ts';

/** What names a document in a transaction: its uri, with the layer behind a # where that is not the one in force. */
export function documentKey({ settings }: World, uri: string, layer: Layer): string {
	const name = layerName(layer);
	return name === layerName(settings.layer) ? uri : `${uri}#${encodeURIComponent(name)}`;
}

/**
 * Applies a transaction to every document it touches, open or not: first all are looked at, and where one cannot be changed nothing
 * is; where a save fails after all, what was done is taken back. Only inside `world.transactions`.
 */
export async function applyTransaction(world: World, transaction: Transaction): Promise<readonly Problem[]> {
	const targets = await targetsOf(world, transaction);
	if (!Array.isArray(targets)) {
		return [targets as Problem];
	}
	const done: Target[] = [];
	const problems: Problem[] = [];
	for (const target of targets as readonly Target[]) {
		const saving = await save(target, target.change);
		problems.push(...saving);
		if (saving.some(({ severity }) => severity === 'error')) {
			for (const earlier of done.reverse()) await save(await again(world, earlier), inverse(earlier.change));
			return problems;
		}
		done.push(target);
	}
	const failed = await changeFiles(world, transaction.files ?? {});
	if (failed !== undefined) {
		for (const earlier of done.reverse()) await save(await again(world, earlier), inverse(earlier.change));
		return [failed];
	}
	if (transaction.files !== undefined) {
		// What the register says of suggestions is shown at once.
		await Promise.all(world.articles.all().map(article => article.refresh()));
	}
	world.indexes.touched([...Object.keys(transaction.documents).map(uriOfKey), ...Object.keys(transaction.files ?? {})]);
	return problems;
}

type Target = Place & { readonly change: DocumentChange } & (
		| { readonly article: Article }
		| { readonly closed: ClosedArticle }
	);

interface Place {
	readonly corpus: Corpus;
	readonly uri: string;
	readonly layer: Layer;
}

function uriOfKey(key: string): string {
	return key.split('#', 1)[0] ?? key;
}

async function targetsOf(world: World, { documents }: Transaction): Promise<readonly Target[] | Problem> {
	const targets: Target[] = [];
	let corpus: Corpus | undefined;
	for (const [key, change] of Object.entries(documents)) {
		if (change.records.length === 0 && change.status === undefined) continue;
		const uri = uriOfKey(key);
		const layer = key === uri ? world.settings.layer : layerNamed(decodeURIComponent(key.slice(uri.length + 1)));
		const article = key === uri ? world.articles.get(uri) : undefined;
		if (article !== undefined) {
			const reason = article.readOnly;
			if (reason !== undefined) return refusal(world, uri, reason);
			corpus ??= article.corpus;
			if (article.corpus !== undefined) targets.push({ corpus: article.corpus, uri, layer, change, article });
			continue;
		}
		// All documents of a transaction are of one corpus.
		corpus ??= await world.corpora.find(uri);
		const closed = corpus === undefined ? 'read-only-outside' : await closedArticle(world, corpus, uri, layer);
		if (typeof closed === 'string' || corpus === undefined) {
			return refusal(world, uri, typeof closed === 'string' ? closed : 'read-only-outside');
		}
		targets.push({ corpus, uri, layer, change, closed });
	}
	return targets;
}

function refusal({ settings: { language } }: World, uri: string, code: string): Problem {
	const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
	return {
		code: 'corpus-change-refused',
		severity: 'error',
		values: { file, reason: say(language, code, { file, reason: '' }) },
	};
}

async function save(target: Target, change: DocumentChange): Promise<readonly Problem[]> {
	if ('article' in target) {
		return target.article.decide((_state, article) => {
			// Who takes a step back has asked for what goes with it, and can have it again.
			return article.commit(applyChange(article.annotations, change), 'allowed');
		});
	}
	const { text, annotations, store } = target.closed;
	const { state, problems } = await store.save(text, applyChange(annotations, change), 'allowed');
	return state === 'failed' ? problems.map(problem => ({ ...problem, severity: 'error' })) : problems;
}

/** As it is now, after what was done to it. */
async function again(world: World, target: Target): Promise<Target> {
	if ('article' in target) return target;
	const closed = await closedArticle(world, target.corpus, target.uri, target.layer);
	return typeof closed === 'string' ? target : { ...target, closed };
}

/** Entity registers: what others wrote meanwhile is merged with. */
async function changeFiles(world: World, files: Readonly<Record<string, FileChange>>): Promise<Problem | undefined> {
	for (const [uri, { before, after }] of Object.entries(files)) {
		const corpus = await world.corpora.find(uri);
		try {
			const bytes = await corpus?.files.read(uri);
			const unsaved = await world.sidecars.unsaved(uri);
			const now = unsaved ?? (bytes === undefined ? '' : new TextDecoder().decode(bytes));
			const source = now === before ? after : mergeRegisters(before, after, now)?.source;
			if (corpus === undefined || source === undefined) return refusal(world, uri, 'register-not-editable');
			if (!(await world.sidecars.edit(uri, source))) {
				const written = await corpus.files.replace(uri, bytes, new TextEncoder().encode(source));
				if (!written) return refusal(world, uri, 'save-contended');
			}
		} catch (error) {
			world.logger.log('error', 'The register could not be written', { uri, error: String(error) });
			return refusal(world, uri, 'save-failed');
		}
	}
	return undefined;
}
