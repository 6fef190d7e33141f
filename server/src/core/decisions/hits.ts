import type { AnnotationRecord, Problem } from '../model.ts';
import { type DocumentState, documentState } from '../sidecar/session.ts';
import type { Span } from '../span.ts';
import { accept } from './accept.ts';
import { applyChange } from './applyChange.ts';
import type { Decision, RecordChange } from './decision.ts';
import { label as labelPlace } from './label.ts';
import { link } from './link.ts';
import { reject } from './reject.ts';

export interface HitDecision {
	readonly action: 'accept' | 'reject' | 'label' | 'link';
	readonly label?: string;
	readonly entity?: string;
}

/** A place that was ticked; with an id it is that name or statement. */
export interface TickedPlace {
	readonly span: Span;
	readonly id?: string;
}

/** One decision on several places of a document, as one change. What is labelled in this way is marked as decided in bulk. */
export function decideHits(state: DocumentState, places: readonly TickedPlace[], decision: HitDecision): Decision {
	const ids: string[] = [];
	const problems: Problem[] = [];
	let current = state;
	for (const place of places) {
		const decided = decideOne(current, place, decision);
		problems.push(...decided.problems);
		ids.push(...decided.ids);
		const records = decided.change.records.map(change => bulk(change, places.length));
		if (records.length > 0) {
			const annotations = applyChange(current.annotations, { records });
			current = documentState(current.text, current.analysis, annotations, current.names);
		}
	}
	return { ids, problems, change: { records: difference(state, current) } };
}

function decideOne(state: DocumentState, { span, id }: TickedPlace, { action, label, entity }: HitDecision): Decision {
	if (action === 'label') {
		return labelPlace(state, { span, label: label ?? '', ...(entity === undefined ? {} : { entity }) });
	}
	const named = id ?? '';
	if (action === 'link') {
		return link(state, { id: named, entity: entity ?? '' });
	}
	return action === 'accept' ? accept(state, { id: named }) : reject(state, { id: named });
}

function bulk(change: RecordChange, places: number): RecordChange {
	const { after } = change;
	return after === undefined || places === 1 || change.before !== undefined
		? change
		: { ...change, after: { ...after, review: 'bulk' } };
}

function difference(before: DocumentState, after: DocumentState): readonly RecordChange[] {
	const old = new Map<string, AnnotationRecord>(before.annotations.records.map(record => [record.id, record]));
	const changes: RecordChange[] = [];
	for (const record of after.annotations.records) {
		const was = old.get(record.id);
		old.delete(record.id);
		if (was !== record) changes.push(was === undefined ? { after: record } : { before: was, after: record });
	}
	return [...changes, ...[...old.values()].map(gone => ({ before: gone }))];
}
