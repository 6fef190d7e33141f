import type { Analysis } from '../../../server/src/core/model.ts';
import type { Offset, Span } from '../../../server/src/core/span.ts';

/** One suggestion as a line of text with its spans moved, to be compared with those of another text. */
export interface Outcome {
	readonly kind: 'name' | 'statement';
	readonly line: string;
	/** Where it begins and ends, in the offsets it was moved to. */
	readonly span: Span;
	/** A statement's speaker as resolved, which may come from anywhere in the text; empty for a name. */
	readonly who: string;
}

/** Outermost names and statements, each in one line. A line leaves out the speaker's resolved name. */
export function outcomes(analysis: Analysis, move: (at: Offset) => Offset = at => at): readonly Outcome[] {
	const moved = ({ start, end }: Span): Span => ({ start: move(start), end: move(end) });
	const place = (span: Span | undefined) => {
		if (span === undefined) return '';
		const { start, end } = moved(span);
		return `${start}-${end}`;
	};
	return [
		...analysis.entities.map(({ label, span }) => ({
			kind: 'name' as const,
			line: `${label} ${place(span)}`,
			span: moved(span),
			who: '',
		})),
		...analysis.statements.map(({ type, content, cue, speaker, via, speakerName }) => {
			const spans = [...content, ...[cue, speaker, via].filter(span => span !== undefined)].map(moved);
			return {
				kind: 'statement' as const,
				line: `${type} ${content.map(place).join(' ')} cue ${place(cue)} speaker ${place(speaker)} via ${place(via)}`,
				span: { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) },
				who: speakerName ?? '',
			};
		}),
	];
}
