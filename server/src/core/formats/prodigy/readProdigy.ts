import type { Problem } from '../../model.ts';
import type { FormatFile, Imported, Imports } from '../format.ts';
import type { Link, Mark } from '../graph.ts';
import { at, count, items, type Json, stringMap, words } from '../json.ts';
import { jsonLines } from '../jsonLines.ts';
import { apartPaths, textPathOf, withoutEnding } from '../textPath.ts';
import { offsetReader } from '../units.ts';

/**
 * Reads Prodigy's JSONL: spans and relations of accepted tasks, and spaCy's `entities` as `[start, end, label]`. Offsets count code
 * points. Never throws.
 */
export function readProdigy(file: FormatFile): Imports {
	const problems: Problem[] = [];
	const path = apartPaths();
	const base = withoutEnding(file.path, ['.jsonl', '.json']);
	const articles = jsonLines(file.text, problems).flatMap(({ line, value }): readonly Imported[] => {
		const text = at(value, 'text');
		if (typeof text !== 'string') {
			problems.push({ code: 'import-no-text-key', severity: 'warning', values: { line } });
			return [];
		}
		const meta = at(value, 'meta');
		const name = path(
			textPathOf(words(at(meta, 'path')) ?? words(at(meta, 'source')), `${base}-${String(line).padStart(4, '0')}.txt`),
		);
		const answer = at(value, 'answer');
		const decided = answer === undefined || answer === 'accept';
		const graph = decided ? graphOf(text, value) : { marks: [], links: [] };
		return [{ path: name, text, graph: { ...graph, documentLabels: stringMap(at(meta, 'documentLabels')) } }];
	});
	return { articles, problems };
}

function graphOf(text: string, task: Json): { readonly marks: readonly Mark[]; readonly links: readonly Link[] } {
	const read = offsetReader(text, 'codePoints');
	const spans = [...items(at(task, 'spans')), ...items(at(task, 'entities')).map(spanOfList)];
	const marks = spans.flatMap((span, index): readonly Mark[] => {
		const label = words(at(span, 'label'));
		const { id, ...fields } = stringMap(at(span, 'isnad'));
		const exact = at(span, 'text');
		return label === undefined
			? []
			: [
					{
						id: id ?? `#${index}`,
						label,
						parts: [{ start: read(count(at(span, 'start'))), end: read(count(at(span, 'end'))) }],
						...(typeof exact === 'string' ? { exact } : {}),
						fields,
					},
				];
	});
	const links = items(at(task, 'relations')).flatMap((relation): readonly Link[] => {
		const [source, target] = [endOf(relation, 'head', marks, read), endOf(relation, 'child', marks, read)];
		const { id = '', ...fields } = stringMap(at(relation, 'isnad'));
		const type = words(at(relation, 'label'));
		return type === undefined ? [] : [{ id, type, source: source ?? '', target: target ?? '', fields }];
	});
	return { marks, links };
}

/** `[start, end, label]` of spaCy's training examples. */
function spanOfList(item: Json): Json {
	return Array.isArray(item) ? { start: item[0] ?? null, end: item[1] ?? null, label: item[2] ?? null } : item;
}

/** The span a relation begins or ends at: by its number, else the one with its place and label. */
function endOf(
	relation: Json,
	end: 'head' | 'child',
	marks: readonly Mark[],
	read: (at: number) => number,
): string | undefined {
	const span = at(relation, `${end}_span`);
	const [start, label] = [read(count(at(span, 'start'))), words(at(span, 'label'))];
	const stop = read(count(at(span, 'end')));
	const fits = (mark: Mark | undefined) =>
		mark !== undefined && mark.label === label && mark.parts[0]?.start === start && mark.parts[0].end === stop;
	const numbered = marks[count(at(relation, `${end}_index`))];
	return (fits(numbered) ? numbered : marks.find(fits))?.id;
}
