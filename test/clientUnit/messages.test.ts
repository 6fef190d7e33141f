import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { ar } from '../../client/src/messages/ar.ts';
import { en } from '../../client/src/messages/en.ts';
import { type MessageKey, translate } from '../../client/src/messages.ts';

const keys = Object.keys(en) as MessageKey[];

suite('messages', () => {
	test('are in Arabic wherever they are in English', () => {
		assert.deepEqual(Object.keys(ar).toSorted(), keys.toSorted());
		assert.deepEqual(
			keys.filter(key => !/\p{Script=Arabic}/u.test(ar[key])),
			[],
		);
	});

	test('have the same places for values in both languages', () => {
		const places = (words: string): readonly string[] => (words.match(/\{\w+\}/g) ?? []).toSorted();
		for (const key of keys) assert.deepEqual(places(ar[key]), places(en[key]), key);
	});

	test('are all said somewhere', () => {
		const folder = join(import.meta.dirname, '../../client/src');
		const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter(name => name.endsWith('.ts') && !name.includes('messages'))
			.map(name => readFileSync(join(folder, name), 'utf8'))
			.join('\n');
		const made = [...source.matchAll(/`([a-z-]+-)\$\{/g)].map(([, prefix]) => prefix ?? '');
		assert.deepEqual(
			keys.filter(key => !source.includes(`'${key}'`) && !made.some(prefix => key.startsWith(prefix))),
			[],
		);
	});

	test('take their values, whatever these contain', () => {
		assert.equal(translate('en', 'hits', { count: 3 }), 'Hits: 3');
		assert.equal(translate('ar', 'hits', { count: 3 }), 'النتائج: 3');
		assert.equal(
			translate('en', 'link-to', { text: '{text} $& $1' }),
			'Key of “\u2068{text} $& $1\u2069” in the entity register',
		);
	});
});
