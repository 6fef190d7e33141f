import type { AnnotationRecord, Annotations, EntityRecord } from '../../server/src/core/model.ts';
import { barePart, makeAnchor } from '../../server/src/core/sidecar/anchor.ts';
import { newId } from '../../server/src/core/sidecar/ids.ts';
import { sortRecords } from '../../server/src/core/sidecar/order.ts';
import { emptyFile } from '../../server/src/core/sidecar/readSidecar.ts';
import { sidecarSource } from '../../server/src/core/sidecar/session.ts';
import type { Span } from '../../server/src/core/span.ts';
import type { Random } from './random.ts';

/** An invented article with decisions on it. */
export interface RandomArticle {
	readonly text: string;
	/** As a sidecar of `a.txt`. */
	readonly sidecar: string;
	readonly annotations: Annotations;
	/** The paragraph of each record. */
	readonly paragraphOf: ReadonlyMap<string, number>;
}

const given = ['سامر', 'هالة', 'نديم', 'رنا', 'طارق', 'ليلى', 'وائل', 'جمانة', 'زياد', 'سهى'];
const family = ['الحداد', 'المرعي', 'القاسمي', 'الدروبي', 'العطار', 'النجار', 'الشامي', 'البيطار'];
const places = ['عين الزيتون', 'وادي السنديان', 'مرفأ الصخرة', 'تل الغزال', 'سهل الرمان'];
const bodies = ['بلدية الساحل', 'نقابة الصيادين', 'اتحاد المزارعين', 'جمعية الكتاب', 'هيئة المياه'];
const saying = ['قال', 'أكد', 'أعلن', 'أوضح', 'ذكر'];
const openings = ['صباح الثلاثاء', 'في مؤتمر صحفي', 'خلال جولة ميدانية', 'بعد اجتماع طويل', 'أمام الصحفيين'];
const contents = [
	'العمل في الطريق الجديد سينتهي قبل الشتاء',
	'الموسم كان أفضل مما توقعه الجميع',
	'القوارب الصغيرة ستعود إلى البحر هذا الأسبوع',
	'المكتبة ستفتح أبوابها للأطفال مجانا',
	'الأسعار لم ترتفع منذ بداية السنة',
	'السد لا يحتاج إلى ترميم في الوقت الحاضر',
];
const endings = [
	'وفق ما نقلته الإذاعة المحلية',
	'من غير أن يذكر تفاصيل أخرى',
	'مضيفا أن التفاصيل تعلن لاحقا',
	'على حد قوله',
];

/** An article of some paragraphs, each with a person, a body, a place and a statement, all decided. */
export function randomArticle(random: Random, paragraphs: number): RandomArticle {
	const spans: {
		readonly kind: string;
		readonly span: Span;
		readonly parts?: readonly Span[];
		readonly row: number;
	}[] = [];
	let text = '';
	const put = (words: string): Span => {
		const start = text.length;
		text += words;
		return { start, end: text.length };
	};
	for (let row = 0; row < paragraphs; row++) {
		const cue = put(random.pick(saying));
		put(' ');
		const person = put(`${random.pick(given)} ${random.pick(family)}`);
		put(' من ');
		const body = put(random.pick(bodies));
		put(` ${random.pick(openings)} في `);
		const place = put(random.pick(places));
		put(' إن ');
		const content = put(random.pick(contents));
		put(`، ${random.pick(endings)}.\n`);
		spans.push({ kind: 'PER', span: person, row }, { kind: 'ORG', span: body, row }, { kind: 'LOC', span: place, row });
		spans.push({ kind: 'statement', span: content, parts: [cue, person], row });
	}
	const ids = new Set<string>();
	const paragraphOf = new Map<string, number>();
	const records = spans.map(({ kind, span, parts, row }): AnnotationRecord => {
		const exact = text.slice(span.start, span.end);
		const birth = { kind: kind === 'statement' ? 'statement' : 'entity', label: kind, exact, occurrence: row } as const;
		const id = newId(birth, taken => ids.has(taken));
		ids.add(id);
		paragraphOf.set(id, row);
		const [cue, speaker] = parts ?? [];
		return cue === undefined || speaker === undefined
			? entity(text, id, kind, span)
			: {
					id,
					kind: 'statement',
					state: 'confirmed',
					type: 'indirect',
					content: [makeAnchor(text, span)],
					cue: barePart(text, cue),
					speaker: barePart(text, speaker),
					from: 'model',
					review: 'single',
				};
	});
	const annotations: Annotations = {
		status: { entities: 'draft', statements: 'draft' },
		labels: {},
		records: sortRecords(records),
	};
	return { text, annotations, paragraphOf, sidecar: sidecarSource(text, annotations, emptyFile, 'a.txt') };
}

function entity(text: string, id: string, label: string, span: Span): EntityRecord {
	return { id, kind: 'entity', state: 'confirmed', label, at: makeAnchor(text, span), from: 'model', review: 'single' };
}

/** What an annotator may do to one record: take it out, reject it, relabel it, link it, note something. */
export function decidedAnew(random: Random, record: AnnotationRecord): AnnotationRecord | undefined {
	switch (random.below(5)) {
		case 0:
			return undefined;
		case 1:
			return { ...record, state: record.state === 'rejected' ? 'confirmed' : 'rejected' };
		case 2:
			return record.kind === 'entity'
				? { ...record, label: record.label === 'PER' ? 'ORG' : 'PER', review: 'edited' }
				: { ...record, ...(record.kind === 'statement' ? { type: 'reported' as const } : {}), review: 'edited' };
		case 3:
			return record.kind === 'entity'
				? { ...record, entity: `key-${random.below(1000)}` }
				: { ...record, ...(record.kind === 'statement' ? { speakerEntity: `key-${random.below(1000)}` } : {}) };
		default:
			return { ...record, comment: `ملاحظة ${random.below(1000)}` };
	}
}
