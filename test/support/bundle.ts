import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { tableExtension, tableModule } from '../../build/tables.ts';

const root = join(import.meta.dirname, '../..');

const tables: Plugin = {
	name: 'tables',
	setup: setup =>
		setup.onLoad({ filter: tableExtension }, ({ path }) => ({
			contents: tableModule(path, readFileSync(path, 'utf8')),
			loader: 'js',
		})),
};

/** One program of the project, by its path from the root, as one file that Node starts fast. */
export async function bundleTo(program: string, outfile: string): Promise<void> {
	const options = {
		bundle: true,
		format: 'cjs',
		platform: 'node',
		mainFields: ['module', 'main'],
	} satisfies BuildOptions;
	await build({ ...options, entryPoints: [join(root, program)], outfile, plugins: [tables], logLevel: 'error' });
}
