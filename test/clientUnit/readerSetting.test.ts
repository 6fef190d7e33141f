import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { readerAr } from '../../client/src/messages/readerAr.ts';
import { readerEn } from '../../client/src/messages/readerEn.ts';
import { settingFor } from '../../client/src/reader/setting.ts';
import { scheme } from '../reader/support.ts';

const root = join(import.meta.dirname, '../..');
const arabic = settingFor({ scheme, language: 'ar', advance: true });
const english = settingFor({ scheme, language: 'en', advance: true });

suite("the Reader's words", () => {
	test('are in Arabic wherever they are in English, with the same places for values', () => {
		const places = (words: string): readonly string[] => (words.match(/\{\w+\}/g) ?? []).toSorted();
		for (const [key, words] of Object.entries(readerEn)) {
			const own = readerAr[key as keyof typeof readerEn];
			assert.match(own, /\p{Script=Arabic}/u, key);
			assert.deepEqual(places(own), places(words), key);
		}
	});

	test('name every action that has a key', () => {
		for (const { keys, titles } of [arabic, english]) {
			assert.deepEqual(
				Object.values(keys).filter(
					action => (titles[action] ?? action) === action || titles[action]?.startsWith('isnad.'),
				),
				[],
			);
		}
	});

	test('are there for every key that the page asks for, and none is there for nothing', () => {
		const source = globSync('client/reader/**/*.ts', { cwd: root })
			.map(path => readFileSync(join(root, path), 'utf8'))
			.join('\n');
		const asked = [
			...source.matchAll(
				/\bwords\('([\w-]+)'|\bsay\(state, '([\w-]+)'|\bword: '([\w-]+)'|#say\('([\w-]+)'|title: '([\w-]+)'/g,
			),
		].map(([, ...found]) => found.find(key => key !== undefined) ?? '');
		assert.ok(asked.length > 40);
		assert.deepEqual(
			asked.filter(key => english.words[key] === undefined),
			[],
		);
		const made = [...source.matchAll(/`([a-z]+-)(?:\$\{kind\}-)?\$\{/g)].map(([, prefix]) => prefix ?? '');
		assert.deepEqual(
			Object.keys(readerEn).filter(
				key => !source.includes(`'${key}'`) && ![...made, 'act-'].some(prefix => key.startsWith(prefix)),
			),
			[],
		);
	});
});

suite("the Reader's colours", () => {
	test('come from the scheme in every theme, and carry no CSS of a file', () => {
		const hostile = {
			...scheme,
			entities: [{ label: 'X', name: 'X', color: 'red; } body { background: url(http://evil.test)' }],
		};
		const { css } = settingFor({ scheme: hostile, language: 'en', advance: true });
		assert.doesNotMatch(css, /url|evil|red;/);
		for (const theme of ['light', 'dark', 'high-contrast']) {
			assert.match(english.css, new RegExp(`body\\.vscode-${theme} ::highlight\\(name-0-suggested-0\\)`));
		}
	});
});
