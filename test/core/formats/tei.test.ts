import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formats } from '../../../server/src/core/formats/formats.ts';
import type { AnnotationRecord } from '../../../server/src/core/model.ts';
import { at, entityAt, statementAt } from '../sidecar/records.ts';
import { articleOf, exported, imported, shown } from './roundTrip.ts';

const tei = formats.find(({ id }) => id === 'tei') ?? assert.fail();
const text = '🔴 قالت سلمى لرويترز:\r\n«لا & <نعم>».';
const plain = { from: 'import' as const };

function check(records: readonly AnnotationRecord[], body: string, ...further: readonly string[]): void {
	const [file] = exported(tei, articleOf(text, records)).files;
	const source = file?.text ?? '';
	assert.match(source, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<TEI xmlns="http:\/\/www\.tei-c\.org\/ns\/1\.0"/);
	assert.equal(/<ab xml:space="preserve">(.*)<\/ab>/s.exec(source)?.[1], body);
	for (const line of further) assert.ok(source.includes(line), line);
}

function checkRead(body: string, expected: string, records: readonly string[], problems: readonly string[] = []): void {
	const found = imported(tei, [
		{ path: 'a.xml', text: `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text>${body}</text></TEI>` },
	]);
	assert.deepEqual(
		[found.imported.map(article => article.text).join('|'), ...shown(found.records)],
		[expected, ...records],
	);
	assert.deepEqual(
		found.problems.map(({ code }) => code),
		problems,
	);
}

suite('TEI', () => {
	test('keeps the text letter for letter around names, parts and what was said', () => {
		check(
			[
				entityAt(text, 'aaaaaa', at(text, 'رويترز'), { ...plain, label: 'ORG' }),
				statementAt(
					text,
					'bbbbbb',
					{ content: at(text, 'لا & <نعم>'), cue: at(text, 'قالت'), speaker: at(text, 'سلمى') },
					plain,
				),
			],
			'🔴 <seg xml:id="bbbbbb.cue" type="Cue">قالت</seg> <seg xml:id="bbbbbb.speaker" type="Speaker">سلمى</seg> ل<orgName xml:id="aaaaaa" type="ORG">رويترز</orgName>:&#13;&#10;«<said xml:id="bbbbbb" direct="true" who="#bbbbbb.speaker">لا &amp; &lt;نعم&gt;</said>».',
			'<relation xml:id="link1" name="cue" active="#bbbbbb" passive="#bbbbbb.cue"/>',
		);
	});

	test('writes spans that cross as anchors', () => {
		check(
			[
				entityAt(text, 'aaaaaa', at(text, 'قالت سلمى'), plain),
				entityAt(text, 'bbbbbb', at(text, 'سلمى لرويترز'), plain),
			],
			'🔴 <persName xml:id="aaaaaa" type="PER">قالت <anchor xml:id="bbbbbb.start"/>سلمى</persName> لرويترز<anchor xml:id="bbbbbb.end"/>:&#13;&#10;«لا &amp; &lt;نعم&gt;».',
			'<span xml:id="bbbbbb" type="PER" from="#bbbbbb.start" to="#bbbbbb.end"/>',
		);
	});

	test('is read as others write it: blocks as lines, runs of blanks as one, speakers by pointers', () => {
		checkRead(
			'<body><head>عنوان</head>\n <p>قال\n   <persName xml:id="p" ref="Q1">سامي  حداد</persName>: «<said who="#p" direct="false">لن\n نسمح</said>».<note>حاشية</note></p><p><placeName/><q>لا</q></p></body>',
			'عنوان\nقال سامي حداد: «لن نسمح».\nلا\n',
			['confirmed PER سامي حداد', 'confirmed indirect لن نسمح', 'confirmed direct لا'],
		);
	});

	test('refuses entities, and what has no text', () => {
		assert.deepEqual(
			imported(tei, [
				{ path: 'a.xml', text: '<!DOCTYPE TEI [<!ENTITY a "b">]><TEI><text>&a;</text></TEI>' },
			]).problems.map(({ code }) => code),
			['import-no-tei'],
		);
		assert.deepEqual(
			imported(tei, [{ path: 'a.xml', text: '<x/>' }]).problems.map(({ code }) => code),
			['import-no-tei'],
		);
	});
});
