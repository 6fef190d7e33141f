import type { DocumentView, Problem } from '../model.ts';
import type { ParsedText } from '../text/parsed.ts';

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
 * does not see what is there. One problem a paragraph, on its first control, a warning where there is an override.
 */
export function checkBidiControls(view: DocumentView, { paragraphs }: ParsedText): readonly Problem[] {
	if (!/[\u202a-\u202e\u2066-\u2069]/.test(view.text)) {
		return [];
	}
	return paragraphs.flatMap((paragraph, index) => {
		// Controls belong to no token: those before the first word are looked for from the paragraph before on.
		const start = index === 0 ? 0 : (paragraphs[index - 1]?.end ?? 0);
		const end = index === paragraphs.length - 1 ? view.text.length : paragraph.end;
		return checkStretch(view.text, start, end);
	});
}

function checkStretch(text: string, start: number, end: number): readonly Problem[] {
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
