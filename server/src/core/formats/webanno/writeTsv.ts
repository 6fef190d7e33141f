import { partitionPoint } from '../../sorted.ts';
import type { Span } from '../../span.ts';
import { parseText } from '../../text/parsed.ts';
import type { CasAnnotation } from '../cas/cas.ts';
import { casOf } from '../cas/casOf.ts';
import { relationType, spanType } from '../cas/typeSystem.ts';
import type { Article, Exported } from '../format.ts';
import { escapeTsv } from './escapeTsv.ts';

/** A row: a token, or a part of one that an annotation begins or ends inside. */
interface Unit {
	readonly address: string;
	readonly start: number;
	readonly end: number;
	/** Numbers of the annotations that stand on it. */
	readonly spans: CasAnnotation[];
}

/**
 * An article in WebAnno TSV 3.3 with our two layers, and its text beside it, since TSV keeps no blanks. Offsets count UTF-16 units.
 * Spans that hold no whole token or piece of one are left out. Each row ends with a tab, as WebAnno writes it.
 */
export function writeTsv(article: Article): Exported {
	const { text, path } = article;
	const cut = sentencesOf(text);
	const tokens = cut.flatMap(sentence => sentence.tokens);
	const { annotations, losses } = casOf(article, span => holds(tokens, span));
	const spans = annotations.filter(({ type }) => type === spanType);
	const { sentences, placed } = unitsOf(text, cut, spans);
	const numbers = numbersOf(placed);
	const relations = new Map<string, string[][]>();
	for (const { type, features, references } of annotations) {
		const [source, target] = [references.get('Governor') ?? '', references.get('Dependent') ?? ''];
		const [from, to] = [placed.get(source)?.[0], placed.get(target)?.[0]];
		if (type !== relationType || from === undefined || to === undefined) continue;
		const [one, other] = [numbers.get(source) ?? 0, numbers.get(target) ?? 0];
		const cells = [features.get('role'), features.get('details')].map(value =>
			value === undefined ? '*' : escapeTsv(value),
		);
		const reference = one === 0 && other === 0 ? from.address : `${from.address}[${one}_${other}]`;
		relations.set(to.address, [...(relations.get(to.address) ?? []), [...cells, reference]]);
	}
	const head = `#FORMAT=WebAnno TSV 3.3\n#T_SP=${spanType}|label|details\n#T_RL=${relationType}|role|details|BT_${spanType}\n\n`;
	const blocks = sentences.map(({ line, units }) => {
		const rows = units.map(unit => {
			const words = escapeTsv(text.slice(unit.start, unit.end));
			const cells = [...columns(spanCells(unit, numbers), 2), ...columns(relations.get(unit.address) ?? [], 3)];
			return `${unit.address}\t${unit.start}-${unit.end}\t${words}\t${cells.join('\t')}\t\n`;
		});
		return `\n#Text=${escapeTsv(line)}\n${rows.join('')}`;
	});
	const base = path.replace(/\.txt$/, '');
	return {
		files: [
			{ path: `${base}.txt`, text },
			{ path: `${base}.tsv`, text: head + blocks.join('') },
		],
		losses,
	};
}

interface Sentence {
	/** Tokens, and visible stretches that belong to none, such as a lone mark of direction. */
	readonly tokens: readonly Span[];
}

function sentencesOf(text: string): readonly Sentence[] {
	const parsed = parseText(text);
	const sentences = parsed.sentences
		.flat()
		.map(({ first, last, start }) => ({ start, tokens: parsed.tokens.slice(first, last) as Span[] }));
	const words = sentences.flatMap(({ tokens }) => tokens);
	const all: Span[] = [];
	let at = 0;
	for (const token of [...words, { start: text.length, end: text.length }]) {
		for (const found of text.slice(at, token.start).matchAll(/[^\s\p{Cc}]+/gu)) {
			all.push({ start: at + found.index, end: at + found.index + found[0].length });
		}
		if (token.end > token.start) all.push({ start: token.start, end: token.end });
		at = token.end;
	}
	// Each sentence goes on to the next one's first word.
	const borders = sentences.slice(1).map(({ start }) => start);
	const cut: Span[][] = [[]];
	for (const token of all) {
		if (token.start >= (borders[cut.length - 1] ?? Number.POSITIVE_INFINITY)) cut.push([]);
		cut.at(-1)?.push(token);
	}
	return cut.filter(tokens => tokens.length > 0).map(tokens => ({ tokens }));
}

