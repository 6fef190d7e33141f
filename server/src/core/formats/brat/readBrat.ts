import type { Problem } from '../../model.ts';
import type { Span } from '../../span.ts';
import { readDetails } from '../details.ts';
import { attributeField } from '../fields.ts';
import type { FormatFile, Imports } from '../format.ts';
import type { Graph, Link, Mark } from '../graph.ts';
import { offsetReader, unitThatFits } from '../units.ts';

/** UTF-16 units, and lines, of an .ann file that is read. */
const maxLength = 50 * 1024 * 1024;

/** The text's path of an .ann file. */
export function bratText({ path }: FormatFile): string {
	return path.replace(/\.ann$/, '.txt');
}

/**
 * Reads an .ann file. An event becomes its trigger with links to its arguments, an equivalence links between neighbours; lines
 * of forms unknown are problems. Never throws.
 */
export function readBrat(file: FormatFile, others: ReadonlyMap<string, string>): Imports {
	const path = bratText(file);
	const text = others.get(path);
	if (text === undefined) {
		return { articles: [], problems: [{ code: 'import-no-text', severity: 'error', values: { path } }] };
	}
	if (file.text.length > maxLength) {
		return { articles: [], problems: [{ code: 'import-too-large', severity: 'error', values: { limit: '50 MB' } }] };
	}
	const { raw, links, fields, problems } = readLines(file.text);
	const whole = raw.map(({ places, exact }) => ({
		start: places[0]?.start ?? -1,
		end: places.at(-1)?.end ?? -1,
		exact,
		one: places.length === 1,
	}));
	const unit = unitThatFits(
		text,
		'codePoints',
		whole.filter(({ one }) => one),
	);
	if (unit !== 'codePoints') {
		problems.push({ code: 'import-other-unit', severity: 'info', values: { unit } });
	}
	const read = offsetReader(text, unit);
	const marks = raw.map(({ id, label, places, exact }): Mark => {
		const parts = joinedLines(
			text,
			places.map(({ start, end }) => ({ start: read(start), end: read(end) })),
		);
		const { id: own = id, ...rest } = fields.get(id) ?? {};
		return { id: own, label, parts, exact, fields: rest };
	});
	const names = new Map(raw.map(({ id }, index) => [id, marks[index]?.id ?? id]));
	const graph: Graph = {
		marks,
		links: links.map(({ id, type, source, target }) => {
			const { id: own = '', ...rest } = fields.get(id) ?? {};
			return { id: own, type, source: names.get(source) ?? source, target: names.get(target) ?? target, fields: rest };
		}),
		documentLabels: {},
	};
	return { articles: [{ path, text, graph }], problems };
}

interface RawMark {
	readonly id: string;
	readonly label: string;
	/** In the file's unit. */
	readonly places: readonly Span[];
	readonly exact: string;
}

interface Lines {
	readonly raw: readonly RawMark[];
	readonly links: readonly Omit<Link, 'fields'>[];
	/** By the id of what they are about. */
	readonly fields: ReadonlyMap<string, Readonly<Record<string, string>>>;
	readonly problems: Problem[];
}

function readLines(source: string): Lines {
	const raw: RawMark[] = [];
	const links: Omit<Link, 'fields'>[] = [];
	const fields = new Map<string, Record<string, string>>();
	const events: {
		readonly id: string;
		readonly trigger: string;
		readonly roles: readonly (readonly [string, string])[];
	}[] = [];
	const problems: Problem[] = [];
	const about = (target: string, found: Readonly<Record<string, string>>): void => {
		fields.set(target, Object.fromEntries([...Object.entries(fields.get(target) ?? {}), ...Object.entries(found)]));
	};
	for (const [index, line] of source.split(/\r?\n/).entries()) {
		if (line.trim() === '') continue;
		const [id = '', data = '', ...tail] = line.split('\t');
		const rest = tail.join('\t');
		const [type = '', ...values] = data.split(' ').filter(value => value !== '');
		const [target = ''] = values;
		const ends = values.map(value => value.slice(value.indexOf(':') + 1));
		const places = id.startsWith('T') ? readPlaces(values.join(' ')) : [];
		if (places.length > 0) {
			raw.push({ id, label: type, places, exact: rest });
		} else if (id.startsWith('R') && ends[0] !== undefined && ends[1] !== undefined) {
			links.push({ id, type, source: ends[0], target: ends[1] });
		} else if (id.startsWith('E') && type.includes(':')) {
			const roles = values.map(
				value => [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)] as const,
			);
			events.push({ id, trigger: type.slice(type.indexOf(':') + 1), roles });
		} else if (id === '*' && values.length > 1) {
			links.push(...values.slice(1).map((to, at) => ({ id: '', type, source: values[at] ?? '', target: to })));
		} else if (/^[AM]/.test(id) && target !== '') {
			const own = type === 'type' || type === 'region' ? type : attributeField(type);
			about(target, { [own]: values.slice(1).join(' ') || 'true' });
		} else if (id.startsWith('N') && values[1] !== undefined) {
			const key = values.slice(1).join(' ');
			about(
				target,
				key.startsWith('Isnad:') ? { entity: key.slice('Isnad:'.length) } : { [attributeField('reference')]: key },
			);
		} else if (id.startsWith('#') && type === 'Isnad' && target !== '') {
			about(target, readDetails(rest));
		} else if (id.startsWith('#') && target !== '') {
			const before = fields.get(target)?.['comment'];
			about(target, { comment: before === undefined ? rest : `${before} | ${rest}` });
		} else {
			problems.push({ code: 'import-line', severity: 'warning', values: { line: index + 1, text: line.slice(0, 80) } });
		}
	}
	const triggers = new Map(events.map(({ id, trigger }) => [id, trigger]));
	const resolved = (id: string): string => triggers.get(id) ?? id;
	for (const { trigger, roles } of events) {
		links.push(...roles.map(([type, target]) => ({ id: '', type, source: trigger, target: resolved(target) })));
	}
	for (const [event, trigger] of triggers) about(trigger, fields.get(event) ?? {});
	return {
		raw,
		links: links.map(link => ({ ...link, source: resolved(link.source), target: resolved(link.target) })),
		fields,
		problems,
	};
}

/** `0 4;8 12`; none where it is of another form. */
function readPlaces(places: string): readonly Span[] {
	const spans = places.split(';').map(place => /^(\d{1,10}) (\d{1,10})$/.exec(place));
	return spans.every(found => found !== null)
		? spans.map(found => ({ start: Number(found?.[1]), end: Number(found?.[2]) }))
		: [];
}

/** brat writes a span over a line end in pieces; put together again they are one. */
function joinedLines(text: string, spans: readonly Span[]): readonly Span[] {
	const joined: Span[] = [];
	for (const span of spans) {
		const last = joined.at(-1);
		const between = last === undefined ? '' : text.slice(last.end, Math.max(last.end, span.start));
		if (last !== undefined && last.end >= 0 && /^(?:[^\P{Cc}\t]|[\u2028\u2029])+$/u.test(between)) {
			joined[joined.length - 1] = { start: last.start, end: span.end };
		} else {
			joined.push(span);
		}
	}
	return joined;
}
