/** CoNLL-2003, Wojood and CoNLL-U: formats of tokens in columns. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formats } from '../../../server/src/core/formats/formats.ts';
import type { AnnotationRecord } from '../../../server/src/core/model.ts';
import { at, entityAt, statementAt } from '../sidecar/records.ts';
import { articleOf, exported, imported, shown } from './roundTrip.ts';

const text = '🔴 قالت سلمى لرويترز:\r\n«لا».';
const names = [
	entityAt(text, 'aaaaaa', at(text, 'سلمى')),
	entityAt(text, 'bbbbbb', at(text, 'رويترز'), { label: 'ORG' }),
];

function format(id: string) {
	return formats.find(candidate => candidate.id === id) ?? assert.fail(id);
}

/** The lines of the article's one file; and the codes of losses, each once. */
function check(
	id: string,
	records: readonly AnnotationRecord[],
	lines: readonly string[],
	losses: readonly string[] = ['lost-text', 'lost-bookkeeping'],
): void {
	const out = exported(format(id), articleOf(text, records));
	assert.deepEqual(
		out.files.map(file => file.text.split('\n')),
		[lines],
	);
	assert.deepEqual([...new Set(out.losses.map(({ code }) => code))], losses);
}

/** The text and records read of a file, and the codes of problems. */
function checkRead(
	id: string,
	path: string,
	lines: readonly string[],
	expected: readonly (readonly string[])[],
	problems: readonly string[] = [],
): void {
	const found = imported(format(id), [{ path, text: lines.join('\n') }]);
	const texts = found.imported.map(({ path: name, text: read }) => `${name}: ${read}`);
	assert.deepEqual([texts, shown(found.records)], expected);
	assert.deepEqual(
		found.problems.map(({ code }) => code),
		problems,
	);
}

suite('CoNLL-2003', () => {
	test('cuts a clitic off the name that follows it', () => {
		check('conll', names, [
			...[
				'-DOCSTART- -X- O O',
				'',
				'🔴 _ O O',
				'قالت _ O O',
				'سلمى _ O B-PER',
				'ل _ O O',
				'رويترز _ O B-ORG',
				': _ O O',
				'',
			],
			...['« _ O O', 'لا _ O O', '» _ O O', '. _ O O', '', ''],
		]);
	});

	test('has no names inside names and no statements, and says so', () => {
		const records = [
			entityAt(text, 'cccccc', at(text, 'سلمى لرويترز'), { label: 'ORG' }),
			...names,
			statementAt(text, 'dddddd', { content: at(text, 'لا') }),
		];
		const { losses } = exported(format('conll'), articleOf(text, records));
		assert.deepEqual(
			losses.map(({ code, id }) => `${code} ${id}`),
			[
				...[
					'lost-text ',
					'lost-statement dddddd',
					'lost-nested aaaaaa',
					'lost-nested bbbbbb',
					'lost-bookkeeping cccccc',
				],
			],
		);
	});

	test('is read in all its tag schemes, and in two columns', () => {
		checkRead(
			'conll',
			'x/train.conll',
			[
				'-DOCSTART- -X- O O',
				'',
				'سلمى _ O I-PERS',
				'حداد _ O I-PERS',
				'قالت _ O O',
				'',
				'القدس\tS-LOC',
				'-DOCSTART- -X- O O',
				'تل B-LOC',
				'الريحان L-LOC',
				'',
			],
			[
				['x/train.txt: سلمى حداد قالت\nالقدس', 'x/train-2.txt: تل الريحان\n'],
				['confirmed PERS سلمى حداد', 'confirmed LOC القدس', 'confirmed LOC تل الريحان'],
			],
		);
	});

	test('names lines without a tag', () => {
		checkRead('conll', 'a.conll', ['سلمى', 'قالت X'], [['a.txt: سلمى قالت'], []], ['import-line', 'import-line']);
	});
});

suite('Wojood', () => {
	test('writes all tags of a token, outermost first', () => {
		const whole = entityAt(text, 'cccccc', at(text, 'سلمى لرويترز'), { label: 'OCC' });
		check(
			'wojood',
			[whole, ...names],
			[
				...[
					'🔴 O',
					'قالت O',
					'سلمى B-OCC B-PER',
					'ل I-OCC',
					'رويترز I-OCC B-ORG',
					': O',
					'',
					'« O',
					'لا O',
					'» O',
					'. O',
					'',
					'',
				],
			],
		);
	});

	test('goes on with names by their order, not by their column', () => {
		checkRead(
			'wojood',
			'a.wojood',
			['جامعة B-ORG', 'فرع I-ORG B-ORG', 'بيرزيت I-ORG I-ORG B-GPE', 'قرب I-ORG', ''],
			[
				['a.txt: جامعة فرع بيرزيت قرب\n'],
				['confirmed ORG جامعة فرع بيرزيت قرب', 'confirmed ORG فرع بيرزيت', 'confirmed GPE بيرزيت'],
			],
		);
	});
});

suite('CoNLL-U', () => {
	const tail = '\t_\t_\t_\t_\t_\t_\t_\t';

	test('writes clitics as multiword tokens, and all that stands between tokens', () => {
		check(
			'conllu',
			names,
			[
				...['# newdoc id = news/a.txt', '# sent_id = 1', '# text = 🔴 قالت سلمى لرويترز:'],
				...[
					`1\t🔴${tail}_`,
					`2\tقالت${tail}_`,
					`3\tسلمى${tail}Entity=(PER)`,
					`4-5\tلرويترز${tail}SpaceAfter=No`,
					`4\tل${tail}_`,
					`5\tرويترز${tail}Entity=(ORG)`,
				],
				...[`6\t:${tail}SpacesAfter=\\r\\n`, '', '# sent_id = 2', '# text = «لا».'],
				...[
					`1\t«${tail}SpaceAfter=No`,
					`2\tلا${tail}SpaceAfter=No`,
					`3\t»${tail}SpaceAfter=No`,
					`4\t.${tail}SpaceAfter=No`,
					'',
					'',
				],
			],
			['lost-bookkeeping'],
		);
	});

	test('reads words that are not the letters of their token, brackets and IOB tags', () => {
		checkRead(
			'conllu',
			'a.conllu',
			[
				...[
					'# newdoc id = x/b',
					`1-2\tللولايات${tail}_`,
					`1\tل${tail}_`,
					`2\tالولايات${tail}Entity=(GPE`,
					`3\tالمتحدة${tail}Entity=GPE)`,
					'',
				],
				...[`1\tسلمى${tail}NER=B-PER`, `2\tحداد${tail}NER=I-PER|SpaceAfter=No`, `2.1\t_${tail}_`, `3\t.${tail}_`, ''],
			],
			[['x/b.txt: للولايات المتحدة\nسلمى حداد.'], ['confirmed GPE للولايات المتحدة', 'confirmed PER سلمى حداد']],
		);
	});
});
