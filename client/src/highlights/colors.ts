/** What an editor's colours stand on. */
export type Theme = 'light' | 'dark' | 'hc-light' | 'hc-dark';

const backgrounds: Readonly<Record<Theme, string>> = {
	light: '#ffffff',
	dark: '#1f1f1f',
	'hc-light': '#ffffff',
	'hc-dark': '#000000',
};

const neutral = '#808080';

/** A colour of six hexadecimal digits as it is, anything else as grey: a decoration's colour from a file could carry CSS. */
export function safeColor(value: unknown): string {
	return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : neutral;
}

/** The colour for a line or a frame in a theme: darkened or lightened until it stands out from the background. */
export function lineColor(value: unknown, theme: Theme): string {
	const color = safeColor(value);
	const background = backgrounds[theme];
	const wanted = theme === 'light' || theme === 'dark' ? 3 : 4.5;
	const goal = theme === 'light' || theme === 'hc-light' ? '#000000' : '#ffffff';
	for (let step = 0; step < 10; step++) {
		const mixed = mix(color, goal, step / 10);
		if (contrast(mixed, background) >= wanted) return mixed;
	}
	return goal;
}

/** The colour as a translucent tint, `strength` from 0 to 1. */
export function tint(value: unknown, strength: number): string {
	const alpha = Math.round(Math.min(Math.max(strength, 0), 1) * 255);
	return safeColor(value) + alpha.toString(16).padStart(2, '0');
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
	const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (high + 0.05) / (low + 0.05);
}

function mix(from: string, to: string, share: number): string {
	const target = channels(to);
	const mixed = channels(from).map((value, index) => Math.round(value + ((target[index] ?? 0) - value) * share));
	return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(color: string): number {
	const [red = 0, green = 0, blue = 0] = channels(color).map(value => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): readonly number[] {
	return [1, 3, 5].map(start => Number.parseInt(color.slice(start, start + 2), 16));
}
