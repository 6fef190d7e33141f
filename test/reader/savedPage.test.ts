import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { DocumentItem } from '../../client/src/reader/messages.ts';
import { savedPage } from '../../client/src/reader/savedPage.ts';
import { scheme } from './support.ts';

const lines = ['قال سامر <b> إن «الوفد عاد».'];

const document: DocumentItem = {
	version: 1,
	revision: 1,
	entities: [
		{
			id: 'e1',
			status: 'confirmed',
			label: 'PER',
			range: range(4, 8),
			text: 'سامر',
			name: 'سامر',
			from: 'rule',
		},
		{ id: 'e2', status: 'rejected', label: 'PER', range: range(0, 3), text: 'قال', name: 'قال', from: 'rule' },
		{ id: 'e3', status: 'suggested', label: 'ORG', range: range(18, 22), text: 'لوفد', name: 'الوفد', from: 'rule' },
	],
	statements: [
		{
			id: 's1',
			status: 'suggested',
			type: 'direct',
			content: [range(17, 26)],
			text: 'الوفد عاد',
			cue: range(0, 3),
			speaker: range(4, 8),
			speakerName: '<i>سامر',
			how: 'named',
			from: 'rule',
		},
	],
	regions: [],
	status: { entities: 'draft', statements: 'draft' },
	problems: [],
};

function range(start: number, end: number): DocumentItem['entities'][number]['range'] {
	return { start: { line: 0, character: start }, end: { line: 0, character: end } };
}

suite('the saved page', () => {
	const page = savedPage({ lines, document, scheme, language: 'ar', title: '</title>a.txt', font: 'AAAA' });
	const paragraph = /<p dir="auto">(.*)<\/p>/.exec(page)?.[1] ?? '';

	test('has the text to the letter, marks within marks, nothing that was rejected', () => {
		assert.equal(paragraph.replace(/<[^>]*>/g, ''), 'قال سامر &#60;b&#62; إن «الوفد عاد».');
		assert.equal(
			paragraph,
			'<span class="cue-0-suggested-0">قال</span> ' +
				'<span class="speaker-0-suggested-0"><span class="name-0-confirmed-0">سامر</span></span> &#60;b&#62; إن «' +
				'<span class="content-0-suggested-0">ا</span>' +
				'<span class="content-0-suggested-0"><span class="name-1-suggested-0">لوفد</span></span>' +
				'<span class="content-0-suggested-0"> عاد</span>».',
		);
	});

	test('says who speaks, and takes nothing for markup', () => {
		assert.match(page, /<b><bdi>&#60;i&#62;سامر<\/bdi><\/b><span><bdi>Direct<\/bdi><\/span>/);
		assert.match(page, /<title>&#60;\/title&#62;a\.txt<\/title>/);
		assert.doesNotMatch(page, /<script|src=|href=|https?:/);
	});
});
