/** Two annotators' work on one article, merged by a real git: without our driver, and with it. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gitSetupCommand } from '../../server/src/cli/gitSetup.ts';
import type { AnnotationRecord } from '../../server/src/core/model.ts';
import { mergeSidecars } from '../../server/src/core/sidecar/merge.ts';
import { readSidecar } from '../../server/src/core/sidecar/readSidecar.ts';
import { sidecarSource } from '../../server/src/core/sidecar/session.ts';
import { nodeFiles } from '../../server/src/node/nodeFiles.ts';
import { mergePairs, type Pair } from '../support/gitPairs.ts';
import { type Random, seeded } from '../support/random.ts';
import { decidedAnew, type RandomArticle, randomArticle } from '../support/randomArticle.ts';
import { silentTerminal } from '../support/silentTerminal.ts';
import { type Row, type SoakOptions, scaled } from './support/soak.ts';

export const name = 'git merges of two annotators';

const root = join(import.meta.dirname, '../..');
const program = [
	process.execPath,
	'--import',
	pathToFileURL(join(root, 'build/hooks.ts')).href,
	join(root, 'server/src/cli.ts'),
];

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const count = scaled(1000, scale, 40);
	const random = seeded(seed);
	const apart = Array.from({ length: count }, (_, index) => apartPair(random, index));
	say(`merging ${count} pairs of edits in different paragraphs by git alone`);
	const plain = await mergePairs(apart);
	const clean = plain.filter(({ conflict }) => !conflict);
	const wrong = clean.filter(({ source }, index) => {
		const pair = apart.find(({ path }) => path === clean[index]?.path);
		return pair === undefined || !isWhole(source) || !saysTheSame(source, pair);
	});

	const woven = Array.from({ length: scaled(100, scale, 4) }, (_, index) => wovenPair(random, index));
	say(`merging ${woven.length} pairs of edits in neighbouring records with the driver`);
	const driven = await mergePairs(woven, folder =>
		gitSetupCommand({ files: nodeFiles, program }).run([folder], silentTerminal()),
	);
	const settled = driven.filter(({ conflict, source }, index) => {
		const pair = woven[index];
		return !conflict && isWhole(source) && pair !== undefined && saysTheSame(source, pair);
	});
	return [
		{
			what: 'edits in different paragraphs that git alone merges',
			figure: `${clean.length} of ${count} (${((100 * clean.length) / count).toFixed(1)} %)`,
			bar: '95 %',
			ok: clean.length >= 0.95 * count,
		},
		{
			what: 'of those, merges that lost or damaged a decision',
			figure: String(wrong.length),
			bar: '0',
			ok: wrong.length === 0,
		},
		{
			what: 'edits in neighbouring records that the driver merges, nothing lost',
			figure: `${settled.length} of ${woven.length}`,
			bar: 'all',
			ok: settled.length === woven.length,
		},
	];
}

/** Each annotator works in one paragraph; of neighbouring ones the record at the border is touched by neither. */
function apartPair(random: Random, index: number): Pair {
	const article = randomArticle(random, 4 + random.below(8));
	const rows = new Set(article.paragraphOf.values()).size;
	const upper = random.below(rows - 1);
	const lower = upper + 1 + random.below(rows - upper - 1);
	const border = article.annotations.records.findIndex(({ id }) => article.paragraphOf.get(id) === lower);
	const [first, second] = random.below(2) === 0 ? [upper, lower] : [lower, upper];
	return pairOf(article, index, [
		edited(random, article, (row, place) => row === first && place !== border),
		edited(random, article, (row, place) => row === second && place !== border),
	]);
}

/** One annotator decides on every other record, the other on the rest. */
function wovenPair(random: Random, index: number): Pair {
	const article = randomArticle(random, 3 + random.below(4));
	return pairOf(article, index, [
		edited(random, article, (_, place) => place % 2 === 0),
		edited(random, article, (_, place) => place % 2 === 1),
	]);
}

function edited(
	random: Random,
	{ annotations, paragraphOf }: RandomArticle,
	chosen: (row: number, place: number) => boolean,
): readonly AnnotationRecord[] {
	return annotations.records.flatMap((record, place) => {
		const touched = chosen(paragraphOf.get(record.id) ?? 0, place) && random.below(4) > 0;
		const after = touched ? decidedAnew(random, record) : record;
		return after === undefined ? [] : [after];
	});
}

function pairOf(
	{ text, annotations, sidecar }: RandomArticle,
	index: number,
	[mine, theirs]: readonly [readonly AnnotationRecord[], readonly AnnotationRecord[]],
): Pair {
	const { value: file } = readSidecar(sidecar);
	const written = (records: readonly AnnotationRecord[]): string =>
		sidecarSource(text, { ...annotations, records }, file, 'a.txt');
	return { path: `annotations/news/${index}.txt.yaml`, base: sidecar, mine: written(mine), theirs: written(theirs) };
}

function isWhole(source: string): boolean {
	const { value, problems } = readSidecar(source);
	return value.readOnly === undefined && problems.length === 0;
}

/** Every decision of either side, and no other: judged by a merge of the records in memory. */
function saysTheSame(source: string, { base, mine, theirs }: Pair): boolean {
	const decisions = (of: string): string =>
		JSON.stringify(
			readSidecar(of)
				.value.blocks.map(({ record }) => record)
				.sort((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1)),
		);
	const { source: wanted, conflicts } = mergeSidecars(base, mine, theirs);
	return conflicts.length === 0 && decisions(wanted) === decisions(source);
}
