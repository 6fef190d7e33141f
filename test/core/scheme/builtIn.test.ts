import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { builtInSchemes, newsScheme } from '../../../server/src/core/scheme/builtIn.ts';
import { readScheme } from '../../../server/src/core/scheme/readScheme.ts';
import type { Bilingual, Scheme, SchemeLabel } from '../../../server/src/core/scheme/scheme.ts';

function checkWords(what: string, { en, ar }: Bilingual): void {
	assert.match(en, /[A-Za-z]/, what);
	assert.match(ar, /\p{Script=Arabic}/u, what);
}

function checkLabel({ label, name, description, color }: SchemeLabel): void {
	checkWords(label, name);
	checkWords(label, description ?? { en: '', ar: '' });
	assert.match(color, /^#[0-9a-f]{6}$/, label);
}

function checkScheme(name: string, labels: string): void {
	const source = readFileSync(new URL(`../../../annotations/schemes/${name}.yaml`, import.meta.url), 'utf8');
	const { value, problems } = readScheme(source);
	assert.deepEqual(problems, []);
	const scheme = builtInSchemes.get(name) as Scheme;
	assert.deepEqual(scheme, value, 'the table in the bundle and the file say the same');
	checkWords(name, scheme.title);
	assert.equal(scheme.entities.map(({ label }) => label).join(' '), labels);
	for (const label of [...scheme.entities, ...(scheme.statements?.types ?? [])]) {
		checkLabel(label);
	}
	assert.ok(
		scheme.entities.every(({ key }) => key !== undefined),
		'every label has a key',
	);
}

suite('built-in schemes', () => {
	test('news has five labels and statements', () => {
		checkScheme('news', 'PER ORG LOC DATE MISC');
		assert.equal(newsScheme.statements?.types.map(({ label }) => label).join(' '), 'direct indirect mixed reported');
	});

	test('wojood has the 21 types of its corpus, and no statements', () => {
		const numbers = 'CARDINAL ORDINAL PERCENT QUANTITY UNIT MONEY CURR';
		checkScheme('wojood', `PERS NORP OCC ORG GPE LOC FAC EVENT PRODUCT LAW LANGUAGE WEBSITE DATE TIME ${numbers}`);
		assert.equal(builtInSchemes.get('wojood')?.statements, undefined);
	});
});
