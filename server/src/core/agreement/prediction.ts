import type { Span } from '../span.ts';
import { type Cells, cover } from './cells.ts';
import { repr, typeName } from './python.ts';

/** What one line of `isnad suggest` output says, checked. Offsets are code points. */
export interface Prediction {
	/** By place and label, each once. A malformed one begins below 0. */
	readonly entities: readonly PredictedEntity[];
	/** A malformed one has no content, and the type `?`. */
	readonly statements: readonly PredictedStatement[];
	/** What was malformed, in the words of the scoring script. */
	readonly problems: readonly string[];
}

export interface PredictedEntity extends Span {
	readonly label: string;
	/** How sure it is, 0 to 1. */
	readonly score?: number;
}

/** Spans and words of one statement; what it lacks or leaves empty is absent. */
export interface PredictedStatement {
	readonly content: Cells;
	readonly type: string;
	readonly cue?: Cells;
	readonly speaker?: { readonly span: Span; readonly text: string };
	readonly speakerName?: string;
	/** How sure it is, 0 to 1. */
	readonly score?: number;
}

/** Reads parsed JSON of one line; `undefined`, where there is no line for a text, predicts nothing. Never throws. */
export function readPrediction(record: unknown, text: string): Prediction {
	const fields = isObject(record) ? record : {};
	const id = plain(fields['id']);
	const problems: string[] = [];
	const entities = new Map<string, PredictedEntity>();
	for (const item of list(fields['entities'])) {
		let entity = readEntity(item);
		if (entity instanceof Failure) {
			problems.push(`${id}: entity ${entity.text()}`);
			entity = { start: -1 - entities.size, end: 0, label: 'PER' };
		}
		entities.set(`${entity.start},${entity.end},${entity.label}`, entity);
	}
	const statements: PredictedStatement[] = [];
	for (const item of list(fields['statements'])) {
		const read = readStatement(item, text);
		if (!(read instanceof Failure)) {
			statements.push(read);
		}
		const failure = read instanceof Failure ? read : noContent(read);
		if (failure !== undefined) {
			problems.push(`${id}: statement ${failure.repr()}`);
			statements.push({ content: [], type: '?' });
		}
	}
	return { entities: [...entities.values()], statements, problems };
}

/** Why something is malformed, worded as the Python exception that it raises in the scoring script. */
class Failure {
	readonly kind: string;
	readonly value: string;

	constructor(kind: 'KeyError' | 'TypeError' | 'ValueError' | 'AttributeError', value: string) {
		this.kind = kind;
		this.value = value;
	}

	text(): string {
		return this.kind === 'KeyError' ? repr(this.value) : this.value;
	}

	repr(): string {
		return `${this.kind}(${repr(this.value)})`;
	}
}

const labels: Readonly<Record<string, string>> = {
	PERS: 'PER',
	PERSON: 'PER',
	GPE: 'LOC',
	LOCATION: 'LOC',
	ORGANIZATION: 'ORG',
};

function readEntity(item: unknown): PredictedEntity | Failure {
	const span = readSpan(item);
	if (span instanceof Failure) return span;
	if (!isObject(item)) return new Failure('TypeError', 'list indices must be integers or slices, not str');
	if (!('label' in item)) return new Failure('KeyError', 'label');
	const { label } = item;
	if (typeof label === 'object' && label !== null) {
		return new Failure('TypeError', `unhashable type: '${typeName(label)}'`);
	}
	return { ...span, label: typeof label === 'string' ? (labels[label] ?? label) : repr(label), ...scoreOf(item) };
}

function readStatement(item: unknown, text: string): PredictedStatement | Failure {
	if (!isObject(item)) return noSuchMethod(item);
	const speaker = readSpeaker(item['speaker'], text);
	if (speaker instanceof Failure) return speaker;
	const cue = truthy(item['cue']) ? readSpan(item['cue']) : undefined;
	if (cue instanceof Failure) return cue;
	const content = readParts(item);
	if (content instanceof Failure) return content;
	if (!('type' in item)) return new Failure('KeyError', 'type');
	const { type, speakerName } = item;
	return {
		content,
		type: typeof type === 'string' ? type : repr(type),
		...(cue ? { cue: cover([cue]) } : {}),
		...(speaker ? { speaker } : {}),
		...(typeof speakerName === 'string' && speakerName !== '' ? { speakerName } : {}),
		...scoreOf(item),
	};
}

/** The reference script does not look at scores: one that is no number is no fault. */
function scoreOf({ score }: Readonly<Record<string, unknown>>): { readonly score?: number } {
	return typeof score === 'number' ? { score } : {};
}

function readSpeaker(value: unknown, text: string): PredictedStatement['speaker'] | Failure {
	if (!truthy(value)) return undefined;
	const span = readSpan(value);
	if (span instanceof Failure) return span;
	if (!isObject(value)) return noSuchMethod(value);
	const given = value['text'];
	return { span, text: truthy(given) ? plain(given) : [...text].slice(span.start, span.end).join('') };
}

function readParts(item: Readonly<Record<string, unknown>>): Cells | Failure {
	if (!('content' in item)) return new Failure('KeyError', 'content');
	const parts = elements(item['content']);
	if (parts === undefined) return new Failure('TypeError', `'${typeName(item['content'])}' object is not iterable`);
	const spans: Span[] = [];
	for (const part of parts) {
		const span = readSpan(part);
		if (span instanceof Failure) return span;
		spans.push(span);
	}
	return cover(spans);
}

function noContent({ content }: PredictedStatement): Failure | undefined {
	return content.length === 0 ? new Failure('ValueError', 'no content') : undefined;
}

function noSuchMethod(value: unknown): Failure {
	return new Failure('AttributeError', `'${typeName(value)}' object has no attribute 'get'`);
}

function readSpan(value: unknown): Span | Failure {
	let pair: readonly unknown[];
	if (isObject(value)) {
		const missing = ['start', 'end'].find(key => !(key in value));
		if (missing !== undefined) return new Failure('KeyError', missing);
		pair = [value['start'], value['end']];
	} else {
		const items = elements(value);
		if (items === undefined) {
			return new Failure('TypeError', `cannot unpack non-iterable ${typeName(value)} object`);
		}
		if (items.length < 2) {
			return new Failure('ValueError', `not enough values to unpack (expected 2, got ${items.length})`);
		}
		if (items.length > 2) return new Failure('ValueError', 'too many values to unpack (expected 2)');
		pair = items;
	}
	const [start, end] = pair.map(item => (typeof item === 'boolean' ? Number(item) : item));
	return isWhole(start) && isWhole(end) && 0 <= start && start < end
		? { start, end }
		: new Failure('ValueError', `bad span ${plain(value)}`);
}

function isWhole(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
	return elements(value) ?? [];
}

/** What Python's `for` walks over. */
function elements(value: unknown): readonly unknown[] | undefined {
	if (Array.isArray(value)) return value;
	if (typeof value === 'string') return [...value];
	return isObject(value) ? Object.keys(value) : undefined;
}

/** What Python's `if` takes for true. */
function truthy(value: unknown): boolean {
	return typeof value === 'object' && value !== null ? (elements(value)?.length ?? 0) > 0 : Boolean(value);
}

/** Python's `str`. */
function plain(value: unknown): string {
	return typeof value === 'string' ? value : repr(value);
}
