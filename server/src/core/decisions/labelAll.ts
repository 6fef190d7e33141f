import type { AnnotationRecord, EntityRecord } from '../model.ts';
import { longerId } from '../sidecar/ids.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { covers, equals, overlaps, type Span } from '../span.ts';
import { matchKey } from '../text/key.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { optional } from './accepted.ts';
import { type Decision, decided, refused } from './decision.ts';
import { findTarget } from './find.ts';
import { newEntity } from './label.ts';

export interface LabelAllArguments {
	readonly id: string;
	/** Of the places it would label, only these. */
	readonly only?: readonly Span[];
}

/**
 * Labels every other mention of a name in the document as this one is: the same words by match key, whole, with attached و ف ب
 * ك ل left outside (after لل from the second ل). Places that somebody decided on are left alone. A suggestion is itself accepted too. For a dry run, do not apply it.
 */
export function labelAll(state: DocumentState, { id, only }: LabelAllArguments): Decision {
	const target = findTarget(state, id);
	if (target === undefined) {
		return refused('unknown-id', { id });
	}
	const { record } = target;
	if (record.kind !== 'entity' || record.state === 'orphan') {
		return refused(record.kind === 'entity' ? 'orphan-needs-place' : 'only-entities', { id });
	}
	const own: readonly AnnotationRecord[] = target.kind === 'suggestion' ? [record] : [];
	const wanted = (span: Span): boolean => only === undefined || only.some(other => equals(other, span));
	const others = mentions(state, record)
		.filter(wanted)
		.map((span): EntityRecord => {
			const fresh = newEntity(state, span, record.label);
			return { ...fresh, ...optional('entity', record.entity), review: 'bulk' };
		});
	const records = distinct([...own, ...others]);
	return decided(
		state,
		records.map(fresh => fresh.id),
		records,
	);
}

/** Records born in one step do not know of each other's ids. */
function distinct(records: readonly AnnotationRecord[]): readonly AnnotationRecord[] {
	const ids = new Set<string>();
	return records.map(record => {
		const id = ids.has(record.id) ? longerId(record.id, other => ids.has(other)) : record.id;
		ids.add(id);
		return { ...record, id };
	});
}

function mentions({ text, annotations, view }: DocumentState, record: EntityRecord): readonly Span[] {
	const decidedSpans = annotations.records.flatMap(other =>
		other.kind === 'entity' && other.state !== 'orphan' ? [other.at.span] : [],
	);
	const free = (span: Span): boolean =>
		!overlaps(span, record.at.span) && !decidedSpans.some(other => overlaps(other, span));
	// A part of a longer name is not this name.
	const longer = view.entities.filter(other => other.status === 'suggested').map(other => other.span);
	const whole = (span: Span): boolean => !longer.some(other => covers(other, span) && !equals(other, span));
	const tokens = tokenize(text);
	const words = tokenize(text.slice(record.at.span.start, record.at.span.end)).map(token => token.key);
	const found: Span[] = [];
	for (let i = 0; i + words.length <= tokens.length; i++) {
		const span = mentionAt(text, tokens, i, words);
		if (span !== undefined && free(span) && whole(span)) {
			found.push(span);
			i += words.length - 1;
		}
	}
	return found;
}

function mentionAt(text: string, tokens: readonly Token[], at: number, words: readonly string[]): Span | undefined {
	const first = tokens[at];
	const last = tokens[at + words.length - 1];
	if (first === undefined || last === undefined || !words.every((word, k) => k === 0 || tokens[at + k]?.key === word)) {
		return undefined;
	}
	const start = startWithin(text, first, words[0] ?? '');
	return start === undefined ? undefined : { start, end: last.end };
}

/** Where the word begins in the token, behind at most two attached letters; undefined where it is another word. */
function startWithin(text: string, token: Token, word: string): number | undefined {
	if (token.key === word) {
		return token.start;
	}
	const contracted = behindArticle(text, token, word);
	if (contracted !== undefined) {
		return contracted;
	}
	const attached = token.key.length - word.length;
	if (
		word === '' ||
		attached < 1 ||
		attached > 2 ||
		!token.key.endsWith(word) ||
		!/^[وف]?[بكل]?$/.test(token.key.slice(0, attached))
	) {
		return undefined;
	}
	for (let start = token.start + attached; start < token.end; start++) {
		if (matchKey(text.slice(start, token.end)) === word) {
			return start;
		}
	}
	return undefined;
}

/** الراوي in للراوي begins at the second ل. */
function behindArticle(text: string, token: Token, word: string): number | undefined {
	const contracted = `لل${word.slice(2)}`;
	if (
		!word.startsWith('ال') ||
		word.length < 4 ||
		!/^[وف]?لل/.test(token.key) ||
		token.key.replace(/^[وف](?=لل)/, '') !== contracted
	) {
		return undefined;
	}
	const at = text.slice(token.start, token.end).indexOf('لل');
	return at === -1 ? undefined : token.start + at + 1;
}
