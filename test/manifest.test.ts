import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { parse } from 'yaml';
import { chords, fixedKeys, namedKeys, physicalKeys } from '../client/src/keys.ts';
import { serverCommands } from '../server/src/protocol/commands.ts';

const root = join(import.meta.dirname, '..');
const manifestText = read('package.json');
const manifest = JSON.parse(manifestText) as Manifest;
const { contributes } = manifest;

interface Manifest {
	readonly type?: string;
	readonly icon: string;
	readonly contributes: {
		readonly commands: readonly { readonly command: string }[];
		readonly keybindings: readonly Keybinding[];
		readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string }[]>>;
		readonly submenus: readonly { readonly id: string }[];
		readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly svg: string } }[] }[];
		readonly yamlValidation: readonly { readonly url: string }[];
		readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	};
}

interface Keybinding {
	readonly key: string;
	readonly command: string;
	readonly args?: { readonly key: string };
	readonly when: string;
}

const contributed = contributes.commands.map(({ command }) => command);
const annotating = contributes.keybindings.filter(({ when }) => when.startsWith('isnad.annotating && editorTextFocus'));

suite('commands', () => {
	test('of the editor and of the server keep apart', () => {
		assert.deepEqual(
			contributed.filter(id => !id.startsWith('isnad.editor.')),
			[],
		);
		const server = new Set<string>(serverCommands);
		assert.deepEqual(
			[...contributed, ...registered()].filter(id => server.has(id)),
			[],
		);
	});

	test('in the manifest are registered, in one place', () => {
		assert.deepEqual(
			contributed.filter(id => !registered().includes(id)),
			[],
		);
		assert.equal(new Set(registered()).size, registered().length);
	});

	test('are all listed where they are registered', () => {
		const list =
			read('client/src/commands/index.ts').match(/const all: readonly Command\[\] = \[([^\]]*)\]/)?.[1] ?? '';
		const listed = list.match(/\w+/g) ?? [];
		assert.deepEqual(exported().toSorted(), [...listed].toSorted());
	});

	test('of keys and menus exist', () => {
		const inMenus = Object.values(contributes.menus).flat();
		const called = [...contributes.keybindings, ...inMenus].flatMap(({ command }) => command ?? []);
		assert.deepEqual(
			called.filter(id => !registered().includes(id)),
			[],
		);
		const submenus = contributes.submenus.map(({ id }) => id);
		assert.deepEqual(
			inMenus.flatMap(({ submenu }) => submenu ?? []).filter(id => !submenus.includes(id)),
			[],
		);
	});
});

suite('keys of annotation mode', () => {
	test('are bound on every physical key, plain and with Shift, so that none types', () => {
		const wanted = Object.entries(physicalKeys).flatMap(([name, key]) => [
			`${key} ${name}`,
			`shift+${key} shift+${name}`,
		]);
		const bound = annotating.flatMap(({ key, args }) => (args ? [`${key} ${args.key}`] : []));
		assert.deepEqual(
			[...wanted, ...namedKeys.map(name => `${name} ${name}`)].filter(key => !bound.includes(key)),
			[],
		);
	});

	test('run commands that a user can also find by title', () => {
		const commands: readonly string[] = [...Object.values(fixedKeys), ...Object.values(chords)];
		assert.deepEqual(
			commands.filter(id => !contributed.includes(id)),
			[],
		);
	});

	test('are all bound', () => {
		const bound = annotating.flatMap(({ args }) => args?.key ?? []);
		assert.deepEqual(
			Object.keys(fixedKeys).filter(key => !bound.includes(key)),
			[],
		);
	});

	test('have the chords of the table', () => {
		const bound = contributes.keybindings.map(({ key, command }) => `${key} ${command}`);
		const wanted = Object.entries(chords).map(([key, command]) => `${key} ${command}`);
		assert.deepEqual(
			wanted.filter(chord => !bound.includes(chord)),
			[],
		);
	});

	test('leave the keys of the built-in news scheme alone', () => {
		const scheme = parse(read('annotations/schemes/news.yaml')) as {
			readonly entities: readonly { readonly key: string }[];
			readonly statements: { readonly key: string; readonly types: readonly { readonly key: string }[] };
		};
		const keys = [...scheme.entities, scheme.statements, ...scheme.statements.types].map(({ key }) => key);
		assert.ok(keys.length >= 6);
		assert.deepEqual(
			keys.filter(key => key in fixedKeys),
			[],
		);
	});

	test('hold in articles alone', () => {
		assert.deepEqual(
			contributes.keybindings.filter(
				({ when }) => !when.includes('editorLangId == arabic-news') && !when.startsWith('isnad.choosing'),
			),
			[],
		);
	});
});

