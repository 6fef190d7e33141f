/** What keeps the parts apart. The rules are those of ARCHITECTURE.md; a failing line names the file and what it does. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { suite, test } from 'node:test';

const root = join(import.meta.dirname, '..');

interface Source {
	/** From the root, with `/`. */
	readonly path: string;
	readonly text: string;
	/** Without comments and the insides of strings, line by line as in the text. */
	readonly code: string;
	/** What is imported: paths from the root for files, else the package's name. */
	readonly imports: readonly string[];
}

/** `import … from '…'`, `import '…'`, `export … from '…'`, `import('…')`. */
const importing =
	/(?:^import\s+(?:[^'";]*?\bfrom\s+)?|^export\s+(?:type\s+)?(?:\*[^'";]*?|\{[^}]*\}\s*)from\s+|\bimport\(\s*)['"]([^'"]+)['"]/gm;

const sources = globSync(['server/src/**/*.ts', 'client/**/*.ts', 'build/**/*.ts', 'test/**/*.ts'], { cwd: root })
	.map(path => path.replaceAll('\\', '/'))
	.filter(path => !path.includes('node_modules') && !path.endsWith('.d.ts'))
	.sort()
	.map(readSource);

function readSource(path: string): Source {
	const text = readFileSync(join(root, path), 'utf8');
	const specifiers = text.matchAll(importing);
	const imports = [...specifiers].map(([, from = '']) => resolve(path, from));
	return { path, text, code: withoutWords(text), imports };
}

function resolve(path: string, specifier: string): string {
	if (specifier.startsWith('.')) {
		return posix.join(posix.dirname(path), specifier);
	}
	const [scope = '', name = ''] = specifier.split('/');
	return specifier.startsWith('@') ? `${scope}/${name}` : scope;
}

/** Blanks out comments and strings; the code that template strings hold stays. */
function withoutWords(text: string): string {
	return text
		.replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ' '))
		.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
		.replace(/\/\/.*/g, '');
}

/** At least one file, so that no rule passes over nothing. */
function within(folder: string): readonly Source[] {
	const found = sources.filter(({ path }) => path === folder || path.startsWith(`${folder}/`));
	assert.ok(found.length > 0, `nothing in ${folder}`);
	return found;
}

function none(offences: readonly string[]): void {
	assert.deepEqual(offences, []);
}

/** Who may import what; a trailing `/` stands for everything below, a trailing `*` for every name that begins so. */
const directions: Readonly<Record<string, readonly string[]>> = {
	'server/src/core': ['server/src/core/', 'annotations/schemes/', 'yaml', 'approx-string-match', '@noble/hashes'],
	'server/src/protocol': ['server/src/protocol/', 'server/src/core/', 'vscode-languageserver*'],
	'server/src/lsp': [
		'server/src/lsp/',
		'server/src/protocol/',
		'server/src/core/',
		'server/src/decodeBytes.ts',
		'vscode-languageserver*',
		'vscode-uri',
	],
	'server/src/cli': ['server/src/cli/', 'server/src/core/', 'server/src/decodeBytes.ts', 'node:*'],
	'server/src/node': ['server/src/node/', 'server/src/core/', 'server/src/decodeBytes.ts', 'node:*'],
	'client/src': [
		'client/src/',
		'server/src/protocol/',
		'server/src/core/',
		'package.nls*',
		'vscode',
		'vscode-languageclient',
		'vscode-uri',
	],
	'client/reader': ['client/reader/', 'client/src/reader/messages.ts'],
	'client/panels': [
		'client/panels/',
		'client/reader/element.ts',
		'client/reader/words.ts',
		'client/reader/machine/keyName.ts',
		'client/src/panels/messages/',
	],
};

suite('architecture', () => {
	for (const [folder, allowed] of Object.entries(directions)) {
		test(`${folder} imports only ${allowed.join(', ')}`, () => {
			const isAllowed = (name: string) =>
				allowed.some(rule => (/[/*]$/.test(rule) ? name.startsWith(rule.replace(/\*$/, '')) : name === rule));
			none(
				sources
					.filter(({ path }) => path.startsWith(`${folder}/`))
					.flatMap(({ path, imports }) => imports.filter(name => !isAllowed(name)).map(name => `${path}: ${name}`)),
			);
		});
	}

	test('nobody imports where a program begins', () => {
		const beginnings = /^(server\/src\/(main\.\w+|cli)\.ts|client\/src\/extension(\.web)?\.ts)$/;
		none(
			sources.flatMap(({ path, imports }) =>
				imports.filter(name => beginnings.test(name)).map(name => `${path}: ${name}`),
			),
		);
	});

	test('only where the server begins are transport and file system chosen', () => {
		const choosing = within('server/src').filter(({ imports }) =>
			imports.some(name => name.startsWith('server/src/node/')),
		);
		none(
			choosing
				.map(({ path }) => path)
				.filter(path => !/^server\/src\/(main\.\w+|cli)\.ts$/.test(path) && !path.startsWith('server/src/node/')),
		);
	});

	test('core asks no clock, no chance, no locale and no surroundings', () => {
		const forbidden =
			/\b(Date\.now|new Date|Intl\b|localeCompare|toLocale\w+|Math\.random|process\.|console\.|performance\.|globalThis|setTimeout|setInterval|setImmediate|queueMicrotask|TextDecoder|TextEncoder|fetch\(|require\()/g;
		none(
			within('server/src/core').flatMap(({ path, code }) =>
				(code.match(forbidden) ?? []).map(found => `${path}: ${found}`),
			),
		);
	});

	test('no file is longer than 400 lines', () => {
		none(
			sources
				.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
				.filter(({ lines }) => lines > 400)
				.map(({ path, lines }) => `${path}: ${lines} lines`),
		);
	});

	test('what core exports says what it promises', () => {
		none(within('server/src/core').flatMap(({ path, text }) => undocumented(text).map(name => `${path}: ${name}`)));
	});
});

/** In lines. What is this short says by its name and types what it does. */
const obviousLength = 6;

/** Exports of more than a few lines that neither a comment of their own, nor one on a member, nor the file's first comment explains. */
function undocumented(text: string): readonly string[] {
	const explained = text.trimStart().startsWith('/**');
	const lines = text.split('\n');
	return lines.flatMap((line, index) => {
		const [, kind, name] = /^export (?:async )?(function\*?|interface|class) (\w+)/.exec(line) ?? [];
		if (name === undefined || /\*\/$/.test(lineAbove(lines, index))) return [];
		const rest = lines.slice(index);
		const body = rest.slice(0, rest.findIndex(below => /^\}|\{\}$/.test(below)) + 1);
		const fine =
			explained ||
			body.length <= obviousLength ||
			(kind === 'interface' && body.some(member => member.includes('/**')));
		return fine ? [] : [name];
	});
}

/** The line above, but for directives to the linter. */
function lineAbove(lines: readonly string[], index: number): string {
	const above = lines[index - 1] ?? '';
	return above.startsWith('// biome-ignore') ? (lines[index - 2] ?? '') : above;
}
