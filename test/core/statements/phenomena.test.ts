import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { check, find } from './check.ts';

suite('words before their cue', () => {
	test('P10: a quotation, then its verb and source', () => {
		check('«{S#1 direct:لن نترك القرى بلا ماء هذا الصيف}»، {CUE#1:قال} {SPK#1:{PER:سالم الحداد}}.');
		check('"{S#1 direct:لن نترك القرى بلا ماء هذا الصيف}"، هكذا {CUE#1:علق} {SPK#1:{PER:سالم الحداد}}.');
	});

	test('P10: a quotation, then بحسب', () => {
		check('«{S#1 direct:لن نترك القرى بلا ماء هذا الصيف}»، {CUE#1:بحسب} {SPK#1:{PER:سالم الحداد}}.');
	});
});

suite('relays', () => {
	test('by نقلا عن between cue and clause: one statement, of the source, by way of the medium', () => {
		check(
			'و{CUE#1:أفادت} {VIA#1:صحيفة «النهر»}، نقلا عن {SPK#1:مصدر في البلدية}، بأن {S#1 indirect how=relayed:العقد لن يجدد هذا العام}.',
		);
	});

	test('three deep: each inside the one before', () => {
		const { statements } = find(
			'وذكرت صحيفة النهر أن وكالة الساحل نقلت عن الوزير قوله إن الخبراء أكدوا أن السد سيفتتح في الخريف.',
		);
		assert.deepEqual(
			statements.map(({ cueLemma, nestedIn }) => [cueLemma, nestedIn]),
			[
				['ذكر', undefined],
				['قال', 0],
				['أكد', 1],
			],
		);
	});

	test('keep who passes the words on', () => {
		check(
			'ونقلت {VIA#1:وكالة {ORG:النهر}} عن {SPK#1:مسؤول في البلدية}، لم تكشف عن اسمه، {CUE#1:قوله} إن {S#1 indirect how=relayed:الطريق ستفتح غدا}.',
		);
	});
});

suite('headlines', () => {
	test('with a medium in marks before the colon', () => {
		check('«{SPK#1:أنباء المشرق}»: {S#1 indirect how=headline:الحكومة تدرس رفع سعر الخبز}');
	});

	test('with the words in marks', () => {
		check('{SPK#1:{PER:سالم الحداد}}: «{S#1 direct how=headline:لا تأجيل للافتتاح}»');
	});
});

suite('speech over sentences and paragraphs', () => {
	test('behind a colon without marks it goes on to the end of its paragraph', () => {
		check(
			'و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}}: {S#1 indirect:أخلينا ثلاثين بيتا منذ الفجر. الطريق إلى القرية مقطوعة}.\nثم انصرف.',
		);
	});

	test('or to the sentence that takes the word itself', () => {
		check(
			'و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}}: {S#1 indirect:أخلينا ثلاثين بيتا منذ الفجر}. و{CUE#2:أضاف} أن {S#2 indirect how=implicit:الطريق مقطوعة}.',
		);
		check(
			'و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}}: {S#1 indirect:أخلينا ثلاثين بيتا منذ الفجر}. من جانبه وصل الوزير مساء.',
		);
	});

	test('one pair of marks may hold several paragraphs', () => {
		check(
			'و{CUE#1:قالت} {SPK#1:الممثلة {PER:هند العلي}}: «{S#1 direct:دخلت هذا المكان طفلة صغيرة}.\n{S#1:ثم دخلته ممثلة}.\n{S#1:واليوم أدخله متفرجة}».',
		);
	});

	test('two lost marks, one closing and one opening, do not join paragraphs that speak for themselves', () => {
		check(
			'و{CUE#1:قالت} {SPK#1:الممثلة {PER:هند العلي}}: «{S#1 direct:دخلت هذا المكان طفلة صغيرة}.\nو{CUE#2:أضافت} {SPK#2:{PER:هند العلي}}: {S#2 direct:لن أغادره قبل أن يكتمل العرض}».',
		);
		check(
			'و{CUE#1:قالت} {SPK#1:الممثلة {PER:هند العلي}}: «{S#1 direct:دخلت هذا المكان طفلة صغيرة}.\nأما {SPK#2:المخرج {PER:سالم الحداد}} ف{CUE#2:قال}: {S#2 direct:لن أغادره قبل أن يكتمل العرض}».',
		);
	});

	test('a mark that closes in a paragraph of its own adds no empty part', () => {
		check('و{CUE#1:قالت} {SPK#1:الممثلة {PER:هند العلي}}: «{S#1 direct:دخلت هذا المكان طفلة صغيرة}.\n».');
	});

	test('a mark that is never closed ends before the next cue', () => {
		check(
			'و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}}: «{S#1 direct:لن نعود قبل صرف الأجور كاملة}. و{CUE#2:أضاف} أن {S#2 indirect how=implicit:باب التفاوض مفتوح}.',
		);
	});

	test('doubled marks count once', () => {
		check('و{CUE#1:كتب} {SPK#1:{PER:سالم الحداد}}: ««{S#1 direct:من يحسب خسائر التجار يحسب خسائرنا}»».');
	});
});

suite('complements that are no clause', () => {
	test('verbal nouns are reported, apart from statements of clauses', () => {
		check('{CUE#1:دعا} {SPK#1:{PER:سالم الحداد}} إلى {S#1 reported:وقف العمل في الميناء}.');
		check('{CUE#1:حذرت} {SPK#1:{PER:هند العلي}} من {S#1 reported:انهيار السد القديم}.');
	});

	test('with marked wording the whole of it is mixed', () => {
		check('و{CUE#1:نفى} {SPK#1:{PER:الحداد}} {S#1 mixed:تعرض اللجنة «لأي ضغط»}.');
	});

	test('what somebody called so, between marks', () => {
		check('وانتهى ما {CUE#1:سماه} {SPK#1:وزير المياه} «{S#1 direct:حربا على الماء}» أمس.');
	});

	test('a relative clause has its object before it', () => {
		check('وكانت الركلة التي طالب بها لاعبوه في آخر المباراة «واضحة للجميع».');
	});
});

suite('scripture and verse', () => {
	test('are statements with a cue only', () => {
		check('{CUE#1:قال} {SPK#1:{PER:الحداد}}: ﴿{S#1 direct:إن مع العسر يسرا}﴾.');
		check('وعلى الجدار ﴿إن مع العسر يسرا﴾ بخط جميل.');
		check('ثم {CUE#1:أنشد} {SPK#1:{PER:الحداد}}: «{S#1 direct:يا دار ما غادرت بابك طائعا}».');
	});
});

suite('look-alikes', () => {
	test('nouns and adverbs with the form of a participle', () => {
		check('وسلم الوفد مذكرة للإفراج عن المعتقلين.');
		check('و{CUE#1:قال} {SPK#1:{PER:الحداد}} مجددا إن {S#1 indirect:السد آمن}.');
	});

	test('verbal nouns that nobody owns', () => {
		check('ولا بد من الإشارة إلى أن السد قديم جدا.');
		check('وأعاد {SPK#1:{PER:الحداد}} {CUE#1:التأكيد} على أن {S#1 indirect:السد آمن تماما}.');
	});

	test('impersonal phrases, with a pronoun too', () => {
		check('يذكر أنه جرى افتتاح السد قبل خمسين عاما.');
	});

	test('words of other spelling', () => {
		check('ووصلت امرأة تدعى سلمى إلى المكان بعد أن هدأت السوق.');
		check('وزار المدينة أكثر من فرد من الأسرة بعد أن فتحت الطريق.');
	});
});
