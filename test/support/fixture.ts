import type {
	DocumentView,
	EntityView,
	Region,
	Resolution,
	StatementType,
	StatementView,
	Status,
} from '../../server/src/core/model.ts';
import type { Offset, Span } from '../../server/src/core/span.ts';
import { matchKey } from '../../server/src/core/text/key.ts';
import { type ParsedText, parseText } from '../../server/src/core/text/parsed.ts';

/** Cursor marker; two of them are a selection. Neutral and not mirrored, so it stays where it was typed in right-to-left text. */
const cursorMarker = '¦';

export interface Fixture {
	readonly view: DocumentView;
	readonly parsed: ParsedText;
	/** The first cursor; the text's beginning where there is none. */
	readonly cursor: Offset;
	/** From the first cursor to the second; empty with one. */
	readonly selection: Span;
}

/**
 * Reads an annotated document out of one string.
 *
 * - `{PER#1:…}` is a name with label PER and id 1; without `#1` its id is its number.
 * - `{S#s direct:…}` is a content part of statement s; `{CUE#s:…}`, `{SPK#s:…}`, `{VIA#s:…}`, `{TO#s:…}` and `{ANT#s:…}` (the
 *   antecedent) are its other parts. They nest.
 * - `{R boilerplate:…}` is a region.
 * - Words before the colon say more: a status (suggested if none), `moved`, `flag`, and `key=value` for what a view may hold:
 *   `how=implicit`, `score=0.9`, `name=…`, `speaker=…`, `unnamed=…`, `evidence=a,b`; `_` stands for a blank.
 */
export function parseFixture(marked: string): Fixture {
	const reading = read(marked);
	const { text, marks, cursors } = reading;
	const view: DocumentView = {
		text,
		entities: entitiesOf(text, marks),
		statements: statementsOf(marks),
		regions: marks.filter(mark => mark.tag === 'R').map(regionOf),
		status: { entities: 'draft', statements: 'draft' },
	};
	const [start = 0, end = start] = cursors;
	return { view, parsed: parseText(text), cursor: start, selection: { start, end } };
}

/** The words of a span in brackets, for comparing. */
export function shown(view: DocumentView, span: Span): string {
	return `[${view.text.slice(span.start, span.end)}]`;
}

interface Mark {
	readonly tag: string;
	readonly id: string;
	readonly words: readonly string[];
	readonly values: Readonly<Record<string, string>>;
	readonly span: Span;
}

function read(marked: string): { text: string; marks: readonly Mark[]; cursors: readonly Offset[] } {
	const open: { readonly mark: Omit<Mark, 'span'>; readonly start: Offset }[] = [];
	const marks: Mark[] = [];
	const cursors: Offset[] = [];
	let text = '';
	for (const [piece, tag, id, more] of marked.matchAll(/\{([A-Z]+)(?:#(\w+))?((?: [^:{}]+)?):|./gsu)) {
		if (tag !== undefined) {
			open.push({
				mark: { tag, id: id ?? `${marks.length + open.length + 1}`, ...attributes(more ?? '') },
				start: text.length,
			});
		} else if (piece === '}') {
			const closed = open.pop();
			if (closed) {
				marks.push({ ...closed.mark, span: { start: closed.start, end: text.length } });
			}
		} else if (piece === cursorMarker) {
			cursors.push(text.length);
		} else {
			text += piece;
		}
	}
	marks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
	return { text, marks, cursors };
}

function attributes(source: string): Pick<Mark, 'words' | 'values'> {
	const parts = source
		.trim()
		.split(' ')
		.filter(part => part !== '');
	const pairs = parts.filter(part => part.includes('=')).map(part => part.replaceAll('_', ' ').split('='));
	return {
		words: parts.filter(part => !part.includes('=')),
		values: Object.fromEntries(pairs.map(([key = '', value = '']) => [key, value])),
	};
}

const statementTags = ['S', 'CUE', 'SPK', 'VIA', 'TO', 'ANT'];
const statuses: readonly Status[] = ['suggested', 'confirmed', 'rejected', 'orphan'];
const types: readonly StatementType[] = ['direct', 'indirect', 'mixed', 'reported'];

function entitiesOf(text: string, marks: readonly Mark[]): EntityView[] {
	return marks
		.filter(mark => mark.tag !== 'R' && !statementTags.includes(mark.tag))
		.map(mark => {
			const written = text.slice(mark.span.start, mark.span.end);
			const { name = matchKey(written), form, entity, value, evidence } = mark.values;
			return {
				...common(mark),
				label: mark.tag,
				span: mark.span,
				text: written,
				name,
				evidence: evidence === undefined ? [] : evidence.split(','),
				...(form !== undefined && { form }),
				...(entity !== undefined && { entity }),
				...(value !== undefined && { value }),
			};
		});
}

function statementsOf(marks: readonly Mark[]): StatementView[] {
	const heads = marks.filter(mark => mark.tag === 'S');
	const ids = new Set(heads.map(mark => mark.id));
	return [...ids].flatMap(id => {
		const head = heads.find(mark => mark.id === id && mark.words.length > 0) ?? heads.find(mark => mark.id === id);
		return head
			? [
					statementOf(
						head,
						marks.filter(mark => mark.id === id),
					),
				]
			: [];
	});
}

function statementOf(head: Mark, marks: readonly Mark[]): StatementView {
	const one = (tag: string): Mark | undefined => marks.find(mark => mark.tag === tag);
	const cue = one('CUE');
	const speaker = one('SPK');
	const via = one('VIA');
	const addressee = one('TO');
	const antecedent = one('ANT');
	const how = (head.values['how'] ?? (speaker ? 'named' : 'unknown')) as Resolution['how'];
	const {
		speaker: speakerName,
		unnamed,
		entity = unnamed === undefined ? undefined : `unnamed:${unnamed}`,
	} = head.values;
	const cueLemma = cue?.values['lemma'];
	const stance = cue?.values['stance'];
	return {
		...common(head),
		type: types.find(type => head.words.includes(type)) ?? 'indirect',
		content: marks.filter(mark => mark.tag === 'S').map(mark => mark.span),
		resolution: { how, ...(antecedent && { antecedent: antecedent.span }) },
		...(cue && { cue: cue.span }),
		...(cueLemma !== undefined && { cueLemma }),
		...(stance !== undefined && { stance }),
		...(speaker && { speaker: speaker.span }),
		...(speakerName !== undefined && { speakerName }),
		...(entity !== undefined && { speakerEntity: entity }),
		...(via && { via: via.span }),
		...(addressee && { addressee: addressee.span }),
	};
}

function common({
	id,
	words,
	values,
}: Mark): Pick<EntityView, 'id' | 'status' | 'from' | 'score' | 'comment' | 'flag' | 'moved'> {
	const status = statuses.find(word => words.includes(word)) ?? 'suggested';
	return {
		id,
		status,
		from: (values['from'] ?? (status === 'suggested' ? 'model' : 'manual')) as EntityView['from'],
		...(values['score'] !== undefined && { score: Number(values['score']) }),
		...(values['comment'] !== undefined && { comment: values['comment'] }),
		...(words.includes('flag') && { flag: true }),
		...(words.includes('moved') && { moved: true }),
	};
}

function regionOf({ words, span }: Mark): Region {
	return { kind: words[0] === 'boilerplate' ? 'boilerplate' : 'scare', span };
}
