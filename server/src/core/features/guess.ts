/**
 * Feature: Guess the rest of a statement.
 *
 * When somebody marks what was said, the type is read off the quotation marks, and cue and speaker are offered, best first: those
 * of the suggestion that says nearly the same, then what stands near.
 */
import type { DocumentView, EntityView, StatementType, StatementView } from '../model.ts';
import { covers, hull, iou, overlaps, type Span } from '../span.ts';
import type { ParsedText } from '../text/parsed.ts';

export interface Guess {
	readonly type: StatementType;
	/** Best first. */
	readonly cues: readonly Span[];
	readonly speakers: readonly SpeakerGuess[];
}

export interface SpeakerGuess {
	/** Where the source stands as written; absent for one taken over from an earlier statement. */
	readonly span?: Span;
	readonly name?: string;
	/** Key of the register, or "unnamed:…". */
	readonly entity?: string;
}

const mostSpeakers = 6;

/** What goes with a content that was marked, whole parts in text order; never throws. */
export function guess(view: DocumentView, parsed: ParsedText, content: readonly Span[]): Guess {
	const marked = hull(content) ?? { start: 0, end: 0 };
	const near = view.statements
		.filter(statement => statement.status !== 'orphan' && statement.status !== 'rejected')
		.map(statement => ({ statement, likeness: iou(statement.content, content) }))
		.filter(({ statement, likeness }) => likeness > 0 || sharesParagraph(parsed, statement, marked))
		.sort((a, b) => b.likeness - a.likeness || distance(a.statement, marked) - distance(b.statement, marked))
		.map(({ statement }) => statement);
	const cues = near.flatMap(({ cue }) => (cue === undefined || overlaps(cue, marked) ? [] : [cue]));
	return { type: typeByMarks(parsed, content), cues: distinct(cues), speakers: speakers(view, parsed, near, marked) };
}

/** The guideline: quotation marks alone decide. */
function typeByMarks(parsed: ParsedText, content: readonly Span[]): StatementType {
	const inner = parsed.quotations.map(quotation => quotation.inner);
	if (
		content.length > 0 &&
		content.every(part => inner.some(quoted => covers(quoted, part) || (covers(part, quoted) && nearly(part, quoted))))
	) {
		return 'direct';
	}
	return content.some(part => inner.some(quoted => overlaps(part, quoted))) ? 'mixed' : 'indirect';
}

/** The marks themselves were selected along with what they hold. */
function nearly(part: Span, quoted: Span): boolean {
	return quoted.start - part.start <= 2 && part.end - quoted.end <= 2;
}

function speakers(
	view: DocumentView,
	parsed: ParsedText,
	near: readonly StatementView[],
	marked: Span,
): SpeakerGuess[] {
	const found: SpeakerGuess[] = near
		.filter(({ speaker, speakerName }) => speaker !== undefined || speakerName !== undefined)
		.map(speakerOf);
	const paragraph = paragraphAt(parsed, marked);
	const inReach = view.entities
		.filter(
			entity =>
				isSource(entity) && !overlaps(entity.span, marked) && paragraph !== undefined && covers(paragraph, entity.span),
		)
		.sort((a, b) => gap(a.span, marked) - gap(b.span, marked));
	found.push(
		...inReach.map(({ span, text, entity }) => ({ span, name: text, ...(entity === undefined ? {} : { entity }) })),
	);
	const before = view.statements.filter(
		({ content, speakerName }) => speakerName !== undefined && (content[0]?.start ?? 0) < marked.start,
	);
	const last = before.at(-1);
	if (last !== undefined) {
		const { speakerName: name, speakerEntity: entity } = last;
		found.push({ ...(name === undefined ? {} : { name }), ...(entity === undefined ? {} : { entity }) });
	}
	const seen = new Set<string>();
	return found
		.filter(({ span, name }) => {
			const key = `${span?.start ?? ''}-${span?.end ?? ''}-${span === undefined ? name : ''}`;
			return !seen.has(key) && seen.add(key);
		})
		.slice(0, mostSpeakers);
}

function speakerOf({ speaker: span, speakerName: name, speakerEntity: entity }: StatementView): SpeakerGuess {
	return {
		...(span === undefined ? {} : { span }),
		...(name === undefined ? {} : { name }),
		...(entity === undefined ? {} : { entity }),
	};
}

function isSource({ status, label }: EntityView): boolean {
	return (status === 'suggested' || status === 'confirmed') && (label === 'PER' || label === 'ORG' || label === 'PERS');
}

function sharesParagraph(parsed: ParsedText, statement: StatementView, marked: Span): boolean {
	const paragraph = paragraphAt(parsed, marked);
	const place = hull(statement.content);
	return paragraph !== undefined && place !== undefined && overlaps(paragraph, place);
}

function paragraphAt(parsed: ParsedText, span: Span): Span | undefined {
	return parsed.paragraphs.find(paragraph => overlaps(paragraph, span));
}

function distance(statement: StatementView, marked: Span): number {
	return gap(hull(statement.content) ?? marked, marked);
}

/** What follows is less likely than what stands before, at the same distance. */
function gap(span: Span, marked: Span): number {
	return span.end <= marked.start ? marked.start - span.end : (span.start - marked.end) * 2;
}

function distinct(spans: readonly Span[]): Span[] {
	const seen = new Set<string>();
	return spans.filter(({ start, end }) => !seen.has(`${start}-${end}`) && seen.add(`${start}-${end}`));
}
