/** The twelve names a scheme may use: hues after Okabe and Ito and after the ColorBrewer paired set, as borders on light and dark grounds. */
export const namedColors: Readonly<Record<string, string>> = {
	blue: '#3b90fe',
	red: '#c43c0b',
	green: '#539b65',
	purple: '#a250a0',
	yellow: '#b19200',
	gray: '#888e96',
	orange: '#d55e00',
	teal: '#009e73',
	pink: '#cc79a7',
	brown: '#a6761d',
	cyan: '#2a9fc9',
	indigo: '#6a5acd',
};

/** A colour as `#rrggbb` in lower case; undefined for anything but that form and the twelve names, since what goes into a style sheet must be no more than a colour. */
export function readColor(text: string): string | undefined {
	return Object.hasOwn(namedColors, text)
		? namedColors[text]
		: /^#[0-9a-f]{6}$/i.test(text)
			? text.toLowerCase()
			: undefined;
}
