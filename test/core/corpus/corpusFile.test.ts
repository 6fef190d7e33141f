import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
	type CorpusFile,
	defaultCorpus,
	newCorpusSource,
	readCorpusFile,
} from '../../../server/src/core/corpus/corpusFile.ts';
import { atProblems } from '../../support/atProblems.ts';

/** What a file says beyond the defaults, and what is wrong with it. */
function check(source: string, expected: Partial<CorpusFile>, ...problems: readonly string[]): void {
	const reading = readCorpusFile(source);
	assert.deepEqual(atProblems(source, reading.problems), problems, source);
	assert.deepEqual(reading.value, { ...defaultCorpus, ...expected }, source);
}

suite('corpus file', () => {
	test('says everything that can be said', () => {
		const source = `# Our corpus
isnad: 1
include:
  - news/**/*.txt
  - "!news/drafts/**"
encoding: Windows-1256
layout: adjacent
scheme: wojood
guideline: 2.1
team: [سلمى, هادي]
`;
		check(source, {
			include: ['news/**/*.txt', '!news/drafts/**'],
			encoding: 'windows-1256',
			layout: 'adjacent',
			scheme: 'wojood',
			guideline: '2.1',
		});
	});

	test('has a default for what it does not say', () => {
		check('', {});
		check('isnad: 1\n', {});
		check('include:\nencoding: ~\nlayout:\nscheme: null\nguideline:\n', {});
	});

	test('has a default for what it says wrongly, and tells where', () => {
		check('encoding: [utf-8]\n', {}, 'sidecar-wrong-type: [utf-8]');
		check('layout: beside\n', {}, 'sidecar-wrong-type: beside');
		check('layout: Adjacent\n', {}, 'sidecar-wrong-type: Adjacent');
		check('scheme: { name: news }\n', {}, 'sidecar-wrong-type: { name: news }');
		check('guideline: [1]\n', {}, 'sidecar-wrong-type: [1]');
		check('- news\n', {}, 'yaml-not-map: - news');
		check('include: [\n', {}, 'yaml-syntax');
	});

	test('one glob needs no list', () => {
		check('include: "*.txt"\n', { include: ['*.txt'] });
	});

	test('globs that cannot be used are left out', () => {
		check('include: []\n', {}, 'sidecar-wrong-type: []');
		check('include: { a: b }\n', {}, 'sidecar-wrong-type: { a: b }');
		check(
			'include: [a.txt, [b.txt], ""]\n',
			{ include: ['a.txt'] },
			'sidecar-wrong-type: [b.txt]',
			'sidecar-wrong-type: ""',
		);
		check(`include: ["${'{a,b}'.repeat(7)}"]\n`, {}, `sidecar-wrong-type: "${'{a,b}'.repeat(7)}"`);
	});

	test('of a later version is recognised, so that nothing is saved', () => {
		check('isnad: 2\n', { newer: true }, 'corpus-newer: 2');
		check('isnad: 99999999999\nscheme: wojood\n', { newer: true, scheme: 'wojood' }, 'corpus-newer: 99999999999');
		check('isnad: 01\n', {});
		check('isnad: "1"\n', {});
		check('isnad: 0\n', {}, 'sidecar-wrong-type: 0');
		check('isnad: 1.0\n', {}, 'sidecar-wrong-type: 1.0');
		check('isnad: [2]\n', {}, 'sidecar-wrong-type: [2]');
	});

	test('as the first save writes it says the defaults', () => {
		check(newCorpusSource, {});
	});
});
