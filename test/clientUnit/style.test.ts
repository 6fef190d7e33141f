import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { contrast, lineColor, safeColor, type Theme, tint } from '../../client/src/highlights/colors.ts';
import type { Look } from '../../client/src/highlights/look.ts';
import { type Style, styleOf } from '../../client/src/highlights/style.ts';

const themes: readonly Theme[] = ['light', 'dark', 'hc-light', 'hc-dark'];
const statuses = ['suggested', 'confirmed'] as const;

/** Every look that a scheme of `labels` labels can ask for. */
function looks(labels: number, color = '#3b90fe'): readonly Look[] {
	return statuses.flatMap(status => [
		...Array.from({ length: labels }, (_, pattern) => ({ role: 'name' as const, status, pattern, color })),
		...(['content', 'cue', 'speaker'] as const).map(role => ({ role, status, pattern: 0, color })),
	]);
}

/** What a style looks like to somebody who sees no colours. */
function shape({ borderStyle, borderWidth, borderRadius, outlineStyle, outlineWidth }: Style): string {
	return JSON.stringify([borderStyle, borderWidth, borderRadius, outlineStyle, outlineWidth]);
}

suite('styles of highlights', () => {
	test('use only properties that leave an Arabic line whole', () => {
		const harmless =
			/^(backgroundColor|border(Color|Style|Width|Radius)|outline(Color|Style|Width)|overviewRulerColor)$/;
		const used = themes.flatMap(theme => looks(22).flatMap(look => Object.keys(styleOf(look, theme))));
		assert.ok(used.length > 100);
		assert.deepEqual(
			used.filter(property => !harmless.test(property)),
			[],
		);
	});

	test('tell 21 labels, statement, cue and speaker, suggested and confirmed apart without colour', () => {
		for (const theme of themes) {
			const shapes = looks(21).map(look => shape(styleOf(look, theme)));
			assert.equal(new Set(shapes).size, shapes.length, theme);
		}
	});

	test('have no tints in high contrast', () => {
		for (const look of looks(5)) {
			assert.equal(styleOf(look, 'hc-dark').backgroundColor, undefined);
			assert.equal(styleOf(look, 'hc-light').backgroundColor, undefined);
		}
	});

	test('tint what is confirmed more than what is suggested', () => {
		const strength = (status: Look['status']): number =>
			Number.parseInt(
				styleOf({ role: 'name', status, pattern: 0, color: '#3b90fe' }, 'dark').backgroundColor?.slice(7) ?? '',
				16,
			);
		assert.ok(strength('confirmed') > strength('suggested'));
	});
});

suite('colours', () => {
	const foreign = [
		'red',
		'#fff',
		'#12345',
		'#1234567',
		'#123456; background-image: url(https://example.org/x)',
		'url(x)',
		'',
		undefined,
		7,
		null,
		['#123456'],
	];

	test('from a file reach CSS only as six hexadecimal digits', () => {
		assert.equal(safeColor('#A1b2C3'), '#a1b2c3');
		for (const value of foreign) assert.equal(safeColor(value), '#808080', String(value));
		for (const value of foreign) {
			for (const theme of themes) {
				for (const look of looks(1, value as string)) {
					const css = Object.entries(styleOf(look, theme)).filter(([name]) => /color/i.test(name));
					for (const [, color] of css) assert.match(color, /^#[0-9a-f]{6}([0-9a-f]{2})?$/);
				}
			}
		}
	});

	test('of lines stand out in every theme', () => {
		for (const color of ['#ffffff', '#000000', '#ffff00', '#00008b', '#888e96', '#3b90fe']) {
			assert.ok(contrast(lineColor(color, 'light'), '#ffffff') >= 3, color);
			assert.ok(contrast(lineColor(color, 'dark'), '#1f1f1f') >= 3, color);
			assert.ok(contrast(lineColor(color, 'hc-light'), '#ffffff') >= 4.5, color);
			assert.ok(contrast(lineColor(color, 'hc-dark'), '#000000') >= 4.5, color);
		}
	});

	test('of tints carry their strength', () => {
		assert.equal(tint('#102030', 0.5), '#10203080');
		assert.equal(tint('#102030', 7), '#102030ff');
	});
});
