import type { Problem, Result } from '../model.ts';
import type { Span } from '../span.ts';
import { findConflict } from './conflictMarkers.ts';
import { emptyHeader, type Header, readHeader, sidecarVersion } from './header.ts';
import { longerId } from './ids.ts';
import { unifyLineEnds } from './lineEnds.ts';
import { readLines } from './lineReader.ts';
import { readRecord } from './readRecord.ts';
import { type RecordFile, splitRecords } from './recordFile.ts';
import { sameData } from './sameData.ts';
import type { StoredRecord } from './stored.ts';
import { duplicateKey, type MapNode, type YamlNode } from './yamlNode.ts';
import { readYaml } from './yamlReader.ts';

/** newer: written by a later Isnad; conflict: git's markers; syntax, form: cannot be rewritten without losing something. */
export type ReadOnlyReason = 'newer' | 'conflict' | 'syntax' | 'form' | 'too-large';

export interface SidecarFile {
	/** As it was read. */
	readonly given: string;
	/** LF, without BOM. The pieces below are cut from it. */
	readonly source: string;
	/** Up to and with the line `records:`. */
	readonly head: string;
	readonly blocks: readonly Block[];
	/** Whatever follows the records. */
	readonly tail: string;
	readonly list: RecordFile['list'];
	readonly header: Header;
	/** Why the file must not be written. */
	readonly readOnly?: ReadOnlyReason;
}

/** The text of one record with its comments. Without `record` it could not be used, and is kept as it is. */
export interface Block {
	readonly text: string;
	readonly record?: StoredRecord;
	/** Where `record` had to be given another id: as it stands in the text. */
	readonly written?: StoredRecord;
	/** The record says the same as an earlier one with this id; left out at the next rewrite. */
	readonly repeats?: boolean;
}

/** UTF-16 units of a sidecar, and of one record; what is larger is not read. */
const maxSource = 32 * 1024 * 1024;
const maxRecord = 64 * 1024;
const maxHead = 256 * 1024;
/** So many records are read, and so many units of records that are not in our own form: the library takes its time. */
const maxBlocks = 200_000;
const maxForeign = 2 * 1024 * 1024;
/** Further problems are not told: mending these comes first. */
const maxProblems = 200;

/** Reads a sidecar. Problem spans are UTF-16 into `given`. Linear; never throws. */
export function readSidecar(given: string): Result<SidecarFile> {
	if (given.length > maxSource) {
		const problem: Problem = {
			code: 'sidecar-too-large',
			severity: 'error',
			span: { start: 0, end: 1 },
			values: { limit: maxSource },
		};
		return { value: { ...emptyFile, readOnly: 'too-large' }, problems: [problem] };
	}
	const lines = unifyLineEnds(given);
	const conflict = findConflict(lines.text);
	if (conflict !== undefined) {
		const { value } = readUnified(conflict.mine);
		const span = { start: lines.toGiven(conflict.at.start), end: lines.toGiven(conflict.at.end) };
		return {
			value: { ...value, given, readOnly: 'conflict' },
			problems: [{ code: 'sidecar-conflict-markers', severity: 'error', span }],
		};
	}
	const { value, problems } = readUnified(lines.text);
	return {
		value: { ...value, given },
		problems: problems.map(problem =>
			problem.span === undefined
				? problem
				: { ...problem, span: { start: lines.toGiven(problem.span.start), end: lines.toGiven(problem.span.end) } },
		),
	};
}

/** What a text without a sidecar has. */
export const emptyFile: SidecarFile = {
	given: '',
	source: '',
	head: '',
	blocks: [],
	tail: '',
	list: 'none',
	header: emptyHeader,
};

function readUnified(source: string): Result<SidecarFile> {
	const problems: Problem[] = [];
	const pieces = splitRecords(source);
	const top = readTop(source, pieces, problems);
	const blocks: Block[] = [];
	let readOnly = top.readOnly;
	const ids = new Map<string, StoredRecord>();
	const budget: Budget = { foreign: maxForeign };
	for (const [index, span] of (top.readOnly === 'newer' ? [] : pieces.blocks).entries()) {
		if (index >= maxBlocks) {
			readOnly ??= 'too-large';
			break;
		}
		const reading: BlockReading =
			budget.foreign < 0 ? { readOnly: 'too-large' } : readBlock(source, span, problems, budget);
		readOnly ??= reading.readOnly;
		blocks.push(distinct(source, span, reading.record, ids, problems));
	}
	if (readOnly === 'too-large') {
		problems.unshift({
			code: 'sidecar-too-large',
			severity: 'error',
			span: { start: 0, end: 1 },
			values: { limit: maxSource },
		});
	}
	const file: SidecarFile = {
		given: source,
		source,
		head: source.slice(pieces.head.start, pieces.head.end),
		blocks,
		tail: source.slice(pieces.tail.start, pieces.tail.end),
		list: pieces.list,
		header: top.header,
		...(readOnly === undefined ? {} : { readOnly }),
	};
	return { value: file, problems: problems.slice(0, maxProblems) };
}

/** What may still be given to the library. */
interface Budget {
	foreign: number;
}

interface Top {
	readonly header: Header;
	readonly readOnly?: ReadOnlyReason;
}

