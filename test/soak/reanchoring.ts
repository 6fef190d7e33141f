/** Articles that were edited in another program: each decision is found again where its words stand now. */
import type { AnnotationRecord } from '../../server/src/core/model.ts';
import { openSidecar } from '../../server/src/core/sidecar/session.ts';
import type { Span } from '../../server/src/core/span.ts';
import { type Random, seeded } from '../support/random.ts';
import { type RandomArticle, randomArticle } from '../support/randomArticle.ts';
import { type Row, type SoakOptions, scaled } from './support/soak.ts';

export const name = 'decisions found again in edited texts';

/** Here some of the marked words themselves are replaced by others: those must be left without a place. */
const replacing = 'edits, and other words in place of some';

/** What another tool does to a whole text beside the edits. Spans go through it piece by piece. */
const tools: Readonly<Record<string, (piece: string, random: Random) => string>> = {
	'edits alone': piece => piece,
	'edits and CRLF': piece => piece.replaceAll('\n', '\r\n'),
	'edits and lone CR': piece => piece.replaceAll('\n', '\r'),
	'edits and NFD': piece => piece.normalize('NFD'),
	'edits and NFC': piece => piece.normalize('NFC'),
	'edits and other blanks': (piece, random) =>
		piece.replace(/ /g, () => (random.below(4) > 0 ? ' ' : random.pick(['  ', '\u00a0', '\n', ' \t']))),
	[replacing]: piece => piece,
};

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const texts = scaled(10_000, scale, 140);
	const random = seeded(seed);
	const names = Object.keys(tools);
	const counts = new Map(names.map(tool => [tool, { records: 0, found: 0, elsewhere: 0, wrong: 0, orphans: 0 }]));
	for (let index = 0; index < texts; index++) {
		const tool = names[index % names.length] ?? '';
		const count = counts.get(tool);
		if (count === undefined) continue;
		const { text, spans, sidecar } = editedElsewhere(random, tool);
		const { annotations } = openSidecar(text, sidecar);
		for (const record of annotations.records) {
			const wanted = spans.get(record.id);
			const outcome = judged(record, text, wanted ?? []);
			if (wanted !== undefined) {
				count.records += 1;
				count[outcome] += 1;
			} else if (outcome === 'wrong') {
				count.wrong += 1;
			}
		}
		if (index % 2000 === 1999) say(`${index + 1} of ${texts} edited texts`);
	}
	const rows = names.map(tool => {
		const { records, found, elsewhere, orphans } = counts.get(tool) ?? {
			records: 0,
			found: 0,
			elsewhere: 0,
			orphans: 0,
		};
		const share = (100 * found) / records;
		return {
			what: `${tool}: decisions found again at their place`,
			figure: `${share.toFixed(2)} % of ${records}; ${orphans} kept without a place, ${elsewhere} at the same words elsewhere`,
			bar: '99.5 %',
			ok: share >= 99.5,
		};
	});
	const wrong = [...counts.values()].reduce((sum, count) => sum + count.wrong, 0);
	return [...rows, { what: `on a wrong string, in ${texts} texts`, figure: String(wrong), bar: '0', ok: wrong === 0 }];
}

/** Where the record stands: at its own words, at the same words elsewhere, at other words, or nowhere. */
function judged(
	record: AnnotationRecord,
	text: string,
	wanted: readonly Span[],
): 'found' | 'elsewhere' | 'wrong' | 'orphans' {
	if (record.state === 'orphan' || record.kind === 'relation') return 'orphans';
	const mains = record.kind === 'statement' ? record.content : [record.at];
	const parts = record.kind === 'statement' ? [record.cue, record.speaker] : [];
	const anchors = [...mains, ...parts].filter(anchor => anchor !== undefined && anchor.span.start < anchor.span.end);
	if (anchors.some(anchor => plain(text.slice(anchor?.span.start, anchor?.span.end)) !== plain(anchor?.exact ?? ''))) {
		return 'wrong';
	}
	const isThere = mains.every(({ span }, part) => wanted[part]?.start === span.start && wanted[part]?.end === span.end);
	return isThere ? 'found' : 'elsewhere';
}

