import type { Layer } from '../../corpus/paths.ts';
import type { Problem } from '../../model.ts';
import { readColor } from '../../scheme/color.ts';
import type { Scheme } from '../../scheme/scheme.ts';
import { schemeOfLabels } from '../../scheme/schemeOfLabels.ts';
import { attributeField } from '../fields.ts';
import type { FormatFile, Imported, Imports } from '../format.ts';
import type { Graph, Link, Mark } from '../graph.ts';
import { at, count, items, type Json, words } from '../json.ts';
import { jsonLines } from '../jsonLines.ts';
import { linkRole, spanRole } from '../names.ts';
import { apartPaths, textPathOf, withoutEnding } from '../textPath.ts';
import { offsetReader, type Quoted, unitThatFits } from '../units.ts';
import { elementsOf, readXml } from '../xml/readXml.ts';

/**
 * Reads a Label Studio export, JSON or JSON-MIN. Offsets count UTF-16 units. Where a task was annotated more than once, each annotator
 * gets a layer, the ground truth the gold one; cancelled annotations and predictions are left out. Never throws.
 */
export function readLabelStudio(file: FormatFile): Imports {
	const problems: Problem[] = [];
	const path = apartPaths();
	const base = withoutEnding(file.path, ['.json', '.jsonl']);
	const tasks = jsonLines(file.text, problems).map(({ line, value }) => ({ line, value, versions: versionsOf(value) }));
	const layered = tasks.some(({ versions }) => versions.length > 1);
	const articles = tasks.flatMap(({ line, value, versions }): readonly Imported[] => {
		const text = textOf(value);
		if (text === undefined) {
			problems.push({ code: 'import-no-text-key', severity: 'warning', values: { line } });
			return [];
		}
		const said = words(at(at(value, 'data'), 'path')) ?? words(at(value, 'path')) ?? words(at(value, 'file_upload'));
		const name = path(textPathOf(said, `${base}-${String(words(at(value, 'id')) ?? line).padStart(4, '0')}.txt`));
		const none: Version = { layer: 'common', result: [] };
		return (versions.length === 0 ? [none] : versions).map(({ layer, result }) => ({
			path: name,
			text,
			graph: graphOf(text, result, problems),
			...(layered ? { layer } : {}),
		}));
	});
	return { articles, problems };
}

interface Version {
	readonly layer: Layer;
	readonly result: readonly Json[];
}

function versionsOf(task: Json): readonly Version[] {
	const annotations = items(at(task, 'annotations') ?? at(task, 'completions')).filter(
		annotation => at(annotation, 'was_cancelled') !== true,
	);
	if (annotations.length > 0) {
		return annotations.map(annotation => ({ layer: layerOf(annotation), result: items(at(annotation, 'result')) }));
	}
	// JSON-MIN: the spans of a control under its name.
	const spans = typeof task === 'object' && task !== null && !Array.isArray(task) ? Object.entries(task) : [];
	const result = spans.flatMap(([name, list]) =>
		items(list as Json)
			.filter(item => at(item, 'labels') !== undefined && at(item, 'start') !== undefined)
			.map((item, index): Json => ({ id: `${name}-${index}`, type: 'labels', value: item })),
	);
	return result.length === 0 ? [] : [{ layer: 'common', result }];
}

function layerOf(annotation: Json): Layer {
	if (at(annotation, 'ground_truth') === true) return 'gold';
	const by = at(annotation, 'completed_by');
	const name = words(at(by, 'email'))?.split('@', 1)[0] ?? words(at(by, 'id')) ?? words(by) ?? 'unknown';
	const plain = name
		.replace(/[^\p{L}\p{N}._-]/gu, '_')
		.replace(/^[._-]+/, '')
		.slice(0, 60);
	return { annotator: /^\d*$/.test(plain) ? `annotator-${plain}` : plain };
}

function textOf(task: Json): string | undefined {
	const data = at(task, 'data') ?? task;
	const text = at(data, 'text');
	if (typeof text === 'string') return text;
	const others =
		typeof data === 'object' && data !== null && !Array.isArray(data)
			? Object.entries(data).filter(([key]) => key !== 'path')
			: [];
	return others
		.map(([, value]) => value)
		.find((value): value is string => typeof value === 'string' && /\s/.test(value));
}

function graphOf(text: string, result: readonly Json[], problems: Problem[]): Graph {
	const regions = result.filter(item => at(at(item, 'value'), 'start') !== undefined && labelsOf(item).length > 0);
	const quotes = regions.flatMap((item): readonly Quoted[] => {
		const value = at(item, 'value');
		const exact = at(value, 'text');
		return typeof exact === 'string'
			? [{ start: count(at(value, 'start')), end: count(at(value, 'end')), exact: wordsIn(text, exact) }]
			: [];
	});
	const unit = unitThatFits(text, 'utf16', quotes);
	if (unit !== 'utf16') problems.push({ code: 'import-other-unit', severity: 'info', values: { unit } });
	const read = offsetReader(text, unit);
	const further = fieldsById(result);
	const marks = regions.flatMap(item => {
		const value = at(item, 'value');
		const exact = at(value, 'text');
		const id = words(at(item, 'id')) ?? '';
		return labelsOf(item).map(
			(label, index): Mark => ({
				id: index === 0 ? id : `${id}#${index}`,
				label,
				parts: [{ start: read(count(at(value, 'start'))), end: read(count(at(value, 'end'))) }],
				...(typeof exact === 'string' ? { exact: wordsIn(text, exact) } : {}),
				fields: { ...further.get(id), ...metaOf(item) },
			}),
		);
	});
	const links = result.filter(item => at(item, 'type') === 'relation').flatMap(relationOf);
	return { marks, links, documentLabels: documentLabelsOf(result) };
}

