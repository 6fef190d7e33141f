/** Thirty thousand articles through the command line: memory, threads, interruptions, crashes. */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchTexts } from '../bench/texts.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { type Ended, isnad } from './support/isnad.ts';
import { count, type Row, type SoakOptions, scaled } from './support/soak.ts';

export const name = 'Large corpora';

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const { texts, of } = await benchTexts(scaled(30_000, scale, 40));
	const root = await temporaryCorpus({ files: { 'annotations/corpus.yaml': 'isnad: 1\n' } });
	try {
		for (const [index, text] of texts.entries()) {
			const folder = join(root, 'news', `${Math.floor(index / 1000)}`);
			if (index % 1000 === 0) await mkdir(folder, { recursive: true });
			await writeFile(join(folder, `${index}.txt`), text);
		}
		const what = `${count(texts.length)} articles of ${of}`;
		return [...(await suggesting(root, what, texts.length, seed, say)), await checking(root, what, texts.length)];
	} finally {
		await rm(root, { recursive: true, force: true });
	}
}

async function suggesting(
	root: string,
	what: string,
	articles: number,
	seed: number,
	say: (line: string) => void,
): Promise<readonly Row[]> {
	const output = join(root, 'output.jsonl');
	const suggest = (jobs: number, ...more: readonly string[]): readonly string[] => [
		...['suggest', join(root, 'news'), '--jobs', `${jobs}`, '--output', output],
		...more,
	];
	const alone = await isnad(suggest(1));
	const expected = await readFile(output);
	const lines = expected.toString('latin1').split('\n').length - 1;
	say(`one thread: ${alone.seconds.toFixed(0)} s`);
	const rows: Row[] = [
		{
			what: `${what} through \`isnad suggest\`, failures`,
			figure: `${articles - lines} failures, exit code ${alone.code}, ${alone.seconds.toFixed(0)} s with one thread`,
			bar: '0',
			ok: lines === articles && alone.code === 0 && alone.stderr === '',
		},
		memoryRow('one thread', alone, 300),
	];
	const short = articles < 300;
	for (const jobs of short ? [2] : [2, 8]) {
		const together = await isnad(suggest(jobs));
		say(`${jobs} threads: ${together.seconds.toFixed(0)} s`);
		rows.push({
			what: `the same with ${jobs} threads`,
			figure: `${await sameBytes(output, expected)}, ${together.seconds.toFixed(0)} s`,
			bar: 'the same bytes',
			ok: together.code === 0 && (await sameBytes(output, expected)) === 'the same bytes',
		});
		if (jobs === 2) rows.push(memoryRow('two threads', together, 380));
	}
	for (const signal of short ? (['SIGKILL'] as const) : (['SIGKILL', 'SIGINT'] as const)) {
		rows.push(await endedEarly(signal, suggest, output, expected, short ? [0.3] : [0.1 + (seed % 7) / 50, 0.4, 0.7]));
		say(`${signal}: done`);
	}
	return rows;
}

/** Ends runs as soon as so much is written, going on each time, and in the end to the end. */
async function endedEarly(
	signal: 'SIGKILL' | 'SIGINT',
	suggest: (jobs: number, ...more: readonly string[]) => readonly string[],
	output: string,
	expected: Buffer,
	shares: readonly number[],
): Promise<Row> {
	await rm(output);
	let ended = 0;
	let unclean = 0;
	for (const share of shares) {
		let size = 0;
		const before = ended === 0 ? 0 : (await stat(output)).size;
		const runs = await isnad(suggest(2, '--resume'), {
			end: () => {
				void stat(output).then(
					stats => {
						size = stats.size;
					},
					() => undefined,
				);
				return size > before && size >= share * expected.length ? signal : undefined;
			},
		});
		ended += runs.code === 0 ? 0 : 1;
		if (signal === 'SIGINT' && runs.code !== 0) {
			const written = await readFile(output);
			const clean = runs.code === 130 && /^interrupted after [\d,]+ documents; --resume/.test(runs.stderr);
			unclean += clean && written.equals(expected.subarray(0, written.length)) && written.at(-1) === 0x0a ? 0 : 1;
		}
	}
	const last = await isnad(suggest(2, '--resume'));
	const same = await sameBytes(output, expected);
	return {
		what: `${signal === 'SIGKILL' ? 'killed (SIGKILL)' : 'interrupted (Ctrl+C)'} at ${shares.length === 1 ? 'a place' : `${shares.length} places`}, then \`--resume\``,
		figure: `${same} after ${ended} ends${unclean > 0 ? `, ${unclean} of them not clean` : ''}`,
		bar: 'the same bytes',
		ok: last.code === 0 && same === 'the same bytes' && unclean === 0,
	};
}

async function checking(root: string, what: string, articles: number): Promise<Row> {
	const checked = await isnad(['check', '--quiet', root]);
	const seen = Number(/^(\d+) articles?, /m.exec(checked.stderr)?.[1]);
	return {
		what: `${what} through \`isnad check\``,
		figure: `${count(seen)} looked at, ${checked.seconds.toFixed(0)} s, at most ${peak(checked)}`,
		bar: 'all',
		ok: seen === articles,
	};
}

async function sameBytes(file: string, expected: Buffer): Promise<string> {
	const found = await readFile(file);
	return found.equals(expected) ? 'the same bytes' : `${count(found.length)} bytes for ${count(expected.length)}`;
}

/** At most so much; and flat: in the last fifth of the run no more than a fifth above the second fifth. */
function memoryRow(what: string, { memory }: Ended, bar: number): Row {
	const fifth = Math.floor(memory.length / 5);
	const early = Math.max(...memory.slice(fifth, 2 * fifth));
	const late = Math.max(...memory.slice(-fifth));
	const most = Math.max(0, ...memory);
	return {
		what: `memory with ${what}`,
		figure: `at most ${Math.round(most)} MB; ${Math.round(early)} MB in the second fifth, ${Math.round(late)} MB in the last`,
		bar: `${bar} MB, flat`,
		ok: most > 0 && most < bar && late <= early * 1.2,
		measured: true,
	};
}

function peak({ memory }: Ended): string {
	return `${Math.round(Math.max(0, ...memory))} MB`;
}
