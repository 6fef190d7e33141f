import type { Analysis, SuggestedEntity, SuggestedStatement } from '../model.ts';
import type { Span } from '../span.ts';
import { codePointCounter } from './codePoints.ts';

/** Offsets in code points of the text as given, end exclusive; `text` is what stands there. */
export interface JsonSpan {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

export interface JsonEntity extends JsonSpan {
	readonly label: string;
	readonly score: number;
	/** The same for all mentions of one name in the document. */
	readonly entity?: string;
	readonly nested: readonly JsonEntity[];
}

export interface JsonStatement {
	readonly type: string;
	readonly content: readonly JsonSpan[];
	/** null in headlines "S: …". */
	readonly cue: JsonSpan | null;
	/** The source phrase as written; null when implicit. */
	readonly speaker: JsonSpan | null;
	/** The resolved speaker's fullest name in the document; null when unknown. */
	readonly speakerName: string | null;
	/** The medium that relays it; of several the outermost. */
	readonly via: JsonSpan | null;
	/** All media that it came through, the outermost first, where there are several. */
	readonly chain?: readonly JsonSpan[];
	/** Place in `statements` of the one whose words this attributes a second time. */
	readonly relayOf?: number;
	/** Place in `statements` of the one around it. */
	readonly nestedIn?: number;
	readonly score: number;
}

/** What `isnad suggest --format jsonl` prints for one document. */
export interface JsonDocument {
	/** As it was given: a path, or the id of a line of input. */
	readonly id: string | number;
	readonly entities: readonly JsonEntity[];
	readonly statements: readonly JsonStatement[];
	readonly regions: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
}

/** Suggestions as plain data in the order and with the names that the output has. `text` is without a byte order mark. */
export function jsonDocument(id: string | number, text: string, analysis: Analysis): JsonDocument {
	const count = codePointCounter(text);
	const place = ({ start, end }: Span) => ({ start: count(start), end: count(end) });
	const quote = (span: Span): JsonSpan => ({ ...place(span), text: text.slice(span.start, span.end) });

	const entity = (found: SuggestedEntity): JsonEntity => ({
		label: found.label,
		...quote(found.span),
		score: found.score,
		...(found.name === '' ? {} : { entity: found.name.replaceAll(' ', '-') }),
		nested: found.nested.map(entity),
	});
	const statement = (found: SuggestedStatement): JsonStatement => ({
		type: found.type,
		content: found.content.map(quote),
		cue: found.cue ? quote(found.cue) : null,
		speaker: found.speaker ? quote(found.speaker) : null,
		speakerName: found.speakerName ?? null,
		via: found.via ? quote(found.via) : null,
		...(found.chain === undefined ? {} : { chain: found.chain.map(quote) }),
		...(found.relayOf === undefined ? {} : { relayOf: found.relayOf }),
		...(found.nestedIn === undefined ? {} : { nestedIn: found.nestedIn }),
		score: found.score,
	});
	return {
		id,
		entities: analysis.entities.map(entity),
		statements: analysis.statements.map(statement),
		regions: analysis.regions.map(region => ({ kind: region.kind, ...place(region.span) })),
	};
}

/** One line with its line end. */
export function jsonLine(document: object): string {
	return `${JSON.stringify(document)}\n`;
}
