import type { IndexedArticle, Pack } from './indexedArticle.ts';

/** Grows when the layout below or a column's meaning changes: files of another number are not read. */
const layout = 1;
const columns = ['tokens', 'entities', 'statements', 'parts'] as const;

/**
 * A pack as bytes for the cache: `ISNAD`, one line of JSON with the head, then strings and articles as JSON, then all columns as
 * little-endian 32-bit numbers. Core has no encoder of its own, so the caller turns text into bytes and back.
 */
export function writePack(
	{ strings, articles }: Pack,
	engine: string,
	encode: (text: string) => Uint8Array,
): Uint8Array {
	const heads = articles.map(article => {
		const { tokens, entities, statements, parts, ...head } = article;
		return [head, tokens.length, entities.length, statements.length, parts.length];
	});
	const json = encode(JSON.stringify({ strings, heads }));
	const numbers = articles.reduce(
		(sum, article) => sum + columns.reduce((length, column) => length + article[column].length, 0),
		0,
	);
	const first = encode(`ISNAD ${JSON.stringify({ layout, engine, json: json.length, numbers })}\n`);
	const start = aligned(first.length + json.length);
	const bytes = new Uint8Array(start + numbers * 4);
	bytes.set(first, 0);
	bytes.set(json, first.length);
	const rest = new Uint32Array(bytes.buffer, start, numbers);
	let at = 0;
	for (const article of articles) {
		for (const column of columns) {
			rest.set(article[column], at);
			at += article[column].length;
		}
	}
	return bytes;
}

/** Undefined for bytes that are no pack of this layout and engine, or are cut off. */
export function readPack(bytes: Uint8Array, engine: string, decode: (bytes: Uint8Array) => string): Pack | undefined {
	const end = bytes.indexOf(0x0a);
	const first = end < 0 || end > 2000 ? '' : decode(bytes.subarray(0, end));
	try {
		const head: unknown = first.startsWith('ISNAD ') ? JSON.parse(first.slice('ISNAD '.length)) : undefined;
		if (!isHead(head) || head.layout !== layout || head.engine !== engine) {
			return undefined;
		}
		const jsonStart = end + 1;
		const start = aligned(jsonStart + head.json);
		if (bytes.length !== start + head.numbers * 4) {
			return undefined;
		}
		const { strings, heads } = JSON.parse(decode(bytes.subarray(jsonStart, jsonStart + head.json))) as Body;
		const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
		const numbers = new Uint32Array(whole.buffer, whole.byteOffset + start, head.numbers);
		let at = 0;
		const take = (length: number): Uint32Array => {
			at += length;
			return numbers.subarray(at - length, at);
		};
		const articles = heads.map(
			([article, tokens, entities, statements, parts]): IndexedArticle => ({
				...article,
				tokens: take(tokens),
				entities: take(entities),
				statements: take(statements),
				parts: take(parts),
			}),
		);
		return { strings, articles };
	} catch {
		return undefined;
	}
}

interface Head {
	readonly layout: number;
	readonly engine: string;
	readonly json: number;
	readonly numbers: number;
}

interface Body {
	readonly strings: readonly string[];
	readonly heads: readonly (readonly [
		Omit<IndexedArticle, (typeof columns)[number]>,
		number,
		number,
		number,
		number,
	])[];
}

function isHead(value: unknown): value is Head {
	return (
		typeof value === 'object' &&
		value !== null &&
		'layout' in value &&
		'engine' in value &&
		'json' in value &&
		Number.isSafeInteger(value.json) &&
		'numbers' in value &&
		Number.isSafeInteger(value.numbers)
	);
}

function aligned(length: number): number {
	return Math.ceil(length / 4) * 4;
}
