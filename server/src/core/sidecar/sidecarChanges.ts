import type { Anchor } from '../model.ts';
import { mainAnchors } from './mapAnchors.ts';
import { readSidecar } from './readSidecar.ts';
import { sameData } from './sameData.ts';
import type { StoredRecord } from './stored.ts';

/** What differs between two versions of a sidecar, in the order of the records. */
export interface SidecarChanges {
	/** `status.entities`, `status.statements`, and labels of the document by `labels.<key>`. */
	readonly header: readonly FieldChange[];
	readonly records: readonly RecordDifference[];
	/** A version that could not be read whole. */
	readonly unreadable?: 'old' | 'new';
}

export interface RecordDifference {
	readonly before?: StoredRecord;
	readonly after?: StoredRecord;
	/** Where both are there: what is said differently. Empty where only the place was counted anew in an edited text. */
	readonly fields: readonly FieldChange[];
}

export interface FieldChange {
	readonly field: string;
	readonly before?: string;
	readonly after?: string;
}

/** Compares two versions of a sidecar, '' where there is none. How something was decided (review, score) is left out. Never throws. */
export function sidecarChanges(oldSource: string, newSource: string): SidecarChanges {
	const [old, now] = [readSidecar(oldSource).value, readSidecar(newSource).value];
	const before = new Map(old.blocks.flatMap(({ record }) => (record === undefined ? [] : [[record.id, record]])));
	const after = new Map(now.blocks.flatMap(({ record }) => (record === undefined ? [] : [[record.id, record]])));
	const sameText = old.header.sha256 !== undefined && old.header.sha256 === now.header.sha256;
	const records: RecordDifference[] = [];
	for (const record of after.values()) {
		const was = before.get(record.id);
		if (was === undefined) {
			records.push({ after: record, fields: [] });
		} else if (!sameData(was, record)) {
			const fields = changesOf(recordFields(was), recordFields(record));
			const place = sameText && !fields.some(({ field }) => field === 'words') ? placeChange(was, record) : [];
			records.push({ before: was, after: record, fields: [...place, ...fields] });
		}
	}
	for (const record of before.values()) {
		if (!after.has(record.id)) {
			records.push({ before: record, fields: [] });
		}
	}
	const header = changesOf(headerFields(old.header), headerFields(now.header));
	const unreadable = old.readOnly === undefined ? (now.readOnly === undefined ? undefined : 'new') : 'old';
	return {
		header,
		records: records.sort((a, b) => placeOf(a) - placeOf(b)),
		...(unreadable === undefined ? {} : { unreadable }),
	};
}

function placeOf({ before, after }: RecordDifference): number {
	const record = after ?? before;
	return (record === undefined ? undefined : mainAnchors(record)[0]?.span.start) ?? Number.MAX_SAFE_INTEGER;
}

type Words = ReadonlyMap<string, string>;

function changesOf(before: Words, after: Words): readonly FieldChange[] {
	return [...new Set([...before.keys(), ...after.keys()])].flatMap(field => {
		const [was, now] = [before.get(field), after.get(field)];
		return was === now
			? []
			: [{ field, ...(was === undefined ? {} : { before: was }), ...(now === undefined ? {} : { after: now }) }];
	});
}

function headerFields({ status, labels }: ReturnType<typeof readSidecar>['value']['header']): Words {
	return new Map([
		['status.entities', status.entities],
		['status.statements', status.statements],
		...Object.entries(labels).map(([key, value]) => [`labels.${key}`, value] as const),
	]);
}

/** The same words at another place of the same text. */
function placeChange(before: StoredRecord, after: StoredRecord): readonly FieldChange[] {
	const [was, now] = [before, after].map(record =>
		mainAnchors(record)
			.map(({ span }) => `${span.start}-${span.end}`)
			.join(', '),
	);
	return was === now || was === undefined || now === undefined ? [] : [{ field: 'place', before: was, after: now }];
}

/** What a record says, as words under names. */
function recordFields(record: StoredRecord): Words {
	const found: [string, string | undefined][] = [['state', record.state]];
	switch (record.kind) {
		case 'entity':
			found.push(['label', record.label], ...placed('words', [record.at]));
			found.push(['form', record.form], ['value', record.value], ['entity', record.entity]);
			break;
		case 'statement':
			found.push(['type', record.type], ...placed('words', record.content));
			for (const part of ['cue', 'speaker', 'via', 'addressee'] as const) {
				const anchor = record[part];
				found.push(...placed(part, anchor === undefined ? [] : [anchor]));
			}
			found.push(['speakerEntity', record.speakerEntity], ['relayOf', record.relayOf], ['nestedIn', record.nestedIn]);
			break;
		case 'relation':
			found.push(['type', record.type], ['from', record.source], ['to', record.target]);
			break;
		case 'region':
			found.push(['label', record.region], ['what', record.what], ...placed('words', [record.at]));
			break;
	}
	found.push(['moved', record.moved === true ? 'true' : undefined], ['flag', record.flag ? 'true' : undefined]);
	found.push(['comment', record.comment]);
	for (const [key, value] of Object.entries(record.attributes ?? {})) {
		found.push([key, value]);
	}
	found.push(['alternatives', record.alternatives === undefined ? undefined : String(record.alternatives.length)]);
	return new Map(found.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function placed(name: string, anchors: readonly Anchor[]): [string, string][] {
	return anchors.length === 0 ? [] : [[name, anchors.map(({ exact }) => exact).join(' … ')]];
}
