import type {
	Anchor,
	AnnotationRecord,
	Annotations,
	EntityRecord,
	Problem,
	RegionRecord,
	StatementRecord,
	StatementType,
} from '../model.ts';
import { barePart, exactOf, makeAnchor } from '../sidecar/anchor.ts';
import { newId } from '../sidecar/ids.ts';
import { sortRecords } from '../sidecar/order.ts';
import { hull, type Span } from '../span.ts';
import { birthsOf } from './bornIds.ts';
import { commonFields, wordFields } from './fields.ts';
import type { Graph, Link, Mark } from './graph.ts';
import { type LinkRole, linkRole, type SpanRole, spanRole } from './names.ts';

/**
 * Records of what a file of another tool holds, of a text as given. Nothing is believed: where the text has other words than the
 * file says, the record is an orphan (a part of a statement: lost), with a problem. Marks that a file gives as suggestions
 * (`state: suggested`) are left out. Problems name the words and have no span.
 */
export function fromGraph(
	text: string,
	graph: Graph,
): { readonly annotations: Annotations; readonly problems: readonly Problem[] } {
	const problems: Problem[] = [];
	const marks = withOwnIds(graph.marks.filter(isDecided));
	if (marks.length < graph.marks.length) {
		problems.push({
			code: 'import-suggestions',
			severity: 'info',
			values: { number: graph.marks.length - marks.length },
		});
	}
	const dropped = new Set(graph.marks.filter(mark => !isDecided(mark)).map(({ id }) => id));
	const reading = readParts(
		marks,
		graph.links.filter(({ source, target }) => !dropped.has(source) && !dropped.has(target)),
	);
	/** By id in the file. */
	const made = new Map<string, AnnotationRecord>();
	for (const mark of marks) {
		const role = reading.role(mark);
		if (role === 'taken') continue;
		const placed = place(text, mark, problems);
		if (role !== 'statement' && mark.parts.length > 1) {
			problems.push({
				code: 'import-parts-joined',
				severity: 'warning',
				values: { label: mark.label, words: placed.whole.exact },
			});
		}
		const record =
			role === 'statement'
				? statementOf(text, mark, placed, { reading, problems })
				: role === 'region'
					? regionOf(mark, placed)
					: entityOf(mark, placed);
		made.set(mark.id, record);
	}
	const records = [...withIds(text, made, reading, problems)];
	const statuses = (kind: 'entity' | 'statement') => (records.some(record => record.kind === kind) ? 'draft' : 'new');
	const annotations: Annotations = {
		status: { entities: statuses('entity'), statements: statuses('statement') },
		labels: graph.documentLabels,
		records: sortRecords(records),
	};
	return { annotations, problems };
}

function isDecided({ fields }: Mark): boolean {
	return fields['state'] !== 'suggested';
}

/** The first of a name keeps it. */
function withOwnIds(marks: readonly Mark[]): readonly Mark[] {
	const seen = new Set<string>();
	return marks.map((mark, index) => {
		const id = seen.has(mark.id) ? `${mark.id}#${index}` : mark.id;
		seen.add(id);
		return id === mark.id ? mark : { ...mark, id };
	});
}

function entityOf(mark: Mark, placed: Placed): EntityRecord {
	return {
		...placed.base(mark, 'entity'),
		kind: 'entity',
		label: mark.label,
		at: placed.whole,
		...wordFields(mark.fields, 'entity'),
	};
}

/** What belongs to which statement. */
interface Reading {
	/** What becomes of a mark; taken: it is part of a statement and nothing besides. */
	role(mark: Mark): 'statement' | 'region' | 'entity' | 'taken';
	partsOf(id: string): ReadonlyMap<LinkRole, readonly Mark[]>;
	/** Links that hold no statement together. */
	readonly relations: readonly Link[];
}

/** `Statement.direct` is a statement with its type. */
function roleOf({ label }: Mark): SpanRole | undefined {
	const cut = label.search(/[.:]/);
	return spanRole(cut > 0 ? label.slice(0, cut) : label);
}