/** Whether a span begins and ends at or inside tokens. */
function holds(tokens: readonly Span[], { start, end }: Span): boolean {
	const first = tokens[partitionPoint(tokens.length, index => (tokens[index]?.end ?? 0) <= start)];
	const last = tokens[partitionPoint(tokens.length, index => (tokens[index]?.end ?? 0) < end)];
	return first !== undefined && last !== undefined && first.start <= start && last.start < end;
}

interface Units {
	readonly sentences: readonly { readonly line: string; readonly units: readonly Unit[] }[];
	/** By an annotation's id, the rows it stands on. */
	readonly placed: ReadonlyMap<string, readonly Unit[]>;
}

function unitsOf(text: string, sentences: readonly Sentence[], spans: readonly CasAnnotation[]): Units {
	const own = sentences.map(({ tokens }, number) =>
		tokens.map(({ start, end }, at): Unit => ({ address: `${number + 1}-${at + 1}`, start, end, spans: [] })),
	);
	const all = own.flat();
	/** By a token's address, its pieces. */
	const cuts = new Map<string, Map<string, Unit>>();
	const placed = new Map<string, readonly Unit[]>();
	for (const span of spans) {
		const units: Unit[] = [];
		const from = partitionPoint(all.length, index => (all[index]?.end ?? 0) <= span.begin);
		for (let index = from; index < all.length; index++) {
			const token = all[index];
			if (token === undefined || token.start >= span.end) break;
			units.push(pieceOf(token, span, cuts));
		}
		for (const unit of units) unit.spans.push(span);
		placed.set(span.id, units);
	}
	return {
		placed,
		sentences: own.map(units => ({
			line: text.slice(units[0]?.start ?? 0, units.at(-1)?.end ?? 0),
			units: units.flatMap(unit => [unit, ...(cuts.get(unit.address)?.values() ?? [])]),
		})),
	};
}

/** The token, or the piece of it that a span covers. */
function pieceOf(token: Unit, span: CasAnnotation, cuts: Map<string, Map<string, Unit>>): Unit {
	const [start, end] = [Math.max(token.start, span.begin), Math.min(token.end, span.end)];
	if (start === token.start && end === token.end) return token;
	const pieces = cuts.get(token.address) ?? new Map<string, Unit>();
	const known = pieces.get(`${start}-${end}`);
	const piece = known ?? { address: `${token.address}.${pieces.size + 1}`, start, end, spans: [] };
	cuts.set(token.address, pieces.set(`${start}-${end}`, piece));
	return piece;
}

/** Numbers that tell annotations apart: of those on several rows, and of those that share one; 0 for all others. */
function numbersOf(placed: ReadonlyMap<string, readonly Unit[]>): ReadonlyMap<string, number> {
	const numbers = new Map<string, number>();
	let last = 0;
	for (const [id, units] of placed) {
		const needed = units.length > 1 || units.some(({ spans }) => spans.length > 1);
		numbers.set(id, needed ? ++last : 0);
	}
	return numbers;
}

function spanCells({ spans }: Unit, numbers: ReadonlyMap<string, number>): string[][] {
	return spans.map(({ id, features }) => {
		const number = numbers.get(id) ?? 0;
		const mark = number === 0 ? '' : `[${number}]`;
		return [features.get('label'), features.get('details')].map(
			value => `${value === undefined || value === '' ? '*' : escapeTsv(value)}${mark}`,
		);
	});
}

/** One cell a feature, with the values of all annotations on the row; `_` where there are none. */
function columns(rows: readonly (readonly string[])[], width: number): readonly string[] {
	return Array.from({ length: width }, (_, column) =>
		rows.length === 0 ? '_' : rows.map(cells => cells[column] ?? '*').join('|'),
	);
}