function readTop(source: string, pieces: RecordFile, problems: Problem[]): Top {
	if (source.trim() === '') {
		return { header: emptyHeader };
	}
	const parts: MapNode[] = [];
	for (const span of [pieces.head, pieces.tail]) {
		const reading = readTopPart(source, span, problems);
		if (reading === 'failed') {
			return { header: emptyHeader, readOnly: 'syntax' };
		}
		if (reading !== undefined) {
			parts.push(reading);
		}
	}
	const map: MapNode = { kind: 'map', entries: parts.flatMap(part => part.entries), start: 0, end: source.length };
	const twice = duplicateKey(map);
	const { header, version } = readHeader(map, problems);
	if (twice !== undefined) {
		problems.push({ code: 'sidecar-duplicate-key', severity: 'error', span: twice.at, values: { key: twice.key } });
		return { header, readOnly: 'form' };
	}
	const at = map.entries.find(entry => entry.key === 'isnad')?.at ?? { start: 0, end: 1 };
	if (version !== undefined && version > sidecarVersion) {
		problems.push({ code: 'sidecar-newer', severity: 'error', span: at, values: { version } });
		return { header, readOnly: 'newer' };
	}
	if (version !== sidecarVersion) {
		const wrong = version !== undefined;
		problems.push({
			code: wrong ? 'sidecar-version-unknown' : 'sidecar-version-missing',
			severity: wrong ? 'error' : 'warning',
			span: at,
		});
		return wrong ? { header, readOnly: 'form' } : { header };
	}
	if (pieces.list === 'other') {
		const records = map.entries.find(entry => entry.key === 'records');
		problems.push({ code: 'sidecar-records-form', severity: 'error', span: records?.at ?? at });
		return { header, readOnly: 'form' };
	}
	return { header };
}

function readTopPart(source: string, span: Span, problems: Problem[]): MapNode | 'failed' | undefined {
	if (!hasContent(source, span)) {
		return undefined;
	}
	if (span.end - span.start > maxHead) {
		problems.push({
			code: 'sidecar-header-too-large',
			severity: 'error',
			span: { start: span.start, end: span.start + 1 },
		});
		return 'failed';
	}
	const node = readAny(source, span, problems);
	if (node === undefined) {
		return 'failed';
	}
	if (node.kind !== 'map') {
		const at = { start: node.start, end: Math.max(node.end, node.start + 1) };
		problems.push({ code: 'sidecar-not-map', severity: 'error', span: at });
		return 'failed';
	}
	return node;
}

/** Whether a piece holds more than blank lines and comments. */
function hasContent(source: string, span: Span): boolean {
	let at = span.start;
	while (at < span.end) {
		const found = source.indexOf('\n', at);
		const end = found === -1 || found > span.end ? span.end : found;
		const line = source.slice(at, end).trimStart();
		if (line !== '' && !line.startsWith('#')) {
			return true;
		}
		at = end + 1;
	}
	return false;
}

function readAny(source: string, span: Span, problems: Problem[], budget?: Budget): YamlNode | undefined {
	const plain = readLines(source, span);
	if (plain !== undefined) {
		return plain;
	}
	if (budget !== undefined) {
		// A little for each record beside its length: parsing nothing takes time too.
		budget.foreign -= span.end - span.start + 100;
	}
	const { node, problem } = readYaml(source, span);
	if (problem !== undefined) {
		problems.push({ ...problem, code: `sidecar-${problem.code}` });
	} else if (node === undefined) {
		problems.push({
			code: 'sidecar-yaml-too-deep',
			severity: 'error',
			span: { start: span.start, end: span.start + 1 },
		});
	}
	return node;
}

interface BlockReading {
	readonly record?: StoredRecord;
	readonly readOnly?: ReadOnlyReason;
}

function readBlock(source: string, span: Span, problems: Problem[], budget: Budget): BlockReading {
	if (span.end - span.start > maxRecord) {
		const at = { start: span.start, end: span.start + 1 };
		problems.push({ code: 'sidecar-record-too-large', severity: 'error', span: at, values: { limit: maxRecord } });
		return {};
	}
	const before = problems.length;
	const list = readAny(source, span, problems, budget);
	if (list === undefined) {
		return problems[before]?.code === 'sidecar-yaml-syntax' ? { readOnly: 'syntax' } : {};
	}
	const node = list.kind === 'seq' ? list.items[0] : undefined;
	if (node === undefined) {
		problems.push({ code: 'sidecar-yaml-syntax', severity: 'error', span: { start: list.start, end: list.start + 1 } });
		return { readOnly: 'syntax' };
	}
	const twice = duplicateKey(node);
	if (twice !== undefined) {
		problems.push({ code: 'sidecar-duplicate-key', severity: 'error', span: twice.at, values: { key: twice.key } });
		return {};
	}
	const record = readRecord(node, problems);
	return record === undefined ? {} : { record };
}

/** Ids name records, so each stands once: a plain merge may have brought one decision twice, or two under one id. */
function distinct(
	source: string,
	span: Span,
	record: StoredRecord | undefined,
	ids: Map<string, StoredRecord>,
	problems: Problem[],
): Block {
	const text = source.slice(span.start, span.end);
	if (record === undefined) {
		return { text };
	}
	const earlier = ids.get(record.id);
	if (earlier === undefined) {
		ids.set(record.id, record);
		return { text, record };
	}
	const values = { id: record.id };
	if (sameData(earlier, record)) {
		problems.push({ code: 'sidecar-record-twice', severity: 'info', span, values });
		return { text, repeats: true };
	}
	problems.push({ code: 'sidecar-duplicate-id', severity: 'warning', span, values });
	const renamed = { ...record, id: longerId(record.id, id => ids.has(id)) };
	ids.set(renamed.id, renamed);
	return { text, record: renamed, written: record };
}