function readParts(marks: readonly Mark[], links: readonly Link[]): Reading {
	const byId = new Map(marks.map(mark => [mark.id, mark]));
	const parts = new Map<string, Map<LinkRole, Mark[]>>();
	const taken = new Set<Mark>();
	const relations: Link[] = [];
	for (const link of links) {
		const role = linkRole(link.type);
		const ends = [byId.get(link.source), byId.get(link.target)] as const;
		// Some projects draw the arrow from the speaker to what was said.
		const back =
			role !== undefined && ends[0] && ends[1] && roleOf(ends[0]) !== 'statement' && roleOf(ends[1]) === 'statement';
		const [statement, part] = back ? [ends[1], ends[0]] : ends;
		if (role === undefined || statement === undefined || part === undefined || roleOf(statement) !== 'statement') {
			relations.push(link);
			continue;
		}
		const partRole = roleOf(part);
		if ((role === 'relayOf' || role === 'nestedIn') !== (partRole === 'statement')) {
			relations.push(link);
			continue;
		}
		const own = parts.get(statement.id) ?? new Map<LinkRole, Mark[]>();
		parts.set(statement.id, own.set(role, [...(own.get(role) ?? []), part]));
		if (partRole !== undefined && partRole !== 'statement' && partRole !== 'region') taken.add(part);
	}
	return {
		role: mark => {
			const role = roleOf(mark);
			if (taken.has(mark)) return 'taken';
			return role === 'statement' || (role === 'region' && regionKind(mark) !== undefined) ? role : 'entity';
		},
		partsOf: id => parts.get(id) ?? new Map(),
		relations,
	};
}

/** Keys that every record has. */
type Base = Pick<EntityRecord, 'id' | 'state'> &
	Partial<Omit<EntityRecord, 'kind' | 'label' | 'at' | 'form' | 'entity' | 'value'>>;

interface Placed {
	readonly anchors: readonly Anchor[];
	/** All of it as one stretch, for kinds that have but one. */
	readonly whole: Anchor;
	base(mark: Mark, kind: AnnotationRecord['kind']): Base;
}

function place(text: string, mark: Mark, problems: Problem[]): Placed {
	if (standsThere(text, mark)) {
		const anchors = mark.parts.map(span => makeAnchor(text, span));
		const whole = makeAnchor(text, hull(mark.parts) ?? { start: 0, end: 0 });
		return { anchors, whole, base: ({ fields }, kind) => ({ id: '', ...commonFields(fields, kind) }) };
	}
	problems.push(notThere(text, mark));
	const whole = { span: clamped(text, mark.parts[0]), exact: exactOf(mark.exact ?? '') };
	return {
		anchors: [whole],
		whole,
		base: ({ fields }, kind) => {
			const { state, ...rest } = commonFields(fields, kind);
			return { id: '', ...rest, state: 'orphan', was: state };
		},
	};
}

function standsThere(text: string, { parts, exact }: Mark): boolean {
	const inside = parts.every(
		({ start, end }, index) =>
			start < end &&
			end <= text.length &&
			start >= (parts[index - 1]?.end ?? 0) &&
			!cutsPair(text, start) &&
			!cutsPair(text, end),
	);
	const words = parts.map(({ start, end }) => text.slice(start, end)).join(' ');
	return inside && parts.length > 0 && (exact === undefined || blanksAsOne(words) === blanksAsOne(exact));
}

