import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arabicFontConfiguration, isProperArabicFace } from '../../build/arabicFont.ts';

describe('a face made for reading Arabic', () => {
	const check = (families: string, expected: boolean): void => {
		test(families || 'nothing', () => assert.equal(isProperArabicFace(families), expected));
	};
	check('Noto Naskh Arabic', true);
	check('Amiri', true);
	check('DejaVu Sans,DejaVu Sans Condensed', false);
	check('FreeSerif', false);
	check('Unifont', false);
	check('', false);
});

test('the font configuration survives a strange folder name', () => {
	assert.match(arabicFontConfiguration('/home/a & b'), /<dir>\/home\/a &amp; b\/node_modules/);
});
