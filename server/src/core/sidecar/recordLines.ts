import type { Anchor, AnnotationRecord } from '../model.ts';
import { keyScalar, scalar } from './scalar.ts';
import type { StoredRecord } from './stored.ts';
import { type MapNode, valueAt, type YamlNode } from './yamlNode.ts';

/** One key of a record in canonical form; its lines begin at column 0 and have no LF. */
export interface KeyLines {
	readonly key: string;
	readonly lines: readonly string[];
}

/**
 * A record's keys in canonical order and form: block style, one key a line, no folding. `extras`, the record's map as it was
 * read, lends unknown keys of nested maps; unknown keys of the record itself are the caller's.
 */
export function recordLines(record: StoredRecord, extras?: MapNode): readonly KeyLines[] {
	const writer: KeyLines[] = [];
	const add = (key: string, lines: readonly string[] | undefined): void => {
		if (lines !== undefined) {
			writer.push({ key, lines });
		}
	};
	add('id', text('id', record.id));
	add('kind', text('kind', record.kind));
	add('state', text('state', record.state));
	add('was', text('was', record.was));
	addKind(record, extras, add);
	add(
		record.kind === 'relation' ? 'origin' : 'from',
		text(record.kind === 'relation' ? 'origin' : 'from', record.from),
	);
	add('review', text('review', record.review));
	add('score', record.score === undefined ? undefined : [`score: ${decimal(record.score)}`]);
	add('moved', flag('moved', record.moved));
	add('flag', flag('flag', record.flag));
	add('comment', text('comment', record.comment));
	add('attributes', words('attributes', record.attributes));
	add('by', text('by', record.by));
	add('alternatives', alternatives(record.alternatives, extras));
	return writer;
}

/** All keys that the format knows at the top of a record, in the order they are written. */
export const recordKeys: readonly string[] = [
	...[
		'id',
		'kind',
		'state',
		'was',
		'label',
		'type',
		'region',
		'what',
		'span',
		'exact',
		'prefix',
		'suffix',
		'form',
		'value',
	],
	...[
		'entity',
		'content',
		'cue',
		'speaker',
		'speakerEntity',
		'speakerName',
		'via',
		'addressee',
		'relayOf',
		'nestedIn',
		'from',
	],
	...['to', 'origin', 'review', 'score', 'moved', 'flag', 'comment', 'attributes', 'by', 'alternatives'],
];

type Add = (key: string, lines: readonly string[] | undefined) => void;

function addKind(record: AnnotationRecord, extras: MapNode | undefined, add: Add): void {
	switch (record.kind) {
		case 'entity':
			add('label', text('label', record.label));
			addAnchor(record.at, add);
			add('form', text('form', record.form));
			add('value', text('value', record.value));
			add('entity', text('entity', record.entity));
			break;
		case 'statement':
			add('type', text('type', record.type));
			add('content', contentLines(record.content, extras));
			for (const key of ['cue', 'speaker'] as const) {
				add(key, partLines(key, record[key], extras));
			}
			for (const key of ['speakerEntity', 'speakerName'] as const) {
				add(key, text(key, record[key]));
			}
			for (const key of ['via', 'addressee'] as const) {
				add(key, partLines(key, record[key], extras));
			}
			for (const key of ['relayOf', 'nestedIn'] as const) {
				add(key, text(key, record[key]));
			}
			break;
		case 'relation':
			add('type', text('type', record.type));
			add('from', text('from', record.source));
			add('to', text('to', record.target));
			break;
		case 'region':
			add('region', text('region', record.region));
			add('what', text('what', record.what));
			addAnchor(record.at, add);
			break;
	}
}

function addAnchor(anchor: Anchor, add: Add): void {
	add('span', [`span: [${anchor.span.start}, ${anchor.span.end}]`]);
	add('exact', text('exact', anchor.exact === '' ? undefined : anchor.exact));
	add('prefix', text('prefix', anchor.prefix));
	add('suffix', text('suffix', anchor.suffix));
}

function anchorLines(anchor: Anchor, extras: YamlNode | undefined): readonly string[] {
	const lines: string[] = [];
	addAnchor(anchor, (_key, added) => lines.push(...(added ?? [])));
	return [...lines, ...unknownLines(extras, anchorKeys)];
}

const anchorKeys = new Set(['span', 'exact', 'prefix', 'suffix']);

