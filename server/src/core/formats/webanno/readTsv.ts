import type { Problem } from '../../model.ts';
import { type CasAnnotation, casGraph, isLinguistic } from '../cas/cas.ts';
import { annotatedText, textCandidates } from '../cas/inceptionPaths.ts';
import type { FormatFile, Imports } from '../format.ts';
import { splitTsv, unescapeTsv } from './escapeTsv.ts';

const maxLength = 50 * 1024 * 1024;

/**
 * Reads WebAnno TSV 3 with any span and relation layers. Offsets count UTF-16 units. The text is that of a file beside it, or of the
 * project's `source`, where its words stand where the file says; else it is put together of the `#Text` lines. Links between more
 * than two (slots) and chains are left out, with a problem. Never throws.
 */
export function readTsv(file: FormatFile, others: ReadonlyMap<string, string>): Imports {
	if (file.text.length > maxLength) {
		return { articles: [], problems: [{ code: 'import-too-large', severity: 'error', values: { limit: '50 MB' } }] };
	}
	if (!/^#FORMAT=WebAnno TSV 3/.test(file.text)) {
		return { articles: [], problems: [{ code: 'import-no-tsv', severity: 'error' }] };
	}
	const problems: Problem[] = [];
	const { layers, rows, texts } = readRows(file.text, problems);
	const text =
		textCandidates(file.path)
			.map(path => others.get(path))
			.find(
				candidate =>
					candidate !== undefined && rows.every(({ start, end, words }) => candidate.slice(start, end) === words),
			) ?? joined(texts, rows);
	const graph = casGraph(layers.flatMap(layer => annotationsOf(layer, rows)));
	return { articles: [{ path: annotatedText(file.path), text, graph }], problems };
}

interface Layer {
	readonly type: string;
	/** Index of its first column behind the words. */
	readonly first: number;
	readonly features: readonly string[];
	/** Of relations, the layer they join. */
	readonly base?: string;
}

interface Row {
	readonly address: string;
	readonly start: number;
	readonly end: number;
	readonly words: string;
	readonly cells: readonly string[];
}

interface Rows {
	readonly layers: readonly Layer[];
	readonly rows: readonly Row[];
	/** Each sentence's text, and the offset it begins at. */
	readonly texts: readonly { readonly start: number; readonly line: string }[];
}

function readRows(source: string, problems: Problem[]): Rows {
	const layers: Layer[] = [];
	const rows: Row[] = [];
	const texts: { start: number; line: string }[] = [];
	let width = 0;
	let pending: string[] = [];
	for (const [index, line] of source.split('\n').entries()) {
		const header = /^#T_(SP|RL|CH)=(.*)$/.exec(line.trimEnd());
		if (header !== null && rows.length === 0) {
			const [type = '', ...features] = (header[2] ?? '').split('|');
			const columns = header[1] === 'CH' ? 2 : Math.max(1, features.length);
			const plain = features.filter(
				(feature, at) => !feature.startsWith('ROLE_') && !features[at - 1]?.startsWith('ROLE_'),
			);
			const base = features.find(feature => feature.startsWith('BT_'))?.slice('BT_'.length);
			if (header[1] === 'CH' || plain.length < features.length) {
				problems.push({ code: 'import-layer', severity: 'warning', values: { layer: type } });
			}
			if (header[1] !== 'CH' && !isLinguistic(type))
				layers.push({ type, first: width, features, ...(base === undefined ? {} : { base }) });
			width += columns;
			continue;
		}
		if (line.startsWith('#')) {
			if (line.startsWith('#Text=')) pending.push(unescapeTsv(line.slice('#Text='.length).replace(/\r$/, '')));
			continue;
		}
		if (line.trim() === '') continue;
		const [address = '', place = '', words = '', ...cells] = line.replace(/\r$/, '').split('\t');
		const found = /^(\d{1,10})-(\d{1,10})$/.exec(place);
		if (found === null || !/^\d+-\d+(\.\d+)?$/.test(address)) {
			problems.push({ code: 'import-line', severity: 'warning', values: { line: index + 1, text: line.slice(0, 80) } });
			continue;
		}
		const start = Number(found[1]);
		if (pending.length > 0) texts.push({ start, line: pending.join('\n') });
		pending = [];
		rows.push({ address, start, end: Number(found[2]), words: unescapeTsv(words), cells });
	}
	return { layers, rows, texts };
}