function cutsPair(text: string, at: number): boolean {
	const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
	return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Tools write line ends, and blanks between the parts of a span, in ways of their own. */
function blanksAsOne(words: string): string {
	return words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function notThere(text: string, mark: Mark): Problem {
	const span = clamped(text, mark.parts[0]);
	const values = {
		label: mark.label,
		words: exactOf(mark.exact ?? ''),
		there: exactOf(text.slice(span.start, span.end)),
		at: mark.parts[0]?.start ?? 0,
	};
	return { code: 'import-not-there', severity: 'warning', values };
}

function clamped(text: string, span: Span | undefined): Span {
	const inside = (at: number) => (Number.isSafeInteger(at) ? Math.max(0, Math.min(at, text.length)) : 0);
	const start = inside(span?.start ?? 0);
	return { start, end: Math.max(start, inside(span?.end ?? 0)) };
}

const types: readonly StatementType[] = ['direct', 'indirect', 'mixed', 'reported'];

interface Context {
	readonly reading: Reading;
	readonly problems: Problem[];
}

function statementOf(text: string, mark: Mark, placed: Placed, { reading, problems }: Context): StatementRecord {
	const parts = reading.partsOf(mark.id);
	const named = mark.fields['type'] ?? mark.label.slice(mark.label.search(/[.:]/) + 1);
	const type =
		types.find(choice => choice === named.toLowerCase()) ??
		(mark.label.toLowerCase().startsWith('quot') ? 'direct' : 'indirect');
	const further = (parts.get('part') ?? []).flatMap(part => {
		if (standsThere(text, part)) return part.parts.map(span => makeAnchor(text, span));
		problems.push(notThere(text, part));
		return [];
	});
	const part = (role: 'cue' | 'speaker' | 'via' | 'addressee') => {
		const [own, ...others] = parts.get(role) ?? [];
		if (others.length > 0)
			problems.push({
				code: 'import-part-twice',
				severity: 'warning',
				values: { part: role, words: placed.anchors[0]?.exact ?? '' },
			});
		if (own === undefined) return {};
		if (standsThere(text, own))
			return { [role]: barePart(text, { start: own.parts[0]?.start ?? 0, end: own.parts.at(-1)?.end ?? 0 }) };
		problems.push(notThere(text, own));
		const { start } = clamped(text, own.parts[0]);
		return { [role]: { span: { start, end: start }, exact: exactOf(own.exact ?? '') } };
	};
	return {
		...placed.base(mark, 'statement'),
		kind: 'statement',
		type,
		content: [...placed.anchors, ...further].sort((a, b) => a.span.start - b.span.start),
		...part('cue'),
		...part('speaker'),
		...wordFields(mark.fields, 'statement'),
		...part('via'),
		...part('addressee'),
	};
}

function regionKind({ label, fields }: Mark): RegionRecord['region'] | undefined {
	const named = fields['region'] ?? label.slice(label.search(/[.:]/) + 1).toLowerCase();
	return named === 'boilerplate' || named === 'scare' ? named : undefined;
}

function regionOf(mark: Mark, placed: Placed): RegionRecord {
	const { what } = wordFields(mark.fields, 'region');
	return {
		...placed.base(mark, 'region'),
		kind: 'region',
		region: regionKind(mark) ?? 'boilerplate',
		...(what === undefined ? {} : { what }),
		at: placed.whole,
	};
}

const ownId = /^[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{5,31}$/;

/** The records with ids: those that the file gives where they are of our form, else born anew; and the relations between them. */
function* withIds(
	text: string,
	made: ReadonlyMap<string, AnnotationRecord>,
	reading: Reading,
	problems: Problem[],
): Generator<AnnotationRecord> {
	const taken = new Set([...made.keys(), ...reading.relations.map(({ id }) => id)].filter(id => ownId.test(id)));
	const ids = new Map<string, string>();
	const claim = (given: string, birth: Parameters<typeof newId>[0]): string => {
		const id = ownId.test(given) ? given : newId(birth, other => taken.has(other));
		taken.add(id);
		return id;
	};
	const records = [...made.values()];
	const births = birthsOf(text, records);
	for (const [index, given] of [...made.keys()].entries()) {
		const birth = births[index];
		if (birth !== undefined) ids.set(given, claim(given, birth));
	}
	for (const [given, record] of made) {
		yield { ...record, id: ids.get(given) ?? '', ...joins(given, record, reading, ids) } as AnnotationRecord;
	}
	for (const link of reading.relations) {
		const [source, target] = [ids.get(link.source), ids.get(link.target)];
		if (source === undefined || target === undefined) {
			problems.push({ code: 'import-link-end', severity: 'warning', values: { type: link.type } });
			continue;
		}
		const id = claim(link.id, { kind: 'relation', label: link.type, exact: `${source} ${target}`, occurrence: 0 });
		yield { id, ...commonFields(link.fields, 'relation'), kind: 'relation', type: link.type, source, target };
	}
}

function joins(given: string, record: AnnotationRecord, reading: Reading, ids: ReadonlyMap<string, string>): object {
	if (record.kind !== 'statement') return {};
	const parts = reading.partsOf(given);
	return Object.fromEntries(
		(['relayOf', 'nestedIn'] as const).flatMap(role => {
			const target = ids.get(parts.get(role)?.[0]?.id ?? '');
			return target === undefined ? [] : [[role, target]];
		}),
	);
}
