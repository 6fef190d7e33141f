import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readCorpusFile } from '../core/corpus/corpusFile.ts';
import { globMatcher } from '../core/corpus/globs.ts';
import { corpusPath, sidecarPath } from '../core/corpus/paths.ts';
import { conllDocuments, conllLabels, joinSentences, readConll, tagsOf } from '../core/formats/readConll.ts';
import { openSidecar } from '../core/sidecar/session.ts';
import { decodeText } from '../core/text/decode.ts';
import type { LearnedText } from '../core/training/learn.ts';
import { learnedText } from '../core/training/textTags.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { UsageError } from './command.ts';
import { readTextFile } from './conllFile.ts';
import { whyUnreadable } from './textFiles.ts';

/** What there is to learn from in a CoNLL file, or in a corpus whose entities are done. What cannot be read is wrong use, or a complaint. */
export async function* trainingTexts(
	source: string,
	labels: readonly string[],
	complain: (line: string) => void,
): AsyncGenerator<LearnedText, void> {
	const isFolder = await stat(source).then(
		found => found.isDirectory(),
		error => {
			throw new UsageError(`${source}: ${whyUnreadable(error)}`);
		},
	);
	if (isFolder) {
		yield* corpusTexts(source, labels, complain);
		return;
	}
	const own = new Map([...conllLabels, ...labels.map(label => [label, label] as const)]);
	for (const document of conllDocuments(readConll(await readTextFile(source), own))) {
		yield { ...joinSentences(document), tags: document.flatMap(tagsOf) };
	}
}

async function* corpusTexts(
	folder: string,
	labels: readonly string[],
	complain: (line: string) => void,
): AsyncGenerator<LearnedText, void> {
	const names = await readdir(folder, { recursive: true });
	const paths = new Set(names.map(path => path.replaceAll('\\', '/')));
	if (!paths.has(corpusPath)) {
		throw new UsageError(`${folder} is no corpus: there is no ${corpusPath}`);
	}
	const corpus = readCorpusFile(await readTextFile(join(folder, corpusPath))).value;
	const takes = globMatcher(corpus.include);
	for (const path of [...paths].filter(one => takes(one) && !one.startsWith('annotations/')).sort()) {
		const sidecar = [sidecarPath(path, 'gold', corpus.layout), sidecarPath(path, 'common', corpus.layout)].find(
			one => one !== undefined && paths.has(one),
		);
		if (sidecar === undefined) {
			continue;
		}
		const { value: text, problems } = decodeText(await readFile(join(folder, path)), decodeBytes, corpus.encoding);
		if (problems.length > 0) {
			complain(`${join(folder, path)}: cannot be decoded; left out`);
			continue;
		}
		const { annotations } = openSidecar(text, await readTextFile(join(folder, sidecar)));
		if (annotations.status.entities === 'done') {
			yield learnedText(text, annotations.records, labels);
		}
	}
}
