import type { Problem } from '../../model.ts';
import type { FormatFile, Imported, Imports } from '../format.ts';
import type { Link, Mark } from '../graph.ts';
import { at, capped, count, items, type Json, words } from '../json.ts';
import { jsonLines } from '../jsonLines.ts';
import { offsetReader, type Quoted, unitThatFits } from '../units.ts';

/** Sources of the annotations' targets, as paths in the folder of the file. */
export function w3cTexts(file: FormatFile): readonly string[] {
	const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
	const named = annotationsOf(file, []).flatMap(annotation => sourceOf(annotation) ?? []);
	const beside = file.path.replace(/\.jsonld$/, '');
	return [...new Set([beside, ...named.map(source => folder + source.replace(/^.*\//, ''))])];
}

/**
 * Reads W3C Web Annotations: a page, a list, or one a line, of one text beside the file. The position counts code points, or UTF-16 units
 * where all quotes stand so (Hypothesis and Recogito write those); without a position the quote is an orphan's words, which the editor
 * finds again. Never throws.
 */
export function readW3c(file: FormatFile, others: ReadonlyMap<string, string>): Imports {
	const problems: Problem[] = [];
	const all = annotationsOf(file, problems);
	const path = w3cTexts(file).find(candidate => others.has(candidate));
	const text = path === undefined ? undefined : others.get(path);
	if (path === undefined || text === undefined) {
		const wanted = file.path.replace(/\.jsonld$/, '');
		return {
			articles: [],
			problems: [...problems, { code: 'import-no-text', severity: 'error', values: { path: wanted } }],
		};
	}
	const placed = all.filter(
		annotation =>
			items(at(at(annotation, 'target'), 'selector')).length > 0 ||
			at(at(annotation, 'target'), 'selector') !== undefined,
	);
	const quotes = placed.flatMap((annotation): readonly Quoted[] => {
		const { start, end, exact } = selected(annotation);
		return exact === undefined || start < 0 ? [] : [{ start, end, exact }];
	});
	const unit = unitThatFits(text, 'codePoints', quotes);
	if (unit !== 'codePoints') problems.push({ code: 'import-other-unit', severity: 'info', values: { unit } });
	const read = offsetReader(text, unit);
	const marks = placed.map((annotation, index): Mark => {
		const { start, end, exact } = selected(annotation);
		return {
			id: idOf(annotation) ?? `#${index}`,
			label: labelOf(annotation) ?? 'Annotation',
			parts: [{ start: read(start), end: read(end) }],
			...(exact === undefined ? {} : { exact }),
			fields: fieldsOf(annotation),
		};
	});
	const links = all.flatMap((annotation): readonly Link[] => {
		const target = at(annotation, 'target');
		const body = bodiesOf(annotation).find(part => at(part, 'id') !== undefined);
		return typeof target === 'string' && body !== undefined
			? [
					{
						id: idOf(annotation) ?? '',
						type: labelOf(annotation) ?? 'link',
						source: shortId(target),
						target: shortId(words(at(body, 'id')) ?? ''),
						fields: fieldsOf(annotation),
					},
				]
			: [];
	});
	const classes = all.filter(annotation => at(annotation, 'motivation') === 'classifying').flatMap(bodiesOf);
	const documentLabels = Object.fromEntries(
		classes.flatMap(body => {
			const [name, value] = [words(at(body, 'isnad:field')), words(at(body, 'value'))];
			return name === undefined || value === undefined || name === '__proto__' ? [] : [[name, value]];
		}),
	);
	const article: Imported = {
		path: path.endsWith('.txt') ? path : `${path}.txt`,
		text,
		graph: { marks, links, documentLabels },
	};
	return { articles: [article], problems };
}

function annotationsOf(file: FormatFile, problems: Problem[]): readonly Json[] {
	const { value } = capped(file.text);
	const listed = items(at(value, 'items') ?? at(at(value, 'first'), 'items'));
	const all =
		listed.length > 0 || at(value, 'type') === 'AnnotationPage'
			? listed
			: jsonLines(file.text, problems).map(line => line.value);
	return all.filter(annotation => at(annotation, 'target') !== undefined);
}

function sourceOf(annotation: Json): string | undefined {
	const target = at(annotation, 'target');
	const source = at(target, 'source');
	return words(typeof target === 'string' && !target.startsWith('urn:') ? target : (at(source, 'id') ?? source));
}

function selected(annotation: Json): { readonly start: number; readonly end: number; readonly exact?: string } {
	const selector = at(at(annotation, 'target'), 'selector');
	const all = Array.isArray(selector) ? (selector as readonly Json[]) : selector === undefined ? [] : [selector];
	const quote = all.find(one => at(one, 'type') === 'TextQuoteSelector');
	const position = all.find(one => at(one, 'type') === 'TextPositionSelector');
	const exact = words(at(quote, 'exact'));
	return {
		start: count(at(position, 'start')),
		end: count(at(position, 'end')),
		...(exact === undefined ? {} : { exact }),
	};
}

function bodiesOf(annotation: Json): readonly Json[] {
	const body = at(annotation, 'body');
	return Array.isArray(body) ? (body as readonly Json[]) : body === undefined ? [] : [body];
}

function labelOf(annotation: Json): string | undefined {
	const bodies = bodiesOf(annotation);
	return (
		words(
			at(
				bodies.find(body => at(body, 'purpose') === 'tagging'),
				'value',
			),
		) ??
		words(
			at(
				bodies.find(body => at(body, 'isnad:field') === undefined && at(body, 'purpose') !== 'commenting'),
				'value',
			),
		)
	);
}

function fieldsOf(annotation: Json): Readonly<Record<string, string>> {
	return Object.fromEntries(
		bodiesOf(annotation).flatMap(body => {
			const name = at(body, 'purpose') === 'commenting' ? 'comment' : words(at(body, 'isnad:field'));
			const value = words(at(body, 'value'));
			return name === undefined || value === undefined || name === '__proto__' ? [] : [[name, value]];
		}),
	);
}

function idOf(annotation: Json): string | undefined {
	const id = words(at(annotation, 'id'));
	return id === undefined ? undefined : shortId(id);
}

/** Of our own names the record's id. */
function shortId(id: string): string {
	const cut = id.lastIndexOf('%23');
	return id.startsWith('urn:isnad:') && cut >= 0 ? id.slice(cut + '%23'.length) : id;
}
