import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gitAttributes } from '../../../server/src/core/corpus/gitAttributes.ts';

function check(
	existing: string,
	corpus: { readonly include?: readonly string[]; readonly layout?: 'mirrored' | 'adjacent' },
	expected: readonly string[],
): void {
	const written = gitAttributes(existing, { include: ['**/*.txt'], layout: 'mirrored', ...corpus });
	assert.deepEqual(
		written.split('\n').filter(line => line !== '' && !line.startsWith('#')),
		expected,
	);
	assert.equal(gitAttributes(written, { include: ['**/*.txt'], layout: 'mirrored', ...corpus }), written);
}

const driver = 'merge=isnad diff=isnad';
const ours = [
	`annotations/**/*.yaml ${driver}`,
	'annotations/corpus.yaml !merge !diff',
	'annotations/scheme.yaml !merge !diff',
];

suite('gitAttributes', () => {
	test('are written where there were none', () => check('', {}, ['*.txt -text', '*.yaml text eol=lf', ...ours]));

	test('keep the lines that are there, and repeat none', () => {
		check('*.png binary', {}, ['*.png binary', '*.txt -text', '*.yaml text eol=lf', ...ours]);
		check(`${ours[0]}\n*.yaml\ttext  eol=lf\r\n`, {}, [
			ours[0] ?? '',
			'*.yaml\ttext  eol=lf\r',
			'*.txt -text',
			...ours.slice(1),
		]);
	});

	test('follow the corpus: its texts, and sidecars beside them', () =>
		check('', { include: ['news/**/*.article', 'a/*.txt', 'b/**'], layout: 'adjacent' }, [
			'*.article -text',
			'*.txt -text',
			'*.yaml text eol=lf',
			`*.article.yaml ${driver}`,
			`*.txt.yaml ${driver}`,
			...ours,
		]));
});
