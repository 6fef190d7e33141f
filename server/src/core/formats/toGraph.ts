import type { Anchor, AnnotationRecord, Annotations, StatementRecord } from '../model.ts';
import { exactOf } from '../sidecar/anchor.ts';
import { mainAnchors } from '../sidecar/mapAnchors.ts';
import { derivableIds } from './bornIds.ts';
import { fieldsOf } from './fields.ts';
import type { Graph, Link, Mark } from './graph.ts';
import type { Loss } from './loss.ts';
import { type LinkRole, linkName, type SpanRole, spanName } from './names.ts';

export interface GraphOfRecords {
	readonly graph: Graph;
	/** Orphans, which have no place to write down; of unsettled conflicts the other versions; relations of what is left out. */
	readonly losses: readonly Loss[];
	/** Ids of records that every reader would give them again. */
	readonly derivable: ReadonlySet<string>;
}

/** Records as labelled spans and links: a statement becomes one of its content, one of its cue, its speaker …, linked by name. */
export function toGraph(text: string, { records, labels }: Annotations): GraphOfRecords {
	const losses: Loss[] = [];
	const lose = (code: string, record: AnnotationRecord): void => {
		losses.push({ code, id: record.id, text: wordsOf(record) });
	};
	const placed = records.filter(record => record.state !== 'orphan' && isPlaced(text, record));
	const kept = new Set(placed.map(record => record.id));
	for (const record of records) {
		if (!kept.has(record.id)) lose('lost-orphan', record);
		else if (record.alternatives !== undefined) lose('lost-alternatives', record);
	}
	const marks: Mark[] = [];
	const links: Link[] = [];
	for (const record of placed) {
		switch (record.kind) {
			case 'entity':
				marks.push(markOf(record, record.label, [record.at]));
				break;
			case 'region':
				marks.push(markOf(record, spanName('region'), [record.at]));
				break;
			case 'statement':
				addStatement(record, { marks, links, kept, lose });
				break;
			case 'relation': {
				const { id, type, source, target } = record;
				if (kept.has(source) && kept.has(target)) {
					links.push({ id, type, source, target, fields: fieldsOf(record) });
				} else {
					lose('lost-relation-end', record);
				}
			}
		}
	}
	return { graph: { marks, links, documentLabels: labels }, losses, derivable: derivableIds(text, placed) };
}

/** The words of a record, for a report. */
function wordsOf(record: AnnotationRecord): string {
	return record.kind === 'relation'
		? `${record.type} ${record.source} ${record.target}`
		: (mainAnchors(record)[0]?.exact ?? '');
}

function isPlaced(text: string, record: AnnotationRecord): boolean {
	return mainAnchors(record).every(({ span }) => span.start < span.end && span.end <= text.length);
}

function markOf(record: AnnotationRecord, label: string, anchors: readonly Anchor[]): Mark {
	return { id: record.id, label, parts: anchors.map(({ span }) => span), fields: fieldsOf(record) };
}

interface Place {
	readonly marks: Mark[];
	readonly links: Link[];
	readonly kept: ReadonlySet<string>;
	readonly lose: (code: string, record: AnnotationRecord) => void;
}

const parts = ['cue', 'speaker', 'via', 'addressee'] as const satisfies readonly (LinkRole & SpanRole)[];

function addStatement(record: StatementRecord, { marks, links, kept, lose }: Place): void {
	marks.push(markOf(record, spanName('statement'), record.content));
	const link = (role: LinkRole, target: string): void => {
		links.push({ id: '', type: linkName(role), source: record.id, target, fields: {} });
	};
	for (const part of parts) {
		const anchor = record[part];
		if (anchor === undefined) continue;
		if (anchor.span.start >= anchor.span.end) {
			lose('lost-part', record);
			continue;
		}
		const id = `${record.id}.${part}`;
		marks.push({ id, label: spanName(part), parts: [anchor.span], fields: {} });
		link(part, id);
	}
	for (const role of ['relayOf', 'nestedIn'] as const) {
		const target = record[role];
		if (target === undefined) continue;
		if (kept.has(target)) link(role, target);
		else lose('lost-relation-end', record);
	}
}

/** The words of a mark, for a report. */
export function wordsOfMark(text: string, { parts: spans }: Mark): string {
	return exactOf(spans.map(({ start, end }) => text.slice(start, end)).join(' '));
}
