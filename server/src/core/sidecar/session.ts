/**
 * The state of one open document as values: a text, what the machine suggests, what people decided, and the sidecar it came from.
 * Reading and writing files, and when, is the caller's.
 */
import { linkSuggestions } from '../corpus/linkSuggestions.ts';
import type { Names } from '../corpus/who.ts';
import type { Analysis, AnnotationRecord, Annotations, DocumentView, Problem } from '../model.ts';
import { sha256Hex } from '../text/hash.ts';
import { type ReferenceText, referenceText } from '../text/reference.ts';
import { sortRecords } from './order.ts';
import { placeRecords } from './placing.ts';
import { emptyFile, readSidecar, type SidecarFile } from './readSidecar.ts';
import { refreshed } from './refresh.ts';
import { type StoredRecord, toMemory, toStored } from './stored.ts';
import { documentView } from './view.ts';
import { rewriteSidecar } from './writeSidecar.ts';

export interface DocumentState {
	readonly text: string;
	readonly analysis: Analysis;
	readonly annotations: Annotations;
	/** Of the corpus' register. */
	readonly names?: Names;
	/** Derived from all above. */
	readonly view: DocumentView;
}

/** With the names of a register, suggestions that are spelled as it knows them arrive linked. */
export function documentState(
	text: string,
	analysis: Analysis,
	annotations: Annotations,
	names?: Names,
): DocumentState {
	const view = documentView(text, analysis, annotations);
	return {
		text,
		analysis,
		annotations,
		view: names === undefined ? view : linkSuggestions(view, names),
		...(names === undefined ? {} : { names }),
	};
}

export const noAnnotations: Annotations = { status: { entities: 'new', statements: 'new' }, labels: {}, records: [] };

/** A text as an editor or file gave it with what sidecars keep of it, measured once for many savings. */
export interface MeasuredText {
	readonly text: string;
	readonly reference: ReferenceText;
	/** Of the reference text. */
	readonly sha256: string;
}

export function measureText(text: string): MeasuredText {
	const reference = referenceText(text);
	return { text, reference, sha256: sha256Hex(reference.text) };
}

/** A sidecar's file with the way to it from records in memory, for saving the next decision without looking at all others. */
export interface KeptSidecar {
	readonly file: SidecarFile;
	/** The text that `known` holds for. */
	readonly text: string;
	/** Records as they are in memory, and as the file has them. */
	readonly known: ReadonlyMap<AnnotationRecord, StoredRecord>;
}

export interface OpenedSidecar extends KeptSidecar {
	readonly annotations: Annotations;
	/** Ids of records found again only approximately, and of those whose place is lost, because the text was edited elsewhere. */
	readonly moved: readonly string[];
	readonly orphaned: readonly string[];
	/** Spans are UTF-16 into the sidecar's source. */
	readonly problems: readonly Problem[];
}

/** Reads a sidecar for a text; undefined where there is none. Finds places again in an edited text. */
export function openSidecar(
	text: string,
	source: string | undefined,
	{ reference, sha256 }: MeasuredText = measureText(text),
): OpenedSidecar {
	if (source === undefined) {
		const known = new Map();
		return { file: emptyFile, text, known, annotations: noAnnotations, moved: [], orphaned: [], problems: [] };
	}
	const { value: file, problems } = readSidecar(source);
	const stored = file.blocks.flatMap(block => (block.record === undefined ? [] : [block.record]));
	const { records, moved, orphaned } = placeRecords(stored, reference.text, file.header.sha256 === sha256);
	const { status, labels } = file.header;
	const known = new Map<AnnotationRecord, StoredRecord>();
	const inMemory = records.map((record, index) => {
		const now = toMemory(record, reference);
		if (record === stored[index]) {
			known.set(now, record);
		}
		return now;
	});
	return {
		file,
		text,
		known,
		annotations: { status, labels, records: sortRecords(inMemory) },
		moved,
		orphaned,
		problems,
	};
}

/**
 * The sidecar's source with these annotations of this text. `path` is the text's path from the corpus root, written where the
 * file does not name one. The same for all line ends and with or without BOM. Look at `file.readOnly` first.
 */
export function sidecarSource(text: string, annotations: Annotations, file: SidecarFile, path: string): string {
	return keptWith(measureText(text), annotations, { file, text, known: new Map() }, path).file.given;
}

/** As `sidecarSource`, from one state of the file to the next: what did not change is not looked at. */
export function keptWith(
	{ text, reference, sha256 }: MeasuredText,
	annotations: Annotations,
	kept: KeptSidecar,
	path: string,
): KeptSidecar {
	const isKnown = kept.text === text;
	const known = new Map<AnnotationRecord, StoredRecord>();
	const records = annotations.records.map(record => {
		const stored = (isKnown ? kept.known.get(record) : undefined) ?? toStored(refreshed(record, text), reference);
		known.set(record, stored);
		return stored;
	});
	const { header } = kept.file;
	const file = rewriteSidecar(kept.file, {
		header: {
			...header,
			text: header.text ?? path,
			sha256,
			length: reference.length,
			status: annotations.status,
			labels: annotations.labels,
		},
		records,
	});
	return { file, text, known };
}
