import type { Anchor, AnnotationRecord } from '../model.ts';
import { makeAnchor } from '../sidecar/anchor.ts';
import { nearestSpan } from '../sidecar/nearestSpan.ts';
import type { DocumentState } from '../sidecar/session.ts';
import type { Span } from '../span.ts';
import { cleanSpan } from './cleanSpan.ts';
import { type Decision, decided, refused } from './decision.ts';
import { findTarget } from './find.ts';

/** Gives an orphan a place: a name's, or where a statement's content begins now; its other parts are looked for nearby. */
export function place(state: DocumentState, args: { readonly id: string; readonly span: Span }): Decision {
	const target = findTarget(state, args.id);
	if (target === undefined) {
		return refused('unknown-id', { id: args.id });
	}
	const span = cleanSpan(state.text, args.span);
	if (span === undefined) {
		return refused('label-nothing');
	}
	if (target.record.kind === 'relation') {
		return refused('nothing-to-adjust', { id: args.id });
	}
	const { moved: _moved, was, ...rest } = placed(state.text, target.record, span);
	const record: AnnotationRecord = { ...rest, state: rest.state === 'orphan' ? (was ?? 'confirmed') : rest.state };
	return decided(state, [args.id], [record]);
}

function placed(text: string, record: AnnotationRecord, span: Span): AnnotationRecord {
	if (record.kind === 'entity' || record.kind === 'region') {
		return { ...record, at: makeAnchor(text, span) };
	}
	if (record.kind !== 'statement') {
		return record;
	}
	const near = (anchor: Anchor): Anchor => ({
		...anchor,
		span: nearestSpan(text, anchor.exact, span) ?? { start: span.start, end: span.start },
	});
	return {
		...record,
		content: record.content.map((anchor, index) => (index === 0 ? makeAnchor(text, span) : near(anchor))),
		...(record.cue === undefined ? {} : { cue: near(record.cue) }),
		...(record.speaker === undefined ? {} : { speaker: near(record.speaker) }),
		...(record.via === undefined ? {} : { via: near(record.via) }),
		...(record.addressee === undefined ? {} : { addressee: near(record.addressee) }),
	};
}
