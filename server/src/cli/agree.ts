import { agreementTable, type RoleFigures, roleFigures } from '../core/agreement/agreementTable.ts';
import { compareLayers, type LayerAgreement } from '../core/agreement/compareLayers.ts';
import { type Disagreement, disagreements } from '../core/agreement/disagreements.ts';
import { excerpt } from '../core/agreement/excerpt.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { type LayeredArticle, layeredArticles } from './layeredArticles.ts';
import { lineCounter } from './lineCounter.ts';
import { type Output, outputTo } from './output.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `isnad agree`. */
export const agreeCommand: Command = {
	name: 'agree',
	summary: 'measure how far annotators agree',
	help: `isnad agree: measure how far annotators agree

usage: isnad agree [CORPUS] [--layers A,B,...] [options]

CORPUS is a folder with annotations/corpus.yaml; default is the current one. A layer is an annotator's name (annotations/by/NAME),
common or gold; without --layers all layers of the corpus are compared, two by two. Compared are confirmed decisions in
articles that both have, of the kinds that both marked done.

Prints for each role precision and recall of the second layer against the first, their F1 with its 95 % interval (bootstrap by
article, from five articles on), and over the units that both judged: how many there are, the share judged the same, what
chance would give, Cohen's kappa; what chance would give in Krippendorff's sense, Krippendorff's alpha (nominal).

  role        found means              units of kappa and alpha
  name        the same borders         words: in a name or not
  label       borders and label        names with the same borders: the label
  content     contents share half      words: in a statement or not
  type        and are of one type      statements that share half: the type
  cue         the same borders         words: in a cue or not
  speaker     the same borders         words: in a speaker or not
  who speaks  and are by one speaker   statements that share half: who speaks, by key, else by name

A coefficient is - where nothing was judged, or all alike by both and chance would do the same.

  --layers A,B    compare these only
  --differences   then list where they differ: file:line:column, the roles, and the words of each
  --json          print one line of JSON a pair instead
  --help          print this
`,
	run: async (args, terminal) => {
		const { values, positionals } = readArguments(args, {
			layers: { type: 'string' },
			differences: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		});
		const [root = '.', ...rest] = positionals;
		if (rest.length > 0) throw new UsageError('Name one corpus');
		if (values.json && values.differences) throw new UsageError('--json goes without --differences');
		return await agree(root, { ...values, layers: values.layers?.split(',') }, terminal);
	},
};

interface Options {
	readonly layers: readonly string[] | undefined;
	readonly differences: boolean;
	readonly json: boolean;
}

async function agree(root: string, options: Options, terminal: Terminal): Promise<ExitCode> {
	const articles: LayeredArticle[] = [];
	for await (const article of layeredArticles(root)) articles.push(article);
	const layers = layersOf(articles, options.layers);
	const output = outputTo(terminal.stdout, () => undefined);
	for (const [index, first] of layers.entries()) {
		for (const second of layers.slice(index + 1)) await pair(articles, [first, second], options, output);
	}
	await output.flush();
	return 0;
}

function layersOf(articles: readonly LayeredArticle[], wanted: readonly string[] | undefined): readonly string[] {
	const all = [...new Set(articles.flatMap(({ layers }) => [...layers.keys()]))].sort();
	const known = `there are: ${all.map(layerName).join(', ') || 'none'}`;
	const layers = wanted?.map(name => {
		const layer = [name, `by/${name}`].find(candidate => all.includes(candidate));
		if (layer === undefined) throw new UsageError(`No layer is called '${name}'; ${known}`);
		return layer;
	});
	const chosen = [...new Set(layers ?? all)];
	if (chosen.length < 2) throw new UsageError(`It takes two layers to agree; ${known}`);
	return chosen;
}

function layerName(layer: string): string {
	return layer.replace(/^by\//, '');
}

async function pair(
	articles: readonly LayeredArticle[],
	[first, second]: readonly [string, string],
	options: Options,
	output: Output,
): Promise<void> {
	const compared: LayerAgreement[] = [];
	const differences: string[] = [];
	for (const { name, text, layers } of articles) {
		const [a, b] = [layers.get(first)?.(), layers.get(second)?.()];
		if (a === undefined || b === undefined) continue;
		const agreement = compareLayers(text, a, b);
		if (agreement === undefined) continue;
		compared.push(agreement);
		if (!options.differences) continue;
		const differ = disagreements(a, b).filter(({ kind }) => agreement.has(kind === 'entity' ? 'name' : 'content'));
		differences.push(...differenceLines(name, text, differ));
	}
	const figures = roleFigures(compared);
	const names = [layerName(first), layerName(second)] as const;
	await output.write(options.json ? json(names, compared.length, figures) : table(names, compared.length, figures));
	if (differences.length > 0) await output.write(`${differences.join('\n')}\n\n`);
}

function table([first, second]: readonly [string, string], articles: number, figures: readonly RoleFigures[]): string {
	const head = `${first} and ${second}, ${articles} ${articles === 1 ? 'article' : 'articles'} done by both`;
	return `${head}\n${figures.length === 0 ? '' : agreementTable(figures)}\n`;
}

function json(layers: readonly [string, string], articles: number, figures: readonly RoleFigures[]): string {
	return `${JSON.stringify({ layers, articles, roles: figures })}\n`;
}

function differenceLines(name: string, text: string, differ: readonly Disagreement[]): readonly string[] {
	const placeOf = lineCounter(text);
	const units = text.split('');
	return differ.map(({ over, span, first, second }) => {
		const { row, column } = placeOf(span.start);
		const sides = [first, second].map(record => {
			if (record === undefined) return '-';
			if (record.kind === 'entity') return `${record.label} ${excerpt(units, { content: [record.at.span] })}`;
			const { type, content, cue, speaker } = record;
			return `${type} ${excerpt(units, { content: content.map(part => part.span), cue: cue?.span, speaker: speaker?.span })}`;
		});
		return `${name}:${row}:${column} ${over.join(', ')}\n  ${sides.join('\n  ')}`;
	});
}