/** Some versions write line ends as the two characters \\n. */
function wordsIn(text: string, exact: string): string {
	return exact.includes('\\n') && !text.includes(exact) ? exact.replaceAll('\\n', '\n') : exact;
}

function labelsOf(item: Json): readonly string[] {
	const value = at(item, 'value');
	const named =
		at(value, 'labels') ??
		at(value, 'hypertextlabels') ??
		(at(item, 'type') === 'choices' ? undefined : at(value, words(at(item, 'type')) ?? ''));
	return items(named).flatMap(label => (typeof label === 'string' ? [label] : []));
}

/** Choices and texts about one span, which have its id: attributes and notes. */
function fieldsById(result: readonly Json[]): ReadonlyMap<string, Readonly<Record<string, string>>> {
	const spans = new Set(result.filter(item => labelsOf(item).length > 0).map(item => words(at(item, 'id'))));
	const fields = new Map<string, Readonly<Record<string, string>>>();
	for (const item of result) {
		const [id, name, value] = [words(at(item, 'id')) ?? '', words(at(item, 'from_name')), at(item, 'value')];
		if (!spans.has(id) || name === undefined || name === '__proto__') continue;
		const choice = words(items(at(value, 'choices'))[0]);
		const note = words(items(at(value, 'text'))[0]);
		if (choice !== undefined) fields.set(id, { ...fields.get(id), [attributeField(name)]: choice });
		else if (at(item, 'type') === 'textarea' && note !== undefined)
			fields.set(id, { ...fields.get(id), comment: note });
	}
	return fields;
}

function metaOf(item: Json): Readonly<Record<string, string>> {
	const meta = at(item, 'meta');
	const own = at(meta, 'isnad');
	const note = items(at(meta, 'text'))
		.flatMap(line => (typeof line === 'string' ? [line] : []))
		.join('\n');
	const fields = typeof own === 'object' && own !== null && !Array.isArray(own) ? Object.entries(own) : [];
	return {
		...Object.fromEntries(fields.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))),
		...(note === '' ? {} : { comment: note }),
	};
}

function relationOf(item: Json): readonly Link[] {
	const [one, other] = [words(at(item, 'from_id')) ?? '', words(at(item, 'to_id')) ?? ''];
	const [source, target] = at(item, 'direction') === 'left' ? [other, one] : [one, other];
	const { id = '', ...fields } = metaOf(item);
	const types = items(at(item, 'labels')).flatMap(label => (typeof label === 'string' ? [label] : []));
	return (types.length === 0 ? ['relation'] : types).map((type, index) => ({
		id: index === 0 ? id : '',
		type,
		source,
		target,
		fields,
	}));
}

function documentLabelsOf(result: readonly Json[]): Readonly<Record<string, string>> {
	const spans = new Set(result.filter(item => labelsOf(item).length > 0).map(item => words(at(item, 'id'))));
	return Object.fromEntries(
		result.flatMap(item => {
			const [name, choice] = [words(at(item, 'from_name')), words(items(at(at(item, 'value'), 'choices'))[0])];
			return at(item, 'type') === 'choices' &&
				name !== undefined &&
				choice !== undefined &&
				!spans.has(words(at(item, 'id')) ?? '') &&
				name !== '__proto__'
				? [[name, choice]]
				: [];
		}),
	);
}

/** The files a configuration may be kept in. */
export const labelConfigPaths = ['label-config.xml', 'label_config.xml', 'config.xml'] as const;

/** A scheme of a labelling configuration. */
export function readLabelConfig(files: ReadonlyMap<string, string>): Scheme | undefined {
	const source = labelConfigPaths.map(path => files.get(path)).find(text => text !== undefined);
	const root = source === undefined ? undefined : readXml(source);
	const elements = root === undefined ? [] : [...elementsOf(root)];
	const labels = elements
		.filter(({ name }) => name === 'Label')
		.flatMap(({ attributes }) => {
			const label = attributes.get('value') ?? '';
			const color = readColor((attributes.get('background') ?? '').toLowerCase());
			const key = attributes.get('hotkey');
			return label === '' || spanRole(label) !== undefined
				? []
				: [{ label, ...(color === undefined ? {} : { color }), ...(key === undefined ? {} : { key }) }];
		});
	const all = labels.map(({ label }) => label);
	const relations = elements
		.filter(({ name }) => name === 'Relation')
		.map(({ attributes }) => attributes.get('value') ?? '')
		.filter(type => type !== '' && linkRole(type) === undefined)
		.map(type => ({ type, from: all, to: all }));
	return labels.length === 0 ? undefined : schemeOfLabels({ name: 'label-studio', entities: labels, relations });
}