/** Sentences at their offsets, with a line end and blanks where nothing is said. */
function joined(texts: Rows['texts'], rows: readonly Row[]): string {
	const end = rows.reduce((most, row) => Math.max(most, row.end), 0);
	if (end > maxLength) return '';
	let text = '';
	for (const { start, line } of texts) {
		if (start > text.length) text += `${' '.repeat(start - text.length - 1)}\n`;
		text += line;
	}
	return text.endsWith('\n') ? text : `${text}\n`;
}

interface Value {
	readonly value: string;
	/** Tells annotations apart; '' where there is none. */
	readonly number: string;
}

function valuesOf(cell: string): readonly Value[] {
	if (cell === '_' || cell === '') return [];
	return splitTsv(cell, '|').map(piece => {
		const found = /\[(\d{1,9})\]$/.exec(piece);
		const raw = found === null ? piece : piece.slice(0, found.index);
		return { value: raw === '*' ? '' : unescapeTsv(raw), number: found?.[1] ?? '' };
	});
}

function annotationsOf(layer: Layer, rows: readonly Row[]): readonly CasAnnotation[] {
	return layer.base === undefined ? spansOf(layer, rows) : relationsOf({ ...layer, base: layer.base }, rows);
}

/** Of a layer, the annotation with a number, or the one on a row. */
function keyOf(type: string, number: string, address: string): string {
	return number === '' || number === '0' ? `${type} ${address}` : `${type} #${number}`;
}

function spansOf({ type, first, features }: Layer, rows: readonly Row[]): readonly CasAnnotation[] {
	const found = new Map<string, { begin: number; end: number; readonly features: Map<string, string> }>();
	for (const { address, start, end, cells } of rows) {
		for (const [column, feature] of (features.length === 0 ? [''] : features).entries()) {
			for (const [stacked, { value, number }] of valuesOf(cells[first + column] ?? '_').entries()) {
				const key = keyOf(type, number, number === '' && stacked > 0 ? `${address}|${stacked}` : address);
				const own = found.get(key) ?? { begin: start, end, features: new Map<string, string>() };
				own.begin = Math.min(own.begin, start);
				own.end = Math.max(own.end, end);
				if (!feature.startsWith('ROLE_') && !features[column - 1]?.startsWith('ROLE_') && value !== '')
					own.features.set(feature, value);
				found.set(key, own);
			}
		}
	}
	return [...found].map(([id, { begin, end, features: named }]) => ({
		id,
		type,
		begin,
		end,
		features: named,
		references: new Map(),
	}));
}

function relationsOf(
	{ type, first, features, base }: Layer & { readonly base: string },
	rows: readonly Row[],
): readonly CasAnnotation[] {
	const last = features.length - 1;
	return rows.flatMap(({ address, start, end, cells }) => {
		const targets = splitTsv(cells[first + last] ?? '_', '|').filter(cell => cell !== '_' && cell !== '');
		const columns = features.slice(0, last).map((_, column) => valuesOf(cells[first + column] ?? '_'));
		return targets.flatMap((target, index): readonly CasAnnotation[] => {
			const found = /^([\d.-]+)(?:\[(\d+)_(\d+)\])?$/.exec(target);
			if (found === null) return [];
			const named = columns.flatMap((values, column) => {
				const value = values[index]?.value ?? '';
				return value === '' ? [] : [[features[column] ?? '', value] as const];
			});
			const references = new Map([
				['Governor', keyOf(base, found[2] ?? '', found[1] ?? '')],
				['Dependent', keyOf(base, found[3] ?? '', address)],
			]);
			return [{ id: `${type} ${address} ${index}`, type, begin: start, end, features: new Map(named), references }];
		});
	});
}
