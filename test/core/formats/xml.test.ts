import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { escapeXml } from '../../../server/src/core/formats/xml/escapeXml.ts';
import { readXml, type XmlElement } from '../../../server/src/core/formats/xml/readXml.ts';

function shown(element: XmlElement | string): unknown {
	return typeof element === 'string'
		? element
		: [element.name, Object.fromEntries(element.attributes), ...element.children.map(shown)];
}

function check(source: string, expected: unknown): void {
	const root = readXml(source);
	assert.deepEqual(root && shown(root), expected);
}

suite('readXml', () => {
	test('reads elements, attributes, text, CDATA; passes over comments and instructions', () => {
		check('<?xml version="1.0"?>\n<!-- x --><a:b c="1" d=\'"\'>x<e/>y<![CDATA[<&]]></a:b>\n', [
			'a:b',
			{ c: '1', d: '"' },
			'x',
			['e', {}],
			'y',
			'<&',
		]);
	});

	test('replaces the references of XML itself, and no others', () => {
		check('<a b="&lt;&#10;&#x1F534;">&amp;&quot;&apos;&gt;</a>', ['a', { b: '<\n🔴' }, `&"'>`]);
		check('<a>&eacute;</a>', undefined);
		check('<a>&#x110000;</a>', undefined);
		check('<a>& b</a>', undefined);
	});

	test('makes line ends LF, and blanks in attributes', () => {
		check('<a b="x\r\ny">1\r2\r\n3</a>', ['a', { b: 'x y' }, '1\n2\n3']);
	});

	test('refuses document types, so that nothing is expanded or fetched', () => {
		check('<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>', undefined);
		check('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', undefined);
	});

	test('refuses what is not well formed, and what is too deep', () => {
		for (const source of [
			'',
			'x',
			'<a>',
			'<a></b>',
			'<a b=1/>',
			'<a b="1" b="2"/>',
			'<a/><b/>',
			'<a',
			'<a b="<"/>',
			'<a>]',
			'</a>',
			'<a b="1"c="2"/>',
			'<!-- x',
		]) {
			check(source, undefined);
		}
		check('<a>'.repeat(300) + '</a>'.repeat(300), undefined);
	});

	test('gives back what was escaped', () => {
		const text = '🔴 "a" <b> & \r\n\t\'';
		check(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`, ['a', { b: text }, text]);
	});
});
