import type { Span } from '../span.ts';

/** One gold annotation of one article, as `X.txt.json` keeps it. */
export interface GoldDocument {
	/** Outermost names. */
	readonly entities: readonly GoldEntity[];
	readonly nested: readonly GoldEntity[];
	readonly quotes: readonly GoldStatement[];
	readonly boilerplate: readonly GoldRegion[];
	/** The one kind that is annotated to the end, where the other is not; only that one is scored. Absent where both are. */
	readonly annotated?: 'entities' | 'statements';
}

export interface GoldEntity extends Span {
	readonly label: string;
	readonly text: string;
	/** A slug for the real-world thing. */
	readonly entity?: string;
}

export interface GoldStatement {
	readonly type: string;
	readonly content: readonly Span[];
	readonly cue?: Span;
	readonly speaker?: Span;
	readonly speakerText?: string;
	/** The slug of who speaks. */
	readonly speakerEntity?: string;
	readonly antecedentText?: string;
	/** Marked borderline, relay or reported: neither missed nor false when matched. */
	readonly soft: boolean;
}

export interface GoldRegion extends Span {
	readonly kind: string;
}

/** Reads parsed JSON; the first thing that is wrong instead, as a path into it (`quotes[3].content`). */
export function readGold(value: unknown): GoldDocument | string {
	try {
		const document = object(value, 'the document');
		return {
			entities: list(document['entities'], 'entities').map(entity('entities')),
			nested: list(document['nested'] ?? [], 'nested').map(entity('nested')),
			quotes: list(document['quotes'], 'quotes').map(statement),
			boilerplate: list(document['boilerplate'], 'boilerplate').map(region),
		};
	} catch (error) {
		if (error instanceof Malformed) return error.message;
		throw error;
	}
}

/** Thrown and caught in this file only, to come out of a deep place. */
class Malformed extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function entity(name: string): (value: unknown, index: number) => GoldEntity {
	return (value, index) => {
		const place = `${name}[${index}]`;
		const fields = object(value, place);
		const slug = optionalText(fields['entity']);
		return {
			start: offset(fields['start'], `${place}.start`),
			end: offset(fields['end'], `${place}.end`),
			label: text(fields['label'], `${place}.label`),
			text: text(fields['text'], `${place}.text`),
			...(slug === undefined ? {} : { entity: slug }),
		};
	};
}

function statement(value: unknown, index: number): GoldStatement {
	const place = `quotes[${index}]`;
	const fields = object(value, place);
	const type = text(fields['type'], `${place}.type`);
	return {
		type,
		content: list(fields['content'], `${place}.content`).map((part, at) => pair(part, `${place}.content[${at}]`)),
		...optionalPair(fields, 'cue', place),
		...optionalPair(fields, 'speaker', place),
		...optionalField(fields, 'speakerText'),
		...optionalField(fields, 'speakerEntity'),
		...optionalField(fields, 'antecedentText'),
		soft: Boolean(fields['borderline']) || Boolean(fields['relay']) || type === 'reported',
	};
}

function region(value: unknown, index: number): GoldRegion {
	const place = `boilerplate[${index}]`;
	const fields = object(value, place);
	return {
		start: offset(fields['start'], `${place}.start`),
		end: offset(fields['end'], `${place}.end`),
		kind: text(fields['kind'], `${place}.kind`),
	};
}

function optionalPair<K extends string>(fields: Fields, key: K, place: string): { readonly [P in K]?: Span } {
	const value = fields[key];
	return value ? ({ [key]: pair(value, `${place}.${key}`) } as { [P in K]: Span }) : {};
}

function optionalField<K extends string>(fields: Fields, key: K): { readonly [P in K]?: string } {
	const value = optionalText(fields[key]);
	return value === undefined ? {} : ({ [key]: value } as { [P in K]: string });
}

function optionalText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function object(value: unknown, place: string): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed(place);
	return value as Fields;
}

function list(value: unknown, place: string): readonly unknown[] {
	if (!Array.isArray(value)) throw new Malformed(place);
	return value;
}

function text(value: unknown, place: string): string {
	if (typeof value !== 'string') throw new Malformed(place);
	return value;
}

function offset(value: unknown, place: string): number {
	if (typeof value !== 'number' || !Number.isInteger(value)) throw new Malformed(place);
	return value;
}

function pair(value: unknown, place: string): Span {
	const [start, end] = list(value, place);
	return { start: offset(start, `${place}[0]`), end: offset(end, `${place}[1]`) };
}
