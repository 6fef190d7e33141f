import type { Problem } from '../../model.ts';
import { readColor } from '../../scheme/color.ts';
import type { Scheme } from '../../scheme/scheme.ts';
import { schemeOfLabels } from '../../scheme/schemeOfLabels.ts';
import type { FormatFile, Imported, Imports } from '../format.ts';
import type { Link, Mark } from '../graph.ts';
import { at, capped, count, items, type Json, stringMap, words } from '../json.ts';
import { jsonLines } from '../jsonLines.ts';
import { spanRole } from '../names.ts';
import { apartPaths, textPathOf, withoutEnding } from '../textPath.ts';
import { offsetReader } from '../units.ts';

/**
 * Reads doccano's JSONL (or JSON) in all its shapes: `label` or `labels` as `[start, end, name]`, `entities` with `relations`, and the
 * older `annotations` with numbers for labels. Offsets count UTF-16 units. Never throws.
 */
export function readDoccano(file: FormatFile): Imports {
	const problems: Problem[] = [];
	const path = apartPaths();
	const base = withoutEnding(file.path, ['.jsonl', '.json']);
	const articles: Imported[] = [];
	for (const { line, value } of jsonLines(file.text, problems)) {
		const text = at(value, 'text') ?? at(value, 'data');
		if (typeof text !== 'string') {
			problems.push({ code: 'import-no-text-key', severity: 'warning', values: { line } });
			continue;
		}
		const said = words(at(value, 'path')) ?? words(at(value, 'filename')) ?? words(at(at(value, 'meta'), 'path'));
		const name = textPathOf(
			said,
			`${base}-${String(words(at(value, 'id')) ?? line)
				.padStart(4, '0')
				.replace(/[^\w-]/g, '_')}.txt`,
		);
		const read = offsetReader(text, 'utf16');
		const marks = spansOf(value).map(
			({ id, label, start, end }, index): Mark => ({
				id: id ?? `#${index}`,
				label,
				parts: [{ start: read(start), end: read(end) }],
				fields: {},
			}),
		);
		const links = items(at(value, 'relations')).map(
			(relation): Link => ({
				id: '',
				type: words(at(relation, 'type')) ?? 'relation',
				source: words(at(relation, 'from_id')) ?? '',
				target: words(at(relation, 'to_id')) ?? '',
				fields: {},
			}),
		);
		articles.push({
			path: path(name),
			text,
			graph: { marks, links, documentLabels: stringMap(at(value, 'documentLabels')) },
		});
	}
	return { articles, problems };
}

interface Raw {
	readonly id?: string;
	readonly label: string;
	readonly start: number;
	readonly end: number;
}

function spansOf(value: Json): readonly Raw[] {
	const lists = ['label', 'labels', 'entities', 'annotations', 'spans'].flatMap(key => items(at(value, key)));
	return lists.flatMap((item): readonly Raw[] => {
		if (Array.isArray(item)) {
			const label = words(item[2]);
			return label === undefined ? [] : [{ label, start: count(item[0]), end: count(item[1]) }];
		}
		const label = words(at(item, 'label'));
		const id = words(at(item, 'id'));
		const start = at(item, 'start_offset') ?? at(item, 'start');
		const end = at(item, 'end_offset') ?? at(item, 'end');
		// Of text classification: a label without a place.
		if (label === undefined || start === undefined) return [];
		const name = typeof at(item, 'label') === 'number' ? `label-${label}` : label;
		return [{ ...(id === undefined ? {} : { id }), label: name, start: count(start), end: count(end) }];
	});
}

/** A scheme of doccano's list of labels, as it exports it. */
export function readDoccanoLabels(files: ReadonlyMap<string, string>): Scheme | undefined {
	const source = files.get('label_config.json') ?? files.get('span_config.json');
	const labels = items(source === undefined ? undefined : capped(source).value).flatMap(item => {
		const label = words(at(item, 'text'));
		const color = readColor(
			(words(at(item, 'background_color')) ?? words(at(item, 'backgroundColor')) ?? '').toLowerCase(),
		);
		const key = words(at(item, 'suffix_key')) ?? words(at(item, 'suffixKey'));
		return label === undefined || spanRole(label.split('.', 1)[0] ?? '') !== undefined
			? []
			: [{ label, ...(color === undefined ? {} : { color }), ...(key === undefined ? {} : { key }) }];
	});
	return labels.length === 0 ? undefined : schemeOfLabels({ name: 'doccano', entities: labels });
}
