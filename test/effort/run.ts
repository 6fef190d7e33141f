/**
 * `npm run effort`: how many keys annotating takes in the Reader, with its own actions, against gold: `GOLD [TEXTS]`, by default
 * ../shared/data/gold/dev. Beside it a tool without suggestions: two keys and a drag for a name or statement, and as much for each cue
 * and speaker.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { goldArticles } from '../../server/src/cli/goldArticles.ts';
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { type Cost, replay, type Way } from './replay.ts';
import { effortTable } from './report.ts';

const root = join(import.meta.dirname, '../..');
const [folder = join(root, '../shared/data/gold/dev'), texts] = argv.slice(2).filter(word => !word.startsWith('--'));
if (!existsSync(folder)) throw new Error(`There is no ${folder}: name a folder with gold annotation`);
const all = await goldArticles(folder, texts);
const articles = all.filter(({ text }) => !/\r|[\ud800-\udfff]/.test(text));
console.log(`${articles.length} of ${all.length} articles (without surrogate pairs and CR)\n`);

const ways: readonly Way[] = ['nothing', 'singly', 'paragraph'];
for (const way of ways) {
	const costs: Cost[] = [];
	const left: string[] = [];
	let gold = 0;
	for (const article of articles) {
		const done = replay(article, analyse(article.text), way);
		costs.push(...done.costs);
		left.push(...done.left.map(words => `${article.name}: ${words}`));
		gold += done.reached;
	}
	console.log(effortTable(way, costs, gold));
	console.log(`Not as gold has it at the end: ${left.length}`);
	if (argv.includes('--left')) console.log(left.join('\n'));
	console.log('');
}
const spans = articles.reduce((sum, { gold: { entities, nested, quotes } }) => {
	const parts = quotes
		.filter(({ soft }) => !soft)
		.map(({ cue, speaker, content }) => content.length + (cue ? 1 : 0) + (speaker ? 1 : 0));
	return sum + entities.length + nested.length + parts.reduce((a, b) => a + b, 0);
}, 0);
console.log(`A tool without suggestions, two keys and a drag a span: ${spans} spans, ${3 * spans} actions`);
