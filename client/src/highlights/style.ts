import { lineColor, safeColor, type Theme, tint } from './colors.ts';
import type { Look } from './look.ts';

/**
 * CSS of a decoration, of the properties that leave an Arabic line whole. Never `color`, `textDecoration`, `fontStyle`,
 * `letterSpacing`, `before` or `after`: these cut the line into parts, which VS Code lays out from left to right.
 */
export interface Style {
	readonly backgroundColor?: string;
	readonly borderColor?: string;
	readonly borderStyle?: string;
	readonly borderWidth?: string;
	readonly borderRadius?: string;
	readonly outlineColor?: string;
	readonly outlineStyle?: string;
	readonly outlineWidth?: string;
	readonly overviewRulerColor?: string;
}

/**
 * How a look is drawn in a theme. Told apart without colour too: the sides and corners of a name's frame are its label,
 * a solid line is confirmed and a dashed one suggested, a statement is tinted with one line under it, its cue has a heavy
 * line above and below, its speaker a ring with round ends. A mark inside one of its own look has a thin frame besides. In
 * high contrast lines alone speak.
 */
export function styleOf(look: Look, theme: Theme): Style {
	const tinted = theme === 'light' || theme === 'dark';
	const line = look.status === 'confirmed' ? 'solid' : 'dashed';
	const color = lineColor(look.color, theme);
	const border = (borderWidth: string, borderRadius: string): Style => ({
		borderColor: color,
		borderStyle: line,
		borderWidth,
		borderRadius,
	});
	const background = (strength: number): Style => (tinted ? { backgroundColor: tint(look.color, strength) } : {});
	const weight = look.status === 'confirmed' ? 1 : 0.4;
	const frame: Style = { outlineColor: color, outlineStyle: line, outlineWidth: '1px' };
	const inner = look.layer === undefined ? {} : frame;

	switch (look.role) {
		case 'name':
			return {
				...background(0.3 * weight),
				...border(...patternAt(look.pattern)),
				...inner,
				overviewRulerColor: safeColor(look.color),
			};
		case 'content':
			return { ...background(0.2 * weight), ...border('0 0 1px 0', '0'), ...inner };
		case 'cue':
			return { ...background(0.4 * weight), ...border('2px 0 2px 0', '0') };
		case 'speaker':
			return { ...frame, borderRadius: '16px' };
		case 'region':
			return { ...border('1px 1px 1px 1px', '0'), borderStyle: 'dotted' };
	}
}

/** Widths of the four sides (top, right, bottom, left) and the corners' radius, one for each place in a scheme. */
const patterns: readonly (readonly [width: string, radius: string])[] = [
	['1px 1px 1px 1px', '4px'],
	['1px 1px 3px 1px', '0'],
	['0 0 3px 0', '0'],
	['0 2px 0 2px', '5px'],
	['3px 0 0 0', '0'],
	['0 0 2px 2px', '0'],
	['2px 2px 0 0', '0'],
	['0 2px 2px 0', '0'],
	['2px 0 0 2px', '0'],
	['1px 0 3px 0', '0'],
	['0 0 0 4px', '0'],
	['0 4px 0 0', '0'],
	['3px 1px 1px 1px', '0'],
	['1px 3px 1px 1px', '0'],
	['1px 1px 1px 3px', '0'],
	['2px 2px 0 2px', '0'],
	['0 2px 2px 2px', '0'],
	['2px 0 2px 2px', '0'],
	['2px 2px 2px 0', '0'],
	['2px 2px 2px 2px', '0'],
	['3px 0 3px 0', '0'],
	['0 3px 0 3px', '0'],
];

function patternAt(index: number): readonly [width: string, radius: string] {
	return patterns[index % patterns.length] ?? ['1px', '0'];
}
