import type { CorpusFile } from './corpusFile.ts';
import { corpusPath, schemePath } from './paths.ts';

/**
 * A corpus's .gitattributes with what Isnad needs, '' where there was none: texts are left as they are, YAML has LF on every system,
 * sidecars and the register are merged and compared record by record. Lines that are there stay, and none is written twice.
 */
export function gitAttributes(existing: string, corpus: Pick<CorpusFile, 'include' | 'layout'>): string {
	const have = new Set(existing.split('\n').map(normal));
	const missing = linesFor(corpus).filter(line => !have.has(line));
	if (missing.length === 0) {
		return existing;
	}
	const comment = have.has(heading) ? [] : [heading];
	const kept = existing === '' || existing.endsWith('\n') ? existing : `${existing}\n`;
	return `${kept}${[...comment, ...missing].join('\n')}\n`;
}

const heading = "# Isnad: texts stay as they are, decisions are merged and compared one by one ('isnad git-setup').";

function linesFor({ include, layout }: Pick<CorpusFile, 'include' | 'layout'>): readonly string[] {
	const endings = include.flatMap(glob => /(?:^|\/)\*(\.[\w.-]+)$/.exec(glob)?.[1] ?? []);
	const texts = [...new Set(endings.length === 0 ? ['.txt'] : endings)];
	const driver = 'merge=isnad diff=isnad';
	return [
		...texts.map(ending => `*${ending} -text`),
		'*.yaml text eol=lf',
		...(layout === 'adjacent' ? texts.map(ending => `*${ending}.yaml ${driver}`) : []),
		`annotations/**/*.yaml ${driver}`,
		`${corpusPath} !merge !diff`,
		`${schemePath} !merge !diff`,
	];
}

function normal(line: string): string {
	return line
		.trim()
		.split(/[ \t]+/)
		.join(' ');
}
