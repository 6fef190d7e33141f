import { lineColor, type Theme, tint } from '../highlights/colors.ts';
import { highlightName, mostDepth, type SchemeItem } from './messages.ts';

const themes: Readonly<Record<Theme, string>> = {
	light: 'body.vscode-light',
	dark: 'body.vscode-dark',
	'hc-dark': 'body.vscode-high-contrast',
	'hc-light': 'body.vscode-high-contrast.vscode-high-contrast-light',
};

type Role = Parameters<typeof highlightName>[0];
type Status = Parameters<typeof highlightName>[1];

/**
 * CSS of the Reader's highlights and of its legend, in every theme. Told apart without colour too: a name is tinted, its line solid
 * where confirmed and dotted where suggested; what was said has one line further below, its cue two, its speaker one above.
 * What lies in another of its kind has its line deeper.
 */
export function readerPaint(scheme: SchemeItem): string {
	const labels = [...scheme.entities.map(({ color }) => color), ''];
	return Object.entries(themes)
		.flatMap(([name, selector]) => {
			const theme = name as Theme;
			return [
				...labels.flatMap((color, index) => [...rules(selector, 'name', index, color, theme)]),
				...(['content', 'cue', 'speaker'] as const).flatMap(role =>
					rules(selector, role, 0, scheme.statements.color, theme),
				),
				`${selector} { --statement: ${lineColor(scheme.statements.color, theme)}; }`,
			];
		})
		.concat(labelPaint(scheme))
		.join('\n');
}

/** The colours of labels as custom properties of `.label-N`, by place in the scheme, and of `.label-statement`. */
export function labelPaint(scheme: SchemeItem): string {
	const colors = scheme.entities.map(({ color }, index) => [String(index), color] as const);
	const all = [...colors, [String(colors.length), ''], ['statement', scheme.statements.color]] as const;
	return Object.entries(themes)
		.flatMap(([name, selector]) =>
			all.map(
				([label, color]) =>
					`${selector} .label-${label} { --label: ${lineColor(color, name as Theme)}; --label-tint: ${tint(color, 0.3)}; }`,
			),
		)
		.join('\n');
}

/** The same looks as classes, for a page on white paper. */
export function printPaint(scheme: SchemeItem): string {
	const rule = (role: Role, index: number, color: string): readonly string[] =>
		(['suggested', 'confirmed'] as const).map(
			status => `.${highlightName(role, status, index, 0)} { ${styleOf(role, status, 0, color, 'light')} }`,
		);
	return [
		...[...scheme.entities.map(({ color }) => color), ''].flatMap((color, index) => rule('name', index, color)),
		...(['content', 'cue', 'speaker'] as const).flatMap(role => rule(role, 0, scheme.statements.color)),
	].join('\n');
}

function rules(selector: string, role: Role, index: number, color: string, theme: Theme): readonly string[] {
	return (['suggested', 'confirmed'] as const).flatMap(status =>
		Array.from({ length: mostDepth }, (_, depth) => {
			const name = highlightName(role, status, index, depth);
			return `${selector} ::highlight(${name}) { ${styleOf(role, status, depth, color, theme)} }`;
		}),
	);
}

function styleOf(role: Role, status: Status, depth: number, color: string, theme: Theme): string {
	const tinted = theme === 'light' || theme === 'dark';
	const line = lineColor(color, theme);
	const background = (strength: number): string =>
		tinted ? `background-color: ${tint(color, status === 'confirmed' ? strength : strength * 0.4)};` : '';
	const decoration = (kind: string, offset: string): string =>
		`text-decoration: ${kind} ${line}; text-underline-offset: ${offset}; text-decoration-skip-ink: none;`;
	const solid = status === 'confirmed';
	switch (role) {
		case 'name':
			return `${background(0.3)} ${decoration(`underline ${solid ? 'solid 2px' : 'dotted 2px'}`, `${0.28 + depth * 0.14}em`)}`;
		case 'content':
			return decoration(`underline ${solid ? 'solid 1.5px' : 'dashed 1px'}`, `${0.5 + depth * 0.14}em`);
		case 'cue':
			return `${background(0.35)} ${decoration(`underline ${solid ? 'double 3px' : 'double 2px'}`, '0.28em')}`;
		case 'speaker':
			return decoration(`overline ${solid ? 'solid 1.5px' : 'dashed 1px'}`, '0');
	}
}
