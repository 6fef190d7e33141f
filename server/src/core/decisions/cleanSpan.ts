import type { Span } from '../span.ts';

/** A selection as it can be annotated: without blanks at its edges, not inside a surrogate pair; undefined where nothing is left. */
export function cleanSpan(text: string, span: Span): Span | undefined {
	let start = Math.max(0, Math.min(span.start, span.end, text.length));
	let end = Math.min(text.length, Math.max(span.start, span.end));
	if (!Number.isInteger(start) || !Number.isInteger(end)) {
		return undefined;
	}
	if (isLow(text, start)) {
		start -= 1;
	}
	if (isLow(text, end)) {
		end += 1;
	}
	while (start < end && isEdge(text.charCodeAt(start))) {
		start += 1;
	}
	while (end > start && isEdge(text.charCodeAt(end - 1))) {
		end -= 1;
	}
	return start < end ? { start, end } : undefined;
}

function isLow(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	const before = text.charCodeAt(at - 1);
	return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}

/** Blanks, line ends, a BOM, and marks that only turn the direction. */
function isEdge(unit: number): boolean {
	return (
		unit <= 0x20 ||
		unit === 0xa0 ||
		unit === 0xfeff ||
		unit === 0x061c ||
		(unit >= 0x2000 && unit <= 0x200f) ||
		(unit >= 0x2028 && unit <= 0x202f) ||
		(unit >= 0x2066 && unit <= 0x2069)
	);
}

/** Cleaned, in text order, those that overlap or touch made one. Empty where nothing is left. */
export function cleanParts(text: string, spans: readonly Span[]): readonly Span[] {
	const cleaned = spans.flatMap(span => cleanSpan(text, span) ?? []).sort((a, b) => a.start - b.start || a.end - b.end);
	const parts: Span[] = [];
	for (const span of cleaned) {
		const last = parts.at(-1);
		if (last !== undefined && span.start <= last.end) {
			parts[parts.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
		} else {
			parts.push(span);
		}
	}
	return parts;
}
