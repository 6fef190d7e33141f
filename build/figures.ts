/**
 * Writes the figures of the statement engine into docs/statements.md: `npm run figures`. Between `<!-- figures NAME -->` and
 * `<!-- end -->` it puts what `isnad eval` prints for that gold standard; one that is not at hand keeps its figures.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { goldArticles } from '../server/src/cli/goldArticles.ts';
import type { Grouping } from '../server/src/core/agreement/breakdown.ts';
import { type GoldArticle, score, scoreTable } from '../server/src/core/agreement/score.ts';
import { tables } from '../server/src/core/agreement/tables.ts';
import { analyse } from '../server/src/core/analysis/analyse.ts';
import { jsonDocument } from '../server/src/core/formats/jsonl.ts';

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/statements.md');

interface Standard {
	readonly name: string;
	readonly gold: string;
	readonly texts?: string;
	readonly groupings: readonly Grouping[];
}

const standards: readonly Standard[] = [
	{ name: 'dev', gold: '../shared/data/gold/dev', groupings: ['type', 'speaker', 'pattern', 'cue class', 'length'] },
	{ name: 'unseen', gold: 'test/fixtures/unseen', groupings: ['type', 'speaker', 'pattern'] },
	{ name: 'phenomena', gold: 'test/fixtures/phenomena', groupings: ['slice', 'type', 'pattern'] },
	{ name: 'sample', gold: 'test/fixtures/sample-gold', texts: 'annotations/sample', groupings: ['type', 'pattern'] },
];

let source = await readFile(page, 'utf8');
for (const { name, gold, texts, groupings } of standards) {
	if (!existsSync(join(root, gold))) {
		console.log(`${name}: no ${gold} here, figures kept`);
		continue;
	}
	const articles = await goldArticles(join(root, gold), texts === undefined ? undefined : join(root, texts));
	source = withFigures(source, name, printed(articles, groupings));
	console.log(`${name}: ${articles.length} articles`);
}
await writeFile(page, source);

/** The lines on statements, then the tables. */
function printed(articles: readonly GoldArticle[], groupings: readonly Grouping[]): string {
	const predictions = new Map(articles.map(({ name, text }) => [name, jsonDocument(name, text, analyse(text))]));
	const figures = scoreTable(score(articles, predictions, { intervals: true }))
		.split('\n')
		.filter(line => line !== '' && !line.startsWith('entities') && !line.startsWith('{'));
	return `${figures.join('\n')}\n\n${tables(articles, predictions, { intervals: true, groupings })}`;
}

function withFigures(text: string, name: string, figures: string): string {
	const opening = `<!-- figures ${name} -->\n`;
	const start = text.indexOf(opening);
	const end = text.indexOf('<!-- end -->', start);
	if (start < 0 || end < 0) throw new Error(`docs/statements.md has no place for the figures of ${name}`);
	return `${text.slice(0, start + opening.length)}\`\`\`\n${figures}\`\`\`\n${text.slice(end)}`;
}
