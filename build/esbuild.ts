import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import manifest from '../package.json' with { type: 'json' };
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

const model = 'server/src/core/lexicon/entities/model.tsv';

/** The trained model has a licence of its own, so programs of Node load it from a file of its own. A web worker must be one file. */
const modelApart: Plugin = {
	name: 'model apart',
	setup(setup) {
		setup.onResolve({ filter: /\/model\.tsv$/ }, () => ({ path: './model.js', external: true }));
	},
};

async function writeModel(): Promise<void> {
	const licence = '/*! Licensed under CC BY-SA 4.0, unlike the rest of this package: see model.LICENSE.md. */\n';
	const text = JSON.stringify(await readFile(model, 'utf8'));
	await writeFile('dist/model.js', `${licence}module.exports = ${text};\n`);
	await copyFile(model.replace('.tsv', '.LICENSE.md'), 'dist/model.LICENSE.md');
}

/** The faces that pages are set in, with their licence. */
async function copyFonts(): Promise<void> {
	await mkdir('dist/reader', { recursive: true });
	const files = ['arabic.woff2', 'latin.woff2', 'OFL.txt'];
	await Promise.all(files.map(file => copyFile(`client/reader/fonts/${file}`, `dist/reader/${file}`)));
}

/** Pages beside the Reader, each a script of its own in client/panels. */
const panels = ['ledger', 'search'];

/** The version and a hash of all that is core: an index of a corpus made by another is made anew. */
async function engineName(): Promise<string> {
	const hash = createHash('sha256');
	for (const path of globSync('server/src/core/**/*.{ts,yaml,tsv}').sort()) {
		hash.update(`${path}\n`).update(await readFile(path));
	}
	return `${manifest.version} ${hash.digest('hex').slice(0, 16)}`;
}

export interface Bundling {
	/** Minified and without source maps, as it ships. */
	readonly production: boolean;
}

/** Builds everything that ships into dist/, each file whole in itself but for the model. */
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
		define: { isnadEngine: JSON.stringify(await engineName()) },
	};
	const node: BuildOptions = { ...common, platform: 'node', plugins: [modelApart, tables] };
	const browser: BuildOptions = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };
	await rm('dist', { recursive: true, force: true });
	await mkdir('dist', { recursive: true });
	// The repository is ESM; editors load extensions as CommonJS.
	await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
	await Promise.all([writeModel(), copyFonts()]);
	await Promise.all([
		build({ ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] }),
		build({
			...browser,
			entryPoints: ['client/src/extension.web.ts'],
			outfile: 'dist/extension.web.js',
			external: ['vscode'],
		}),
		build({ ...browser, entryPoints: ['client/reader/main.ts'], outfile: 'dist/reader/page.js', format: 'iife' }),
		build({
			...browser,
			entryPoints: panels.map(name => `client/panels/${name}.ts`),
			outdir: 'dist/panels',
			format: 'iife',
		}),
		build({
			...browser,
			entryPoints: ['client/reader/page.css', 'client/panels/page.css'],
			outdir: 'dist',
			outbase: 'client',
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
