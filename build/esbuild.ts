import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { tableModule } from './tables.ts';

const tables: Plugin = {
	name: 'tables',
	setup(setup) {
		setup.onLoad({ filter: /\.(yaml|tsv)$/ }, async ({ path }) => ({
			contents: tableModule(path, await readFile(path, 'utf8')),
			loader: 'js',
		}));
	},
};

export interface Bundling {
	/** Minified and without source maps, as it ships. */
	readonly production: boolean;
}

/** Builds everything that ships into dist/, each file whole in itself. */
export async function bundle({ production }: Bundling): Promise<void> {
	const common: BuildOptions = {
		bundle: true,
		format: 'cjs',
		target: 'es2023',
		minify: production,
		sourcemap: production ? false : 'linked',
		plugins: [tables],
		logLevel: 'warning',
		legalComments: 'none',
		// Arabic as it is: escaped, the tables are more than twice as large.
		charset: 'utf8',
		mainFields: ['module', 'main'],
	};
	const node: BuildOptions = { ...common, platform: 'node' };
	const browser: BuildOptions = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };
	await rm('dist', { recursive: true, force: true });
	await mkdir('dist', { recursive: true });
	// The repository is ESM; editors load extensions as CommonJS.
	await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
	await Promise.all([
		build({ ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] }),
		build({
			...browser,
			entryPoints: ['client/src/extension.web.ts'],
			outfile: 'dist/extension.web.js',
			external: ['vscode'],
		}),
		build({ ...node, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.node.js' }),
		build({ ...browser, entryPoints: ['server/src/main.worker.ts'], outfile: 'dist/server.worker.js', format: 'iife' }),
		build({
			...node,
			entryPoints: ['server/src/cli.ts'],
			outfile: 'dist/cli.js',
			banner: { js: '#!/usr/bin/env node' },
		}),
	]);
}
