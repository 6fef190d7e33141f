/** Two writers of one sidecar: what both decided is there afterwards, one way or the other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnnotationRecord, Annotations } from '../../server/src/core/model.ts';
import { readSidecar } from '../../server/src/core/sidecar/readSidecar.ts';
import { sidecarSource } from '../../server/src/core/sidecar/session.ts';
import { bundleTo } from '../support/bundle.ts';
import { openStore } from '../support/openStore.ts';
import { type Random, seeded } from '../support/random.ts';
import { randomArticle } from '../support/randomArticle.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { type Row, type SoakOptions, scaled } from './support/soak.ts';

export const name = 'two writers of one sidecar';

const article = 'news/a.txt';
const place = `annotations/${article}.yaml`;

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const rounds = scaled(1000, scale, 30);
	const random = seeded(seed);
	let lost = 0;
	let conflicts = 0;
	for (let round = 0; round < rounds; round++) {
		const outcome = await interleaved(random);
		lost += outcome.lost;
		conflicts += outcome.conflicts;
		if (round % 200 === 199) say(`${round + 1} of ${rounds} interleavings`);
	}
	const saves = scaled(1000, scale, 10);
	say(`two processes, ${saves} saves each at the same time`);
	const missing = await atOnce(random, saves);
	return [
		{ what: 'interleavings of two writers', figure: String(rounds), bar: String(rounds), ok: true },
		{ what: 'decisions overwritten in them', figure: String(lost), bar: '0', ok: lost === 0 },
		{ what: 'true conflicts in them, both versions kept', figure: String(conflicts), bar: 'any', ok: true },
		{
			what: `of 2 × ${saves} saves by two processes at the same time, lost`,
			figure: String(missing),
			bar: '0',
			ok: missing === 0,
		},
	];
}

async function corpusOf(random: Random, paragraphs: number) {
	const invented = randomArticle(random, paragraphs);
	const files = { 'annotations/corpus.yaml': 'isnad: 1\n', [article]: invented.text, [place]: invented.sidecar };
	return { invented, folder: await temporaryCorpus({ files }) };
}

/** Both load one version; then each decides and saves, in any order or at once, and sometimes git brings a third one's work between. */
async function interleaved(random: Random): Promise<{ readonly lost: number; readonly conflicts: number }> {
	const { invented, folder } = await corpusOf(random, 3);
	const { text } = invented;
	const stores = await Promise.all([openStore(folder, article), openStore(folder, article)]);
	const loaded = await Promise.all(stores.map(store => store.load(text)));
	const targets = [0, 1, 2].map(() => random.below(random.below(2) === 0 ? 2 : invented.annotations.records.length));
	const decisions = targets.map((target, who) => decisionOf(random, who, target));
	const saving = [0, 1].map(who => async () => {
		const [store, before, decision] = [stores[who], loaded[who]?.annotations, decisions[who]];
		if (store === undefined || before === undefined || decision === undefined) throw new Error('two writers');
		const { state } = await store.save(text, applied(before, decision));
		if (state !== 'saved') throw new Error(state);
	});
	const pulled = decisions[2];
	const pull = async (): Promise<void> => {
		if (pulled === undefined || random.below(2) === 0) return;
		const file = readSidecar(await readFile(join(folder, place), 'utf8')).value;
		await writeFile(join(folder, 'new'), sidecarSource(text, applied(invented.annotations, pulled), file, article));
		await rename(join(folder, 'new'), join(folder, place));
		pulledIn = true;
	};
	let pulledIn = false;
	const [first, second] = random.below(2) === 0 ? [0, 1] : [1, 0];
	switch (random.below(3)) {
		case 0:
			await pull();
			await saving[first]?.();
			await saving[second]?.();
			break;
		default: {
			await pull();
			const later = new Promise(resolve => setTimeout(resolve, random.next() * 4)).then(saving[second]);
			await Promise.all([saving[first]?.(), later]);
		}
	}
	const source = await readFile(join(folder, place), 'utf8');
	await rm(folder, { recursive: true });
	const { value, problems } = readSidecar(source);
	const records = value.blocks.flatMap(({ record }) => (record === undefined ? [] : [record]));
	const whole = value.readOnly === undefined && problems.length === 0;
	const wanted = pulledIn ? decisions : decisions.slice(0, 2);
	const lost = wanted.filter(
		({ isIn }) => !records.some(isIn) && !records.some(r => r.alternatives?.some(isIn)),
	).length;
	return { lost: whole ? lost : wanted.length, conflicts: records.filter(r => r.alternatives !== undefined).length };
}

interface Decision {
	readonly target: number;
	change(record: AnnotationRecord): AnnotationRecord;
	isIn(record: AnnotationRecord): boolean;
}

/** Each decision leaves words that no other does. */
function decisionOf(random: Random, who: number, target: number): Decision {
	const word = `w${who}-${random.below(1_000_000)}`;
	switch (random.below(3)) {
		case 0:
			return {
				target,
				change: record => ({ ...record, comment: word }),
				isIn: ({ comment }) => comment?.includes(word) === true,
			};
		case 1:
			return {
				target,
				change: record => ({ ...record, attributes: { [word]: 'x' } }),
				isIn: ({ attributes }) => attributes !== undefined && word in attributes,
			};
		default:
			return {
				target,
				change: record =>
					record.kind === 'entity'
						? { ...record, entity: word }
						: ({ ...record, speakerEntity: word } as AnnotationRecord),
				isIn: record =>
					(record.kind === 'entity' && record.entity === word) ||
					(record.kind === 'statement' && record.speakerEntity === word),
			};
	}
}

function applied(annotations: Annotations, { target, change }: Decision): Annotations {
	const records = annotations.records.map((record, index) => (index === target ? change(record) : record));
	return { ...annotations, records };
}

/** How many of the saves that two processes make without knowing of one another are not in the sidecar afterwards. */
async function atOnce(random: Random, saves: number): Promise<number> {
	const tools = await mkdtemp(join(tmpdir(), 'isnad-writers-'));
	const program = join(tools, 'saving.cjs');
	await bundleTo('test/support/savingProcess.ts', program);
	const { folder } = await corpusOf(random, 3);
	const ends = ['a', 'b'].map(async writer => {
		const args = [program, folder, article, String(saves), writer];
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
		const [code] = await once(child, 'close');
		if (code !== 0) throw new Error(`a writer ended with ${code}`);
	});
	await Promise.all(ends);
	const { value } = readSidecar(await readFile(join(folder, place), 'utf8'));
	const marks = value.blocks.flatMap(({ record }) => [record, ...(record?.alternatives ?? [])]);
	const found = new Set(marks.flatMap(record => Object.keys(record?.attributes ?? {})));
	await Promise.all([rm(folder, { recursive: true }), rm(tools, { recursive: true })]);
	return 2 * saves - found.size;
}
