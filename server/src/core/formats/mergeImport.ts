import type { AnnotationRecord, Annotations, Problem } from '../model.ts';
import { longerId } from '../sidecar/ids.ts';
import { mainAnchors } from '../sidecar/mapAnchors.ts';
import { sortRecords } from '../sidecar/order.ts';

export interface MergedImport {
	readonly annotations: Annotations;
	/** How many records are new, and how many were there already. */
	readonly added: number;
	readonly known: number;
	readonly problems: readonly Problem[];
}

/**
 * What was decided before, with what was imported and is new. A decision on the same place stands: an import adds, it changes
 * nothing. Where it says something else of a place, that is a problem `import-kept`. Importing the same again adds nothing.
 */
export function mergeImport(before: Annotations, imported: Annotations): MergedImport {
	const places = new Map(before.records.map(record => [placeOf(record), record]));
	const taken = new Set(before.records.map(({ id }) => id));
	const problems: Problem[] = [];
	/** From an imported record's id to that it has now. */
	const ids = new Map<string, string>();
	const fresh: AnnotationRecord[] = [];
	for (const record of imported.records) {
		if (record.kind === 'relation') continue;
		const there = places.get(placeOf(record));
		if (there !== undefined) {
			ids.set(record.id, there.id);
			if (!saysTheSame(there, record)) {
				const values = { words: mainAnchors(record)[0]?.exact ?? '', kept: whatOf(there), other: whatOf(record) };
				problems.push({ code: 'import-kept', severity: 'info', values });
			}
			continue;
		}
		const id = taken.has(record.id) ? longerId(record.id, other => taken.has(other)) : record.id;
		taken.add(id);
		ids.set(record.id, id);
		places.set(placeOf(record), record);
		fresh.push({ ...record, id });
	}
	const now = (id: string): string => ids.get(id) ?? id;
	const joined = fresh.map(record =>
		record.kind === 'statement'
			? {
					...record,
					...(record.relayOf === undefined ? {} : { relayOf: now(record.relayOf) }),
					...(record.nestedIn === undefined ? {} : { nestedIn: now(record.nestedIn) }),
				}
			: record,
	);
	for (const record of imported.records) {
		if (record.kind !== 'relation') continue;
		const moved = { ...record, source: now(record.source), target: now(record.target) };
		if (places.has(placeOf(moved))) continue;
		const id = taken.has(moved.id) ? longerId(moved.id, other => taken.has(other)) : moved.id;
		taken.add(id);
		places.set(placeOf(moved), moved);
		joined.push({ ...moved, id });
	}
	const status = { entities: before.status.entities, statements: before.status.statements };
	const { entities, statements } = imported.status;
	const annotations: Annotations = {
		status: {
			entities: status.entities === 'new' ? entities : status.entities,
			statements: status.statements === 'new' ? statements : status.statements,
		},
		labels: { ...imported.labels, ...before.labels },
		records: sortRecords([...before.records, ...joined]),
	};
	return { annotations, added: joined.length, known: imported.records.length - joined.length, problems };
}

/** Same kind and same place; a relation's place are its ends and type. An orphan has none but its words. */
function placeOf(record: AnnotationRecord): string {
	if (record.kind === 'relation') return `relation ${record.type} ${record.source} ${record.target}`;
	const anchors = mainAnchors(record);
	return record.state === 'orphan'
		? `orphan ${record.kind} ${whatOf(record)} ${anchors.map(({ exact }) => exact).join('\n')}`
		: `${record.kind} ${anchors.map(({ span }) => `${span.start}-${span.end}`).join(' ')}`;
}

function saysTheSame(a: AnnotationRecord, b: AnnotationRecord): boolean {
	return whatOf(a) === whatOf(b) && (a.state === 'rejected') === (b.state === 'rejected');
}

function whatOf(record: AnnotationRecord): string {
	const what = record.kind === 'entity' ? record.label : record.kind === 'region' ? record.region : record.type;
	return record.state === 'rejected' ? `${what}, rejected` : what;
}