function plain(text: string): string {
	return text.normalize('NFC').split(/\s+/).join(' ');
}

interface Edited {
	readonly text: string;
	/** Of the edited text: where each record's names or contents stand now; none for those whose words are gone. */
	readonly spans: ReadonlyMap<string, readonly Span[]>;
	readonly sidecar: string;
}

/** An article after 1 to 50 edits outside its spans, and after another tool went over it. */
function editedElsewhere(random: Random, tool: string): Edited {
	const article = randomArticle(random, 4 + random.below(8));
	const pieces = piecesOf(article);
	for (let edits = 1 + random.below(50); edits > 0; edits--) {
		const piece = random.pick(pieces);
		if (piece.ids.length === 0) {
			piece.text = editedOnce(random, piece.text, article);
		}
	}
	const spans = new Map<string, Span[]>();
	let text = '';
	for (const { text: piece, ids } of pieces) {
		const start = text.length;
		const gone = tool === replacing && ids.length > 0 && random.below(5) === 0;
		text += gone ? random.pick(others) : (tools[tool] ?? (same => same))(piece, random);
		for (const id of gone ? [] : ids) {
			spans.set(id, [...(spans.get(id) ?? []), { start, end: text.length }]);
		}
	}
	return { text, spans, sidecar: article.sidecar };
}

interface Piece {
	text: string;
	/** Records that are about these words; empty between them. */
	readonly ids: readonly string[];
}

/** The text cut at every name, content and cue. */
function piecesOf({ text, annotations }: RandomArticle): Piece[] {
	const byStart = new Map<number, { end: number; ids: string[] }>();
	for (const record of annotations.records) {
		const mains = record.kind === 'statement' ? record.content : record.kind === 'relation' ? [] : [record.at];
		for (const { span } of mains) {
			byStart.set(span.start, { end: span.end, ids: [...(byStart.get(span.start)?.ids ?? []), record.id] });
		}
	}
	const pieces: Piece[] = [];
	let at = 0;
	for (const [start, { end, ids }] of [...byStart].sort(([a], [b]) => a - b)) {
		pieces.push({ text: text.slice(at, start), ids: [] }, { text: text.slice(start, end), ids });
		at = end;
	}
	return [...pieces, { text: text.slice(at), ids: [] }];
}

const words = [
	'أمس',
	'بحسب',
	'المصدر',
	'نفسه',
	'عاجل:',
	'الذي',
	'كان',
	'يتابع',
	'الملف',
	'منذ',
	'سنوات،',
	'«لا',
	'تعليق»',
	'2021',
];

const others = ['مصدر مطلع', 'الجهة المنظمة', 'بدر الخوري', 'مدينة أخرى', 'لا شيء تغير حتى الآن', 'زيد'];

/** One edit: words put in, taken out or replaced at a blank; what is put in may be one of the names. */
function editedOnce(random: Random, piece: string, { text, annotations }: RandomArticle): string {
	const blanks = [...piece.matchAll(/[ \n]/g)].map(({ index }) => index);
	if (blanks.length === 0) return piece;
	const start = random.pick(blanks) + 1;
	const kind = random.below(3);
	const end = kind === 0 ? start : (blanks.find(blank => blank >= start + random.below(12)) ?? start);
	const decoy = random.pick(annotations.records);
	const put =
		random.below(12) === 0 && decoy.kind === 'entity'
			? text.slice(decoy.at.span.start, decoy.at.span.end)
			: Array.from({ length: 1 + random.below(6) }, () => random.pick(words)).join(' ');
	return piece.slice(0, start) + (kind === 1 ? '' : `${put} `) + piece.slice(end).replace(/^ /, '');
}