function partLines(
	key: string,
	anchor: Anchor | undefined,
	extras: MapNode | undefined,
): readonly string[] | undefined {
	const node = extras === undefined ? undefined : valueAt(extras, key);
	return anchor === undefined ? undefined : [`${key}:`, ...indented(anchorLines(anchor, node))];
}

function contentLines(content: readonly Anchor[], extras: MapNode | undefined): readonly string[] {
	const node = extras === undefined ? undefined : valueAt(extras, 'content');
	const items = node?.kind === 'seq' ? node.items : [];
	return ['content:', ...content.flatMap((anchor, index) => indented(item(anchorLines(anchor, items[index]))))];
}

function alternatives(
	records: readonly AnnotationRecord[] | undefined,
	extras: MapNode | undefined,
): readonly string[] | undefined {
	if (records === undefined || records.length === 0) {
		return undefined;
	}
	const node = extras === undefined ? undefined : valueAt(extras, 'alternatives');
	const items = node?.kind === 'seq' ? node.items : [];
	const lines = records.flatMap(record => {
		const old = items.find(other => other.kind === 'map' && idOf(other) === record.id);
		const map = old?.kind === 'map' ? old : undefined;
		return item([...recordLines(record, map).flatMap(entry => entry.lines), ...unknownLines(map, new Set(recordKeys))]);
	});
	return ['alternatives:', ...indented(lines)];
}

function idOf(map: MapNode): string | undefined {
	const node = valueAt(map, 'id');
	return node?.kind === 'scalar' ? node.value : undefined;
}

function text(key: string, value: string | undefined): readonly string[] | undefined {
	return value === undefined ? undefined : [`${key}: ${scalar(value)}`];
}

function flag(key: string, value: boolean | undefined): readonly string[] | undefined {
	return value === true ? [`${key}: true`] : undefined;
}

function words(key: string, value: Readonly<Record<string, string>> | undefined): readonly string[] | undefined {
	const names = value === undefined ? [] : Object.keys(value);
	return names.length === 0
		? undefined
		: [`${key}:`, ...names.map(name => `  ${keyScalar(name)}: ${scalar(value?.[name] ?? '')}`)];
}

/** At most four decimals, none that are not needed. */
function decimal(value: number): string {
	return String(Math.round(Math.max(0, Math.min(1, value)) * 10_000) / 10_000);
}

function indented(lines: readonly string[]): string[] {
	return lines.map(line => `  ${line}`);
}

/** Lines of a map as an item of a list. */
export function item(lines: readonly string[]): string[] {
	return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

/** The keys of a map that are not among the known ones, in canonical form. */
export function unknownLines(node: YamlNode | undefined, known: ReadonlySet<string>): readonly string[] {
	const entries = node?.kind === 'map' ? node.entries.filter(entry => !known.has(entry.key)) : [];
	return entries.flatMap(({ key, value }) => nodeLines(keyScalar(key), value));
}

/** Any YAML under a key, in canonical form. */
function nodeLines(key: string, node: YamlNode): readonly string[] {
	if (node.kind === 'scalar') {
		const value = node.plain && scalar(node.value) !== node.value ? plainAgain(node.value) : scalar(node.value);
		return [value === '' ? `${key}:` : `${key}: ${value}`];
	}
	if (node.kind === 'map') {
		const lines = node.entries.flatMap(entry => nodeLines(keyScalar(entry.key), entry.value));
		return lines.length === 0 ? [`${key}: {}`] : [`${key}:`, ...indented(lines)];
	}
	const lines = node.items.flatMap(listItem);
	return lines.length === 0 ? [`${key}: []`] : [`${key}:`, ...indented(lines)];
}

function listItem(node: YamlNode): readonly string[] {
	if (node.kind === 'map' && node.entries.length > 0) {
		return item(node.entries.flatMap(entry => nodeLines(keyScalar(entry.key), entry.value)));
	}
	const [first = '', ...rest] = nodeLines('-', node);
	return [first.replace(/^-: ?/, '- ').trimEnd(), ...rest.map(line => `  ${line}`)];
}

/** A plain scalar that other readers would type (2014, true) stays plain; one that cannot stand plain in a block is quoted. */
function plainAgain(value: string): string {
	return /^[\w.+~-]*$/.test(value) ? value : scalar(value);
}
