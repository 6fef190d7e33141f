import type { DocumentView, Problem } from '../model.ts';

/** Names as Unicode abbreviates them. Marks (LRM, RLM, ALM) are not among them: they move no letter by themselves. */
const controls: Readonly<Record<string, string>> = {
	'\u202a': 'LRE',
	'\u202b': 'RLE',
	'\u202c': 'PDF',
	'\u202d': 'LRO',
	'\u202e': 'RLO',
	'\u2066': 'LRI',
	'\u2067': 'RLI',
	'\u2068': 'FSI',
	'\u2069': 'PDI',
};

/**
 * Check: bidi controls in the text.
 *
 * They are invisible and change the order in which words are shown; overrides (LRO, RLO) even that of letters, so that a reader
 * does not see what is there. One problem a line, on its first control, a warning where there is an override.
 */
export function checkBidiControls({ text }: DocumentView): readonly Problem[] {
	if (!/[\u202a-\u202e\u2066-\u2069]/.test(text)) {
		return [];
	}
	const problems: Problem[] = [];
	let start = 0;
	for (let i = 0; i <= text.length; i++) {
		const unit = i < text.length ? text.charCodeAt(i) : 0x0a;
		if (unit === 0x0a || unit === 0x0d) {
			problems.push(...checkLine(text, start, i));
			start = i + 1;
		}
	}
	return problems;
}

function checkLine(text: string, start: number, end: number): readonly Problem[] {
	const counts = new Map<string, number>();
	let first: number | undefined;
	for (let i = start; i < end; i++) {
		const name = controls[text.charAt(i)];
		if (name !== undefined) {
			counts.set(name, (counts.get(name) ?? 0) + 1);
			first ??= i;
		}
	}
	if (first === undefined) {
		return [];
	}
	const overrides = counts.has('LRO') || counts.has('RLO');
	const list = [...counts].map(([name, count]) => (count === 1 ? name : `${name} ×${count}`)).join(', ');
	return [
		{
			code: overrides ? 'bidi-override' : 'bidi-control',
			severity: overrides ? 'warning' : 'info',
			span: { start: first, end: first + 1 },
			values: { controls: list },
		},
	];
}
