import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { escaped, rowsOf } from '../../client/src/reader/html.ts';

suite("the Reader's first HTML", () => {
	test('keeps every character one character and none of them markup', () => {
		assert.equal(escaped(`<img src=x onerror="a('&')">`), '&#60;img src=x onerror=&#34;a(&#39;&#38;&#39;)&#34;&#62;');
		assert.equal(escaped('a\0b\rc'), 'a&#65533;b&#65533;c');
		assert.equal(escaped('مـــصر\u202e\u2066👩‍👧'), 'مـــصر\u202e\u2066👩‍👧');
	});

	test('has a paragraph for every line, the headline told apart', () => {
		assert.equal(
			rowsOf(['عنوان قصير', '', 'قال الوزير.']),
			'<section class="row headline"><p dir="auto" role="heading" aria-level="1">عنوان قصير</p></section>' +
				'<section class="row empty"><p dir="auto"></p></section>' +
				'<section class="row"><p dir="auto">قال الوزير.</p></section>',
		);
		assert.ok(!rowsOf(['قال الوزير إنه سيعود غدا.', 'ثم مضى.']).includes('headline'));
	});
});
