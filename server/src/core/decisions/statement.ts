import type { StatementRecord, StatementType } from '../model.ts';
import { barePart, makeAnchor } from '../sidecar/anchor.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { equals, type Span } from '../span.ts';
import { acceptedStatement, optional } from './accepted.ts';
import { cleanParts, cleanSpan } from './cleanSpan.ts';
import { type Decision, decided, refused, standing } from './decision.ts';
import { newRecordId } from './newRecordId.ts';
import { speakerOf } from './speaker.ts';

export interface StatementArguments {
	readonly content: readonly Span[];
	readonly type?: StatementType;
	readonly cue?: Span;
	readonly speaker?: Span;
	/** Key in the register, or "unnamed:…". */
	readonly speakerEntity?: string;
	readonly via?: Span;
}

/**
 * Marks a statement. Its type is read off the quotation marks where none is given. What stands at the same content already is
 * completed; what the machine suggested for it lends the parts that are not given.
 */
export function statement(state: DocumentState, args: StatementArguments): Decision {
	const content = cleanParts(state.text, args.content);
	const first = content[0];
	if (first === undefined) {
		return refused('statement-nothing');
	}
	const there = sameContent(state, content);
	if (there === undefined) {
		const type = args.type ?? typeOf(state.text, content);
		const record: StatementRecord = {
			id: newRecordId(state, 'statement', type, first),
			kind: 'statement',
			state: 'confirmed',
			type,
			content: content.map(span => makeAnchor(state.text, span)),
			...given(state, args),
			from: 'manual',
			review: 'single',
		};
		return decided(state, [record.id], [record]);
	}
	const { moved: _moved, ...rest } = there.record;
	const record: StatementRecord = {
		...rest,
		state: 'confirmed',
		type: args.type ?? there.record.type,
		...given(state, args),
	};
	const changed = there.suggested || there.record.state !== 'confirmed' || Object.keys(given(state, args)).length > 0;
	return changed || record.type !== there.record.type ? decided(state, [record.id], [record]) : standing(record.id);
}

/** The parts that the caller names. */
function given(state: DocumentState, args: StatementArguments): Partial<StatementRecord> {
	const cue = args.cue && cleanSpan(state.text, args.cue);
	const via = args.via && cleanSpan(state.text, args.via);
	const speaker = args.speaker && cleanSpan(state.text, args.speaker);
	return {
		...optional('cue', cue && barePart(state.text, cue)),
		...(speaker === undefined && args.speakerEntity === undefined ? {} : speakerOf(state, speaker, args.speakerEntity)),
		...optional('via', via && barePart(state.text, via)),
	};
}

function sameContent(
	state: DocumentState,
	content: readonly Span[],
): { readonly record: StatementRecord; readonly suggested: boolean } | undefined {
	const same = (spans: readonly Span[]): boolean =>
		spans.length === content.length &&
		spans.every((span, index) => equals(span, content[index] ?? { start: -1, end: -1 }));
	for (const record of state.annotations.records) {
		if (record.kind === 'statement' && record.state !== 'orphan' && same(record.content.map(anchor => anchor.span))) {
			return { record, suggested: false };
		}
	}
	const view = state.view.statements.find(candidate => candidate.status === 'suggested' && same(candidate.content));
	return view && { record: acceptedStatement(state, view), suggested: true };
}

const opening = new Set(['«', '"', '“', '”', '„', '‘', "'"]);
const closing = new Set(['»', '"', '”', '“', '’', "'"]);

/** All of it in quotation marks is direct, a part of it mixed, none indirect. */
function typeOf(text: string, content: readonly Span[]): StatementType {
	const quoted = content.every(
		({ start, end }) => opening.has(text.charAt(start - 1)) && closing.has(text.charAt(end)),
	);
	if (quoted) {
		return 'direct';
	}
	const some = content.some(({ start, end }) => {
		const words = text.slice(start, end);
		return words.includes('«') || words.includes('“') || words.indexOf('"') !== words.lastIndexOf('"');
	});
	return some ? 'mixed' : 'indirect';
}
