import type { Problem, Result } from '../model.ts';
import { choiceField, type Fields, fieldsOf, textField, wrong } from '../sidecar/fields.ts';
import { isGlob } from './globs.ts';
import { readTable } from './readTable.ts';

/** `annotations/corpus.yaml`: what makes a folder a corpus. */
export interface CorpusFile {
	/** Globs of the articles, from the corpus root. */
	readonly include: readonly string[];
	readonly encoding: string;
	/** mirrored: annotations/news/a.txt.yaml; adjacent: news/a.txt.yaml. */
	readonly layout: 'mirrored' | 'adjacent';
	/** Name of a built-in scheme; annotations/scheme.yaml wins where it exists. */
	readonly scheme: string;
	readonly guideline?: string;
	/** Written by a later version: nothing may be saved. */
	readonly newer?: boolean;
}

export const defaultCorpus: CorpusFile = {
	include: ['**/*.txt'],
	encoding: 'utf-8',
	layout: 'mirrored',
	scheme: 'news',
};

/** What the first save writes into a folder that is no corpus yet. */
export const newCorpusSource = `# Isnad: this folder is a corpus. https://yaml.org; one article a file, decisions in annotations/.
isnad: 1
include:
  - "**/*.txt"
encoding: utf-8
layout: mirrored
scheme: news
`;

/** Reads annotations/corpus.yaml; what is missing or wrong takes its default. Problem spans are UTF-16 into `source`. Never throws. */
export function readCorpusFile(source: string): Result<CorpusFile> {
	const { value: map, problems: found } = readTable(source);
	const problems: Problem[] = [...found];
	if (map === undefined) {
		return { value: defaultCorpus, problems };
	}
	const fields = fieldsOf(map, problems);
	const newer = isNewer(fields);
	const guideline = textField(fields, 'guideline');
	const value: CorpusFile = {
		include: includeOf(fields) ?? defaultCorpus.include,
		encoding: textField(fields, 'encoding')?.toLowerCase() ?? defaultCorpus.encoding,
		layout: choiceField(fields, 'layout', ['mirrored', 'adjacent']) ?? defaultCorpus.layout,
		scheme: textField(fields, 'scheme') ?? defaultCorpus.scheme,
		...(guideline === undefined ? {} : { guideline }),
		...(newer ? { newer } : {}),
	};
	return { value, problems };
}

function isNewer(fields: Fields): boolean {
	const node = fields.byKey.get('isnad');
	const version = node?.kind === 'scalar' && /^\d+$/.test(node.value) ? Number(node.value) : undefined;
	const newer = version !== undefined && version > 1;
	if (node !== undefined && version !== 1) {
		wrong(fields, 'isnad', node, '1', newer ? 'corpus-newer' : undefined);
	}
	return newer;
}

/** Undefined where not one glob can be used. */
function includeOf(fields: Fields): readonly string[] | undefined {
	const node = fields.byKey.get('include');
	if (node === undefined) {
		return undefined;
	}
	const items = node.kind === 'seq' && node.items.length > 0 ? node.items : [node];
	const globs = items.flatMap(item =>
		item.kind === 'scalar' && isGlob(item.value)
			? [item.value]
			: (wrong(fields, 'include', item, 'news/**/*.txt') ?? []),
	);
	return globs.length > 0 ? globs : undefined;
}
