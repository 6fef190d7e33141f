/** WebAnno TSV, UIMA CAS JSON and XMI: what INCEpTION reads and writes. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formats } from '../../../server/src/core/formats/formats.ts';
import { elementsOf, readXml } from '../../../server/src/core/formats/xml/readXml.ts';
import { at, entityAt, statementAt } from '../sidecar/records.ts';
import { articleOf, exported, imported, shown } from './roundTrip.ts';

const text = '🔴 قالت سلمى لرويترز:\r\n«لا».';
const plain = { from: 'import' as const };
const records = [
	entityAt(text, 'aaaaaa', at(text, 'رويترز'), { ...plain, label: 'ORG' }),
	statementAt(text, 'bbbbbb', { content: at(text, '«لا»'), cue: at(text, 'قالت'), speaker: at(text, 'سلمى') }, plain),
];

function format(id: string) {
	return formats.find(candidate => candidate.id === id) ?? assert.fail(id);
}

function written(id: string): string {
	const { files, losses } = exported(format(id), articleOf(text, records));
	assert.deepEqual(losses, []);
	return files.at(-1)?.text ?? '';
}

/** The path, text and records read of files, the last of which is the one that holds annotations; and the codes of problems. */
function checkRead(
	id: string,
	files: readonly { readonly path: string; readonly text: string }[],
	expected: readonly string[],
	problems: readonly string[] = [],
): void {
	const found = imported(format(id), files);
	assert.deepEqual(
		[...found.imported.map(article => `${article.path}: ${article.text}`), ...shown(found.records)],
		expected,
	);
	assert.deepEqual(
		found.problems.map(({ code }) => code),
		problems,
	);
}

suite('WebAnno TSV', () => {
	test('counts UTF-16 units, cuts clitics into rows of their own, puts links on the row they lead to', () => {
		assert.deepEqual(written('webanno-tsv').split('\n'), [
			...[
				'#FORMAT=WebAnno TSV 3.3',
				'#T_SP=webanno.custom.Span|label|details',
				'#T_RL=webanno.custom.Relation|role|details|BT_webanno.custom.Span',
				'',
				'',
			],
			...[
				'#Text=🔴 قالت سلمى لرويترز:',
				'1-1	0-2	🔴	_	_	_	_	_	',
				'1-2	3-7	قالت	Cue	*	cue	*	2-1[1_0]	',
				'1-3	8-12	سلمى	Speaker	*	speaker	*	2-1[1_0]	',
			],
			...[
				'1-4	13-20	لرويترز	_	_	_	_	_	',
				'1-4.1	14-20	رويترز	ORG	{"id":"aaaaaa","review":"single"}	_	_	_	',
				'1-5	20-21	:	_	_	_	_	_	',
				'',
			],
			'#Text=«لا».',
			...['«', 'لا', '»'].map(
				(word, index) =>
					`2-${index + 1}	${[23, 24, 26][index]}-${[24, 26, 27][index]}	${word}	Statement[1]	{"id":"bbbbbb","type":"direct"}[1]	_	_	_	`,
			),
			...['2-4	27-28	.	_	_	_	_	_	', ''],
		]);
	});

	test('is read as other projects write it, with any layers', () => {
		const tsv = [
			...[
				'#FORMAT=WebAnno TSV 3.3',
				'#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|coarseValue|PosValue',
			],
			...[
				'#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value',
				'#T_RL=custom.Attribution|role|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
				'',
				'',
			],
			...[
				'#Text=قال سامي حداد: لا\\_.',
				'1-1	0-3	قال	_	V	_	_	_	_	',
				'1-2	4-8	سامي	_	N	Q1[1]|*[2]	PER[1]|TITLE\\_X[2]	speaker	1-5[0_1]	',
			],
			...[
				'1-3	9-13	حداد	_	N	Q1[1]	PER[1]	_	_	',
				'1-4	13-14	:	_	_	_	_	_	_	',
				'1-5	15-18	لا\\_	_	_	*	QUOTE	_	_	',
				'1-6	18-19	.	_	_	_	_	_	_	',
				'',
			],
		].join('\n');
		const expected = ['confirmed PER سامي حداد', 'confirmed TITLE_X سامي', 'confirmed direct لا_'];
		checkRead('webanno-tsv', [{ path: 'doc.tsv', text: tsv }], ['doc.txt: قال سامي حداد: لا_.\n', ...expected]);
		// The project has the text itself, with its own line ends.
		const source = { path: 'p/source/doc.txt', text: 'قال سامي حداد: لا_.\r\n\r\n' };
		checkRead(
			'webanno-tsv',
			[source, { path: 'p/annotation/doc.txt/admin.tsv', text: tsv }],
			[`doc.txt: ${source.text}`, ...expected],
		);
	});

	test('leaves out slots and chains, and says so', () => {
		const tsv =
			'#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Event|kind|ROLE_custom.Event:who_custom.Link|custom.Who\n#T_CH=custom.Coref|referenceType|referenceRelation\n\n\n#Text=قال\n1-1	0-3	قال	say	who	1-1	x[1->1]	y->1	\n';
		checkRead(
			'webanno-tsv',
			[{ path: 'a.tsv', text: tsv }],
			['a.txt: قال\n', 'confirmed say قال'],
			['import-layer', 'import-layer'],
		);
		checkRead('webanno-tsv', [{ path: 'a.tsv', text: 'a\tb\n' }], [], ['import-no-tsv']);
	});
});

