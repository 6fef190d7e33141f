/**
 * A process that saves a sidecar again and again through the server's store, until it is done or killed:
 * `savingProcess FOLDER ARTICLE SAVES [WRITER]`. Before each save the first record's comment gets the save's number, or with a writer's
 * name one more attribute; behind it the number is printed.
 */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from './openStore.ts';

const [folder = '', article = '', saves = '0', writer] = process.argv.slice(2);
void run();

async function run(): Promise<void> {
	const text = readFileSync(join(folder, article), 'utf8');
	const store = await openStore(folder, article);
	let { annotations } = await store.load(text);
	writeSync(1, '0\n');
	for (let save = 1; save <= Number(saves); save++) {
		const [first, ...rest] = annotations.records;
		if (first === undefined) throw new Error('no records');
		const mark =
			writer === undefined
				? { comment: String(save) }
				: { attributes: { ...first.attributes, [`${writer}${save}`]: 'x' } };
		annotations = { ...annotations, records: [{ ...first, ...mark }, ...rest] };
		const saved = await store.save(text, annotations);
		annotations = saved.reread?.annotations ?? annotations;
		if (saved.state !== 'saved') throw new Error(JSON.stringify(saved));
		writeSync(1, `${save}\n`);
	}
}
