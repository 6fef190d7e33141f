/**
 * How fast and how large Isnad is: `npm run bench`. Words a second of names alone, statements alone and the whole way from text to a line
 * of JSON, article by article; beside them, on the same texts in the same run, a bare tokeniser, Intl.Segmenter, cspell with its Arabic
 * dictionary and the name finder of NLP.js (on fewer texts: it is slow). Then size, loading, and memory over 30,000 articles.
 * Texts are those of ../shared/data/news where it is at hand, else the sample corpus over and over. Times are those of the thread on its
 * core, and count what else the machine does at the time only as far as it shares the core's caches. Numbers are for reading, nothing fails.
 */
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { findEntities } from '../../server/src/core/entities/findEntities.ts';
import { jsonDocument, jsonLine } from '../../server/src/core/formats/jsonl.ts';
import type { Region, SuggestedEntity } from '../../server/src/core/model.ts';
import { findRegions } from '../../server/src/core/statements/findRegions.ts';
import { findStatements } from '../../server/src/core/statements/findStatements.ts';
import { type ParsedText, parseText } from '../../server/src/core/text/parsed.ts';
import { type Engine, otherEngines } from './others.ts';
import { printProcesses } from './processes.ts';
import { benchTexts, countWords, sum } from './texts.ts';

/** One after another over a batch before the next engine has its turn, so that a slow moment of the machine strikes all alike. */
const batchSize = 25;

const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });

interface Prepared {
	readonly text: string;
	readonly words: number;
	readonly parsed: ParsedText;
	readonly regions: readonly Region[];
	readonly names: readonly SuggestedEntity[];
}

function prepared(text: string): Prepared {
	const parsed = parseText(text);
	const regions = findRegions(parsed);
	return { text, words: countWords(text), parsed, regions, names: finished(findEntities(parsed, regions)) };
}

function finished<T>(steps: Generator<void, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

/** What is measured; names and statements by themselves are given the text's structure, and statements the names. */
function enginesOf(others: { readonly cspell: Engine; readonly nlpjs: Engine }): readonly Row[] {
	return [
		row('bare tokeniser', ({ text }) => countWords(text)),
		row('Intl.Segmenter', ({ text }) => [...segmenter.segment(text)].filter(one => one.isWordLike === true).length),
		row('structure', ({ text }) => parseText(text).tokens.length),
		row('names', ({ parsed, regions }) => finished(findEntities(parsed, regions)).length),
		row('statements', one => finished(findStatements(one.parsed, one.names, one.regions)).statements.length),
		row(
			'suggest whole',
			({ text }) => jsonLine(jsonDocument('1', text, analyse(text))).length,
			'budget 250,000, 0.050',
		),
		row('cspell, Arabic', ({ text }) => others.cspell(text), '', 8),
		row('NLP.js names', ({ text }) => others.nlpjs(text), '', 200),
	];
}

interface Row {
	readonly name: string;
	readonly work: (one: Prepared) => number | Promise<number>;
	readonly note: string;
	/** Runs on every so many-th text. */
	readonly every: number;
	milliseconds: number;
	words: number;
}

function row(name: string, work: Row['work'], note = '', every = 1): Row {
	return { name, work, note, every, milliseconds: 0, words: 0 };
}

async function measure(engine: Row, batch: readonly Prepared[], first: number): Promise<void> {
	const own = batch.filter((_, index) => (first + index) % engine.every === 0);
	const before = process.threadCpuUsage();
	for (const one of own) {
		const found = engine.work(one);
		if (typeof found !== 'number') await found;
	}
	const { user, system } = process.threadCpuUsage(before);
	engine.milliseconds += (user + system) / 1000;
	engine.words += sum(own.map(({ words }) => words));
}

const { texts, of } = await benchTexts(Number(process.argv[2] ?? 3000));
const rows = enginesOf(await otherEngines());
for (const text of texts.slice(0, 200)) {
	const one = prepared(text);
	for (const engine of rows.filter(({ every }) => every === 1)) engine.work(one);
}
for (let first = 0; first < texts.length; first += batchSize) {
	const batch = texts.slice(first, first + batchSize);
	// Before names and statements are measured alone, so that words met for the first time count where users meet them.
	const whole = rows.find(({ name }) => name === 'suggest whole');
	const plain = batch.map(text => ({ text, words: countWords(text) }) as Prepared);
	if (whole !== undefined) await measure(whole, plain, first);
	const ready = batch.map(prepared);
	for (const engine of rows.filter(other => other !== whole)) await measure(engine, ready, first);
}

const speed = ({ words, milliseconds }: Row) => words / milliseconds;
const [bare] = rows as [Row];
console.log(`texts            ${texts.length} of ${of}, ${bare.words.toLocaleString('en')} words`);
for (const engine of rows) {
	const perSecond = Math.round(speed(engine) * 1000).toLocaleString('en');
	const share = (speed(engine) / speed(bare)).toFixed(engine.every > 1 ? 5 : 3);
	const note = engine.note === '' ? '' : ` (${engine.note})`;
	console.log(`${engine.name.padEnd(16)} ${perSecond.padStart(9)} words/s, ${share} of the bare tokeniser${note}`);
}
console.log('');
await printProcesses();
