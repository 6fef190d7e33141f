/**
 * The state of one open document as values: a text, what the machine suggests, what people decided, and the sidecar it came from.
 * Reading and writing files, and when, is the caller's.
 */
import type { Analysis, Annotations, DocumentView, Problem } from '../model.ts';
import { sha256Hex } from '../text/hash.ts';
import { type ReferenceText, referenceText } from '../text/reference.ts';
import type { Header } from './header.ts';
import { sortRecords } from './order.ts';
import { placeRecords } from './placing.ts';
import { emptyFile, readSidecar, type SidecarFile } from './readSidecar.ts';
import { refreshed } from './refresh.ts';
import { toMemory, toStored } from './stored.ts';
import { documentView } from './view.ts';
import { writeSidecar } from './writeSidecar.ts';

export interface DocumentState {
	readonly text: string;
	readonly analysis: Analysis;
	readonly annotations: Annotations;
	/** Derived from the three above. */
	readonly view: DocumentView;
}

export function documentState(text: string, analysis: Analysis, annotations: Annotations): DocumentState {
	return { text, analysis, annotations, view: documentView(text, analysis, annotations) };
}

export const noAnnotations: Annotations = { status: { entities: 'new', statements: 'new' }, labels: {}, records: [] };

export interface OpenedSidecar {
	readonly file: SidecarFile;
	readonly annotations: Annotations;
	/** Ids of records found again only approximately, and of those whose place is lost, because the text was edited elsewhere. */
	readonly moved: readonly string[];
	readonly orphaned: readonly string[];
	/** Spans are UTF-16 into the sidecar's source. */
	readonly problems: readonly Problem[];
}

/** Reads a sidecar for a text as an editor or file gave it; undefined where there is none. Finds places again in an edited text. */
export function openSidecar(text: string, source: string | undefined): OpenedSidecar {
	if (source === undefined) {
		return { file: emptyFile, annotations: noAnnotations, moved: [], orphaned: [], problems: [] };
	}
	const { value: file, problems } = readSidecar(source);
	const reference = referenceText(text);
	const stored = file.blocks.flatMap(block => (block.record === undefined ? [] : [block.record]));
	const { records, moved, orphaned } = placeRecords(
		stored,
		reference.text,
		file.header.sha256 === sha256Hex(reference.text),
	);
	const { status, labels } = file.header;
	return {
		file,
		annotations: { status, labels, records: sortRecords(records.map(record => toMemory(record, reference))) },
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
	const reference = referenceText(text);
	return writeSidecar(file, {
		header: headerFor(reference, annotations, file.header, path),
		records: annotations.records.map(record => toStored(refreshed(record, text), reference)),
	});
}

function headerFor(reference: ReferenceText, { status, labels }: Annotations, header: Header, path: string): Header {
	return {
		...header,
		text: header.text ?? path,
		sha256: sha256Hex(reference.text),
		length: reference.length,
		status,
		labels,
	};
}
