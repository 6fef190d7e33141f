import { createHash } from 'node:crypto';
import { stringify } from 'yaml';

/** An article with marks of direction, embedded directions, no-break spaces and a zero-width non-joiner. */
export const controls = `زيارة إلى الرباط وجنيف

وصل الوفد إلى \u200fالرباط\u200f مساء الأحد، وغادرها إلى \u200fجنيف\u200f بعد يوم واحد.

قال المتحدث باسم الوفد سالم الحداد \u202bإن المفاوضات في جنيف مستمرة\u202c بلا شروط.

أعلنت\u00a0وزارة\u00a0الصحة\u00a0التونسية بدء حملة التلقيح في مدينة صفاقس.

يشرح الكتاب كلمة می\u200cخواهم وكلمة کتاب\u200cها لطلاب جامعة بغداد.
`;

/** An article for every look: names in names, across names, in statements and speakers, decided and suggested. */
export const looks = `مؤتمر الكويت للمياه ينتهي إلى اتفاق

قال رئيس لجنة المياه في جامعة الدول العربية أحمد العطار إن مؤتمر الكويت للمياه انتهى إلى اتفاق يخدم دول المنطقة كلها، وإن الخلاف على الأنهار المشتركة يحتاج إلى جولة أخرى من المحادثات.

ووقع الاتفاق في تونس، الخميس 14 نوفمبر 2024، مندوبون عن المغرب والجزائر ولبنان، وتغيبت عنه منظمة المياه الخضراء.

وأكدت وزيرة البيئة الأردنية منى الحديد: «لن ننتظر عاما آخر». وأضافت أن عمان ستستضيف الاجتماع المقبل في 3 آذار/مارس 2025.
`;

const speaker = 'رئيس لجنة المياه في جامعة الدول العربية أحمد العطار';
const statement = 'مؤتمر الكويت للمياه انتهى إلى اتفاق يخدم دول المنطقة كلها';

/** The words of decisions on `looks`. */
export const decidedLooks = [
	'لجنة المياه في جامعة الدول العربية',
	'جامعة الدول العربية',
	'أحمد العطار',
	'مؤتمر الكويت للمياه',
	'تونس',
	'الخميس 14 نوفمبر 2024',
	'نوفمبر 2024، مندوبون',
	'قال',
	speaker,
	statement,
];

/** Decisions on `looks`: of every label, nested and overlapping, and a statement whose parts hold names. */
export const looksSidecar = stringify({
	isnad: 1,
	text: 'news/looks.txt',
	sha256: createHash('sha256').update(looks).digest('hex'),
	length: [...looks].length,
	status: { entities: 'draft', statements: 'draft' },
	records: [
		name('e2aaaa', 'ORG', 'لجنة المياه في جامعة الدول العربية'),
		name('e3aaaa', 'ORG', 'جامعة الدول العربية'),
		name('e4aaaa', 'PER', 'أحمد العطار'),
		name('e5aaaa', 'MISC', 'مؤتمر الكويت للمياه', 2),
		name('e6aaaa', 'LOC', 'الكويت', 2),
		name('e7aaaa', 'LOC', 'تونس'),
		name('e8aaaa', 'DATE', 'الخميس 14 نوفمبر 2024'),
		name('e9aaaa', 'MISC', 'نوفمبر 2024، مندوبون'),
		name('f2aaaa', 'LOC', 'لبنان'),
		{
			id: 's2aaaa',
			kind: 'statement',
			state: 'confirmed',
			type: 'indirect',
			content: [part(statement)],
			cue: part('قال'),
			speaker: part(speaker),
			from: 'manual',
			review: 'single',
		},
	].sort((a, b) => startOf(a) - startOf(b)),
});

function name(id: string, label: string, exact: string, n = 1) {
	return { id, kind: 'entity', state: 'confirmed', label, ...part(exact, n), from: 'manual', review: 'single' };
}

/** Its n-th place in `looks`, which has no character beyond the first plane: so code points are UTF-16 units. */
function part(exact: string, n = 1): { readonly span: readonly [number, number]; readonly exact: string } {
	let start = -1;
	for (let place = 0; place < n; place++) start = looks.indexOf(exact, start + 1);
	return { span: [start, start + exact.length], exact };
}

function startOf(record: {
	readonly span?: readonly [number, number];
	readonly content?: readonly { readonly span: readonly [number, number] }[];
}): number {
	return record.span?.[0] ?? record.content?.[0]?.span[0] ?? 0;
}