suite('texts of the manifest', () => {
	const english = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
	const arabic = JSON.parse(read('package.nls.ar.json')) as Readonly<Record<string, string>>;

	test('exist in English and Arabic', () => {
		const keys = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
		assert.ok(keys.length > 50);
		assert.deepEqual(
			keys.filter(key => !english[key] || !arabic[key]),
			[],
		);
		assert.deepEqual(Object.keys(english).toSorted(), Object.keys(arabic).toSorted());
		assert.deepEqual(
			Object.keys(english).filter(key => !keys.includes(key)),
			[],
		);
	});

	test('call the same commands in both languages', () => {
		const links = (text: string | undefined): readonly string[] => text?.match(/\(command:[\w.]+\)/g) ?? [];
		for (const key of Object.keys(english)) assert.deepEqual(links(arabic[key]), links(english[key]), key);
		const own = Object.values(english)
			.flatMap(links)
			.filter(link => link.includes('isnad'));
		assert.deepEqual(
			own.filter(link => !contributed.includes(link.slice('(command:'.length, -1))),
			[],
		);
	});
});

test('the manifest is of no module type: VS Code in a browser refuses to load one that is', () => {
	assert.equal(manifest.type, undefined);
});

test('files that the manifest names exist', () => {
	const files = [
		manifest.icon,
		...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
		...contributes.yamlValidation.map(({ url }) => url),
	];
	assert.deepEqual(
		files.filter(file => !existsSync(join(root, file))),
		[],
	);
});

test('the defaults of the language switch off whatever cuts an Arabic line into parts', () => {
	const defaults = contributes.configurationDefaults['[arabic-news]'] ?? {};
	const needed: Readonly<Record<string, unknown>> = {
		'editor.wordWrap': 'on',
		'editor.wrappingStrategy': 'advanced',
		'editor.semanticHighlighting.enabled': false,
		'editor.inlayHints.enabled': 'off',
		'editor.bracketPairColorization.enabled': false,
		'editor.renderControlCharacters': false,
		'editor.unicodeHighlight.nonBasicASCII': false,
		'editor.unicodeHighlight.invisibleCharacters': false,
		'editor.unicodeHighlight.ambiguousCharacters': false,
		'editor.renderWhitespace': 'none',
		'editor.occurrencesHighlight': 'off',
		'editor.selectionHighlight': false,
		'editor.links': false,
		'editor.colorDecorators': false,
		'editor.stickyScroll.enabled': false,
		'editor.minimap.enabled': false,
		'editor.fontLigatures': false,
		'editor.stopRenderingLineAfter': -1,
		'editor.formatOnSave': false,
		'files.trimTrailingWhitespace': false,
		'files.insertFinalNewline': false,
		'files.trimFinalNewlines': false,
	};
	assert.deepEqual(Object.fromEntries(Object.keys(needed).map(key => [key, defaults[key]])), needed);
	const separators = String(defaults['editor.wordSeparators']);
	assert.deepEqual(
		[...'«»“”،؛؟…'].filter(mark => !separators.includes(mark)),
		[],
	);
});

/** Ids of the commands under client/src/commands. */
function registered(): readonly string[] {
	return sources().flatMap(source =>
		[...source.matchAll(/(?:\bid: |\bstepping\()'(isnad\.editor\.\w+)'/g)].map(([, id]) => id ?? ''),
	);
}

/** Names under which the files of client/src/commands export commands. */
function exported(): readonly string[] {
	return sources().flatMap(source =>
		[...source.matchAll(/^export const (\w+)(?:: Command =| = stepping\()/gm)].map(([, name]) => name ?? ''),
	);
}

function sources(): readonly string[] {
	const folder = 'client/src/commands';
	return readdirSync(join(root, folder)).map(file => read(join(folder, file)));
}

function read(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}
