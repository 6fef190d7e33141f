import type { AnnotationRecord, EntityRecord, StatementRecord } from '../../../server/src/core/model.ts';
import { barePart, makeAnchor } from '../../../server/src/core/sidecar/anchor.ts';
import type { Span } from '../../../server/src/core/span.ts';

/** The span of the n-th occurrence of some words, the first by default. */
export function at(text: string, words: string, n = 0): Span {
	let start = text.indexOf(words);
	for (let i = 0; i < n; i++) {
		start = text.indexOf(words, start + 1);
	}
	if (start === -1) {
		throw new Error(`no "${words}" in "${text}"`);
	}
	return { start, end: start + words.length };
}

export function entityAt(text: string, id: string, span: Span, more: Partial<EntityRecord> = {}): EntityRecord {
	return {
		id,
		kind: 'entity',
		state: 'confirmed',
		label: 'PER',
		at: makeAnchor(text, span),
		from: 'manual',
		review: 'single',
		...more,
	};
}

export function statementAt(
	text: string,
	id: string,
	parts: { readonly content: Span; readonly cue?: Span; readonly speaker?: Span },
	more: Partial<StatementRecord> = {},
): StatementRecord {
	return {
		id,
		kind: 'statement',
		state: 'confirmed',
		type: 'direct',
		content: [makeAnchor(text, parts.content)],
		...(parts.cue === undefined ? {} : { cue: barePart(text, parts.cue) }),
		...(parts.speaker === undefined ? {} : { speaker: barePart(text, parts.speaker) }),
		...more,
	};
}

/** One line a record, for comparing. */
export function told(record: AnnotationRecord): string {
	switch (record.kind) {
		case 'entity':
			return `${record.id} ${record.state} ${record.label} ${record.at.exact}`;
		case 'statement':
			return `${record.id} ${record.state} ${record.type} ${record.content.map(anchor => anchor.exact).join(' | ')}`;
		case 'relation':
			return `${record.id} ${record.state} ${record.type} ${record.source} ${record.target}`;
		case 'region':
			return `${record.id} ${record.state} ${record.region} ${record.at.exact}`;
	}
}
