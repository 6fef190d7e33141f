import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readLines } from '../../../server/src/core/sidecar/lineReader.ts';
import type { YamlNode } from '../../../server/src/core/sidecar/yamlNode.ts';
import { readYaml } from '../../../server/src/core/sidecar/yamlReader.ts';

/** What a node says, without where. */
function plain(node: YamlNode | undefined): unknown {
	switch (node?.kind) {
		case 'map':
			return Object.fromEntries(node.entries.map(entry => [entry.key, plain(entry.value)]));
		case 'seq':
			return node.items.map(plain);
		case 'scalar':
			return node.value;
		default:
			return undefined;
	}
}

/** Reads with both readers. Ours may leave a source to the library, but what it reads it reads alike. */
function check(source: string, reads: boolean): void {
	const whole = { start: 0, end: source.length };
	const ours = readLines(source, whole);
	assert.equal(ours !== undefined, reads, source);
	if (ours !== undefined) {
		const { node, problem } = readYaml(source, whole);
		assert.equal(problem, undefined, source);
		assert.deepEqual(plain(ours), plain(node), source);
	}
}

suite('readLines', () => {
	test('reads the YAML that we write', () => {
		check('a: b\nc:\n  d: [1, 2]\n  e: {f: g, h: "i"}\nj:\n  - k: l\n    m: n\n  - o\n', true);
		check('# x\na: b # c\n\nd: e#f\ng: "h # i" # j\n', true);
		check("a: 'it''s'\nb: \"\\u0663\\n\\\"\"\n", true);
		check('- a: b\n  c:\n    - d\n- e: f\n', true);
		check('a:\n- b\n- c\nd:\n', true);
		check('a: http://b\nc: d:e\n', true);
	});

	test('leaves the rest to the library', () => {
		for (const source of [
			'a: |\n  b\n',
			'a: &x b\n',
			'a: *x\n',
			'a: !t b\n',
			'a: b\n  c\n',
			'a: "b\n  c"\n',
			'"a": b\n',
			'a: b: c\n',
			'a: [b,\n  c]\n',
			'? a\n: b\n',
			'---\na: b\n',
			'a: b\n c: d\n',
			'\ta: b\n',
			'- - a\n',
			'',
			'# x\n',
			'a: "\\x41"\n',
			'a: [b]c\n',
			"a: 'b' c\n",
		]) {
			check(source, false);
		}
	});

	test('reads nothing otherwise than the library does', () => {
		const piece = fc.constantFrom(
			'a',
			'b: ',
			'c:',
			'\n',
			'\n',
			'\n  ',
			'\n    ',
			'- ',
			'-',
			' ',
			'"',
			"'",
			'[',
			']',
			'{',
			'}',
			', ',
			'#',
			' # x',
			':',
			'\\',
			'\\n',
			'|',
			'&x',
			'ع',
			'1',
			'~',
			'null',
			'?',
			'!',
			'%',
			'@',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
				const source = pieces.join('');
				const whole = { start: 0, end: source.length };
				const ours = readLines(source, whole);
				if (ours === undefined) {
					return;
				}
				const { node, problem } = readYaml(source, whole);
				assert.equal(problem, undefined, JSON.stringify(source));
				assert.deepEqual(plain(ours), plain(node), JSON.stringify(source));
			}),
			{ seed: 11, numRuns: 10_000 },
		);
	});
});
