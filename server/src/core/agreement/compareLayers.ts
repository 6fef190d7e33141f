import type { Annotations, EntityRecord, StatementRecord } from '../model.ts';
import { iou, type Span } from '../span.ts';
import { matchKey } from '../text/key.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { cover } from './cells.ts';
import { oneToOne } from './oneToOne.ts';

/** The parts of an annotation that people can agree on. */
export const agreementRoles = ['name', 'label', 'content', 'type', 'cue', 'speaker', 'who speaks'] as const;
export type AgreementRole = (typeof agreementRoles)[number];

/** What two annotators of one article agree on in one role. */
export interface RoleAgreement {
	/** [both, only the second, only the first], as precision and recall of the second against the first. */
	readonly found: readonly [number, number, number];
	/** What each said of each unit that both judged; see `agreementRoles` in the documentation for what the units are. */
	readonly judged: readonly (readonly [string, string])[];
}

export type LayerAgreement = ReadonlyMap<AgreementRole, RoleAgreement>;

/** Two statements are the same from this overlap of their contents on, as in the scoring protocol. */
const sameStatement = 0.5;

/**
 * Compares the confirmed decisions of two layers of one text, in the kinds that are done in both; undefined where none is.
 * Spans are UTF-16 into `text`. Names within names count as names of their own.
 */
export function compareLayers(text: string, first: Annotations, second: Annotations): LayerAgreement | undefined {
	const done = (kind: 'entities' | 'statements') => first.status[kind] === 'done' && second.status[kind] === 'done';
	if (!done('entities') && !done('statements')) return undefined;
	const words = tokenize(text).filter(({ kind }) => kind === 'word' || kind === 'number');
	return new Map<AgreementRole, RoleAgreement>([
		...(done('entities') ? names(words, confirmedNames(first), confirmedNames(second)) : []),
		...(done('statements') ? statements(words, confirmedStatements(first), confirmedStatements(second)) : []),
	]);
}

/** Statements of two layers that are the same one, each once, the most alike first. */
export function sameStatements(
	first: readonly StatementRecord[],
	second: readonly StatementRecord[],
): readonly { readonly a: StatementRecord; readonly b: StatementRecord }[] {
	const pairs = first
		.flatMap(a => second.map(b => ({ a, b, alike: iou(contentOf(a), contentOf(b)) })))
		.filter(({ alike }) => alike >= sameStatement);
	return oneToOne(
		pairs.sort((x, y) => y.alike - x.alike),
		({ a, b }) => [a, b],
	);
}

/** The confirmed names of a layer, those within others too. */
export function confirmedNames({ records }: Annotations): readonly EntityRecord[] {
	return records.filter(record => record.kind === 'entity').filter(({ state }) => state === 'confirmed');
}

export function confirmedStatements({ records }: Annotations): readonly StatementRecord[] {
	return records.filter(record => record.kind === 'statement').filter(({ state }) => state === 'confirmed');
}

function contentOf({ content }: StatementRecord): readonly Span[] {
	return cover(content.map(({ span }) => span));
}

type Row = readonly [AgreementRole, RoleAgreement];

function names(
	words: readonly Token[],
	first: readonly EntityRecord[],
	second: readonly EntityRecord[],
): readonly Row[] {
	const spans = (names: readonly EntityRecord[]) => names.map(({ at }) => at.span);
	const labelled = (names: readonly EntityRecord[]) =>
		new Map(names.map(({ at, label }) => [`${at.span.start} ${at.span.end}`, label]));
	const [a, b] = [labelled(first), labelled(second)];
	const both = [...a].flatMap(([place, label]) => {
		const other = b.get(place);
		return other === undefined ? [] : [[label, other] as const];
	});
	const agreed = both.filter(([x, y]) => x === y).length;
	return [
		['name', { found: found(both.length, a.size, b.size), judged: inOrOut(words, spans(first), spans(second)) }],
		['label', { found: found(agreed, a.size, b.size), judged: both }],
	];
}

function statements(
	words: readonly Token[],
	first: readonly StatementRecord[],
	second: readonly StatementRecord[],
): readonly Row[] {
	const same = sameStatements(first, second);
	const part = (read: (statement: StatementRecord) => readonly Span[]): RoleAgreement => {
		const [a, b] = [first.flatMap(read), second.flatMap(read)];
		const places = new Set(a.map(place));
		const theirs = new Set(b.map(place));
		const both = [...places].filter(key => theirs.has(key)).length;
		return { found: found(both, places.size, theirs.size), judged: inOrOut(words, a, b) };
	};
	const judgement = (read: (statement: StatementRecord) => string): RoleAgreement => {
		const judged = same.map(({ a, b }) => [read(a), read(b)] as const);
		return { found: found(judged.filter(([a, b]) => a === b).length, first.length, second.length), judged };
	};
	const content = part(contentOf);
	return [
		['content', { ...content, found: found(same.length, first.length, second.length) }],
		['type', judgement(({ type }) => type)],
		['cue', part(({ cue }) => (cue ? [cue.span] : []))],
		['speaker', part(({ speaker }) => (speaker ? [speaker.span] : []))],
		['who speaks', judgement(whoSpeaks)],
	];
}

/** Who speaks, to compare: by the register's key, else by name, else by the words of the source. */
export function whoSpeaks({ speakerEntity, speakerName, speaker }: StatementRecord): string {
	return speakerEntity ?? matchKey(speakerName ?? speaker?.exact ?? '');
}

function found(both: number, first: number, second: number): readonly [number, number, number] {
	return [both, second - both, first - both];
}

function place({ start, end }: Span): string {
	return `${start} ${end}`;
}

/** Of each word, whether it lies in one of the spans: of the first, of the second. */
function inOrOut(
	words: readonly Token[],
	first: readonly Span[],
	second: readonly Span[],
): readonly (readonly [string, string])[] {
	const [a, b] = [insideOf(words, first), insideOf(words, second)];
	return words.map((_, index) => [a[index] ?? 'out', b[index] ?? 'out'] as const);
}

function insideOf(words: readonly Token[], spans: readonly Span[]): readonly ('in' | 'out')[] {
	const cells = cover(spans);
	let next = 0;
	return words.map(word => {
		while ((cells[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next += 1;
		const cell = cells[next];
		return cell !== undefined && cell.start < word.end ? 'in' : 'out';
	});
}
