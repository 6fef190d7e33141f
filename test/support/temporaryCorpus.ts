import { cp, mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own in the temporary folder: a copy of `from`, then `files` by relative path. Remove it afterwards. */
export async function temporaryCorpus(options: {
	readonly from?: string;
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
}): Promise<string> {
	const folder = await realpath(await mkdtemp(join(tmpdir(), 'isnad-corpus-')));
	if (options.from !== undefined) await cp(options.from, folder, { recursive: true });
	for (const [name, content] of Object.entries(options.files ?? {})) {
		const path = join(folder, name);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);
	}
	return folder;
}