suite('UIMA CAS', () => {
	test('in JSON counts UTF-16 units and leads from the statement to its parts', () => {
		const cas = JSON.parse(written('cas-json'));
		const [sofa, meta, org, statement, cue, speaker, one, other] = cas['%FEATURE_STRUCTURES'];
		assert.equal(sofa.sofaString, text);
		assert.deepEqual([meta.begin, meta.end, meta.documentId], [0, text.length, 'news/a.txt']);
		assert.deepEqual(org, {
			'%ID': 3,
			'%TYPE': 'webanno.custom.Span',
			'@sofa': 1,
			begin: 14,
			end: 20,
			label: 'ORG',
			details: '{"id":"aaaaaa","review":"single"}',
		});
		assert.deepEqual([statement.begin, statement.end, cue.label, speaker.label], [23, 27, 'Cue', 'Speaker']);
		assert.deepEqual([one.role, one['@Governor'], one['@Dependent'], other.role], ['cue', 4, 5, 'speaker']);
		assert.deepEqual(cas['%VIEWS'], { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 4, 5, 6, 7, 8] } });
	});

	test('in XMI has every annotation in its view, and all types in its type system', () => {
		const root = readXml(written('cas-xmi')) ?? assert.fail();
		const own = [...elementsOf(root)].slice(1);
		const ids = own
			.map(({ attributes }) => attributes.get('xmi:id'))
			.filter(id => id !== undefined && id !== '0' && id !== '1');
		assert.deepEqual(own.at(-1)?.attributes.get('members')?.split(' '), ids);
		assert.equal(own.find(({ name }) => name === 'cas:Sofa')?.attributes.get('sofaString'), text);
		const [file] = format('cas-xmi').exporter?.setup?.({} as never) ?? [];
		const types = [...elementsOf(readXml(file?.text ?? '') ?? assert.fail())]
			.filter(({ name }) => name === 'name')
			.flatMap(({ children }) => children);
		assert.ok(
			['webanno.custom.Span', 'webanno.custom.Relation', 'label', 'Governor', 'documentId'].every(name =>
				types.includes(name),
			),
			String(types),
		);
	});

	test('writes U+FFFD for what XML cannot hold, and says so', () => {
		const odd = 'قال\u0001 سامي\ud800';
		const { files, losses } = exported(format('cas-xmi'), articleOf(odd, [entityAt(odd, 'aaaaaa', at(odd, 'سامي'))]));
		assert.deepEqual(losses, [{ code: 'lost-character', id: '', text: 'news/a.txt' }]);
		checkRead('cas-xmi', files, ['news/a.txt: قال\ufffd سامي\ufffd', 'confirmed PER سامي']);
	});

	test('is read with named entities and typed references', () => {
		const structures = [
			{ '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: text },
			{
				'%ID': 2,
				'%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
				'@sofa': 1,
				begin: 8,
				end: 12,
				value: 'PERS',
			},
			{ '%ID': 3, '%TYPE': 'org.example.Quote', '@sofa': 1, begin: 24, end: 26, '@speaker': 2 },
			{ '%ID': 4, '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token', '@sofa': 1, begin: 0, end: 2 },
			{ '%ID': 5, '%TYPE': 'org.example.Name', '@sofa': 1, begin: 90, end: 95 },
		];
		const json = JSON.stringify({ '%FEATURE_STRUCTURES': structures });
		checkRead(
			'cas-json',
			[{ path: 'a.json', text: json }],
			[`a.txt: ${text}`, 'confirmed PERS سلمى', 'confirmed direct لا', 'orphan Name '],
			['import-not-there'],
		);
		checkRead('cas-json', [{ path: 'a.json', text: '{"%VIEWS":{}}' }], [], ['import-no-cas']);
	});

	test('finds the typed references of XMI in the type system beside it', () => {
		const types =
			'<typeSystemDescription><types><typeDescription><features><featureDescription><name>speaker</name><rangeTypeName>uima.tcas.Annotation</rangeTypeName></featureDescription></features></typeDescription></types></typeSystemDescription>';
		const xmi =
			'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmlns:x="http:///org/example.ecore" xmi:version="2.0">' +
			'<ner:NamedEntity xmi:id="2" sofa="1" begin="4" end="8" value="PERS"/><x:Quote xmi:id="3" sofa="1" begin="10" end="12" speaker="2"/>' +
			'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="قال سامي: لا"/><cas:View sofa="1" members="2 3"/></xmi:XMI>';
		const all = [
			{ path: 'p/annotation/d.txt/TypeSystem.xml', text: types },
			{ path: 'p/annotation/d.txt/mona.xmi', text: xmi },
		];
		const found = imported(format('cas-xmi'), all);
		const [statement] = found.records.filter(record => record.kind === 'statement');
		assert.equal(statement?.speaker?.exact, 'سامي');
		checkRead('cas-xmi', [{ path: 'a.xmi', text: '<!DOCTYPE x [<!ENTITY e "e">]><xmi:XMI/>' }], [], ['import-no-cas']);
	});
});
