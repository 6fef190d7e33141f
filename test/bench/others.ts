/** Other engines that the bench runs over the same texts. They come from npm into a cache folder once; nothing of them ships. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, installOnce } from '../../build/cacheFolder.ts';
import { installLocked } from '../../build/npm.ts';
import { say } from '../../build/progress.ts';
import territories from '../../server/src/core/lexicon/entities/territories.yaml';
import { readRows, readSections } from '../../server/src/core/lexicon/readTable.ts';

/** Does its work on a text; the answer is what it found, so that no work can be left out. */
export type Engine = (text: string) => number | Promise<number>;

const wanted = join(import.meta.dirname, 'others');

/** cspell with its Arabic dictionary, and the named-entity finder of NLP.js told the countries of our table. */
export async function otherEngines(): Promise<{ readonly cspell: Engine; readonly nlpjs: Engine }> {
	const lock = readFileSync(join(wanted, 'package-lock.json'));
	const target = cacheFolder(`bench-${createHash('sha256').update(lock).digest('hex').slice(0, 8)}`);
	const folder = await installOnce(target, part => {
		say(`Bringing cspell and NLP.js from npm, once, into ${target}; some 16 MB`);
		return installLocked(wanted, part);
	});
	return { cspell: await cspellEngine(folder), nlpjs: await nlpjsEngine(folder) };
}

interface Cspell {
	getDefaultSettings(useDefaultDictionaries: boolean): Promise<object>;
	loadConfig(file: string, settings: object): Promise<object>;
	mergeSettings(...settings: readonly object[]): object;
	createTextDocument(options: object): object;
	readonly DocumentValidator: new (document: object, options: object, settings: object) => Validator;
}

interface Validator {
	prepare(): Promise<void>;
	checkText(range: readonly [number, number], text: undefined, scope: undefined): readonly unknown[];
}

async function cspellEngine(folder: string): Promise<Engine> {
	const main = pathToFileURL(join(folder, 'node_modules/cspell-lib/dist/lib/index.js')).href;
	const cspell: Cspell = await import(main);
	const arabic = await cspell.loadConfig(join(folder, 'node_modules/@cspell/dict-ar/cspell-ext.json'), {});
	const settings = {
		...cspell.mergeSettings(await cspell.getDefaultSettings(false), arabic),
		language: 'ar',
		dictionaries: ['ar'],
		enabledLanguageIds: ['*'],
	};
	return async content => {
		const document = cspell.createTextDocument({ uri: 'article.txt', content, languageId: 'plaintext', locale: 'ar' });
		const validator = new cspell.DocumentValidator(document, { noConfigSearch: true }, settings);
		await validator.prepare();
		return validator.checkText([0, content.length], undefined, undefined).length;
	};
}

interface NerFinder {
	addRuleOptionTexts(locale: string, entity: string, option: string, texts: readonly string[]): void;
	process(input: object): Promise<{ readonly entities: readonly unknown[] }>;
}

/** With its own threshold: names that are spelled a little differently are found too. Exact matching finds no Arabic at all. */
async function nlpjsEngine(folder: string): Promise<Engine> {
	const require = createRequire(import.meta.url);
	const packages = join(folder, 'node_modules/@nlpjs');
	const { containerBootstrap } = require(join(packages, 'core'));
	const { Ner, ExtractorEnum } = require(join(packages, 'ner'));
	const container = await containerBootstrap();
	container.register('extract-enum', new ExtractorEnum({ container }), true);
	const finder: NerFinder = new Ner({ threshold: 0.8, container });
	for (const section of readSections(territories)) {
		for (const row of readRows(territories, section)) finder.addRuleOptionTexts('ar', 'place', row[0] ?? '', row);
	}
	return async text => (await finder.process({ locale: 'ar', text })).entities.length;
}
