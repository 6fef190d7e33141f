import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { check, find } from './check.ts';

suite('patterns of statements', () => {
	test('P1: verb, source, complementiser, clause', () => {
		check(
			'{CUE#1:قال} {SPK#1:وزير المياه {PER:سالم الحداد}} إن {S#1 indirect speaker=سالم_الحداد:السد الجديد سيفتتح في الخريف}.',
		);
		check('و{CUE#1:أكدت} {SPK#1:وزيرة التعليم} أن {S#1 indirect how=named:المدارس ستفتح أبوابها الأحد}.');
		check('و{CUE#1:أشار} {SPK#1:{PER:الحداد}} إلى أن {S#1 indirect:الأعمال بدأت قبل عامين}.');
		check('{CUE#1:صرح} {SPK#1:{PER:الحداد}} بأن {S#1 indirect:الأعمال بدأت قبل عامين}.');
	});

	test('P1: وأن goes on in one stretch', () => {
		check('{CUE#1:قال} {SPK#1:{PER:الحداد}} إن {S#1 indirect:السد سيفتتح في الخريف وأن المياه ستصل إلى القرى}.');
	});

	test('P2: colon and marks', () => {
		check('و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}}: «{S#1 direct:سنفتتح السد في الخريف}».');
		check('و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}}: "{S#1 direct:سنفتتح السد. نعم، في الخريف}".');
	});

	test('P3: a colon without marks', () => {
		check('و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}}: {S#1 indirect:سنفتتح السد في الخريف ونوصل المياه إلى القرى}.');
	});

	test('P4: marks without a colon', () => {
		check('و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}} "{S#1 direct:سنفتتح السد في الخريف}".');
	});

	test('P5: a clause with marked wording is mixed', () => {
		check('{CUE#1:قال} {SPK#1:{PER:الحداد}} إن {S#1 mixed:المشروع "ليس ترفا بل ضرورة لكل قرية" في الوادي}.');
		check('{CUE#1:قال} {SPK#1:{PER:الحداد}} إن "{S#1 direct:المشروع ليس ترفا بل ضرورة لكل قرية}".');
		check('{CUE#1:ذكر} {SPK#1:{PER:الحداد}} أن {S#1 indirect:شركة "الينابيع" فازت بالعقد}.');
	});

	test('P6: participles go on with the same speaker', () => {
		check(
			'{CUE#1:قال} {SPK#1:{PER:سالم الحداد}} إن {S#1 indirect:السد سيفتتح في الخريف}، {CUE#2:مشيرا} إلى أن {S#2 indirect how=participle speaker=سالم_الحداد:المياه ستصل إلى القرى}.',
		);
	});

	test('P7: verbs of continuing leave the subject out', () => {
		check(
			'{CUE#1:قالت} {SPK#1:{PER:هند العلي}} إن {S#1 indirect:السوق هادئة}. و{CUE#2:أضافت} أن {S#2 indirect how=implicit speaker=هند_العلي:الأسعار لم تتغير}.',
		);
		check(
			'{CUE#1:قال} {SPK#1:{PER:سالم الحداد}} إن {S#1 indirect:السوق هادئة}.\nو{CUE#2:تابع}: «{S#2 direct how=implicit speaker=سالم_الحداد:الأسعار لم تتغير}».',
		);
	});

	test('P8: attributions behind and before their clause', () => {
		check('{S#1 indirect:أغلقت الطريق الساحلية مساء الثلاثاء}، {CUE#1:بحسب} {SPK#1:{ORG:بلدية المرسى}}.');
		check('و{CUE#1:وفقا} ل{SPK#1:وكالة {ORG:النهر}}، {S#1 indirect:أغلقت الطريق الساحلية مساء الثلاثاء}.');
		check('{CUE#1:بحسب} {SPK#1:{ORG:بلدية المرسى}} فإن {S#1 indirect:الطريق الساحلية أغلقت مساء الثلاثاء}.');
	});

	test('P8: rules and measures are no sources', () => {
		check('توزع الأراضي على المواطنين وفقا لأحكام القانون الجديد.');
		check('تحدد الأسعار حسب الحاجة وحجم الطلب في السوق.');
	});

	test('P9: كما and ما with a verb', () => {
		check('{S#1 indirect:أغلقت الطريق الساحلية مساء الثلاثاء}، {CUE#1:حسبما ذكرت} {SPK#1:{ORG:بلدية المرسى}}.');
		check('{S#1 indirect:أغلقت الطريق الساحلية مساء الثلاثاء}، {CUE#1:وفق ما أعلنت} {SPK#1:البلدية}.');
	});

	test('P11: relays', () => {
		check(
			'ونقلت {VIA#1:وكالة {ORG:النهر}} عن {SPK#1:{PER:سالم الحداد}} {CUE#1:قوله} إن {S#1 indirect how=relayed:السد سيفتتح في الخريف}.',
		);
	});

	test('P12: what stands between cue and clause', () => {
		check('{CUE#1:قال} {SPK#1:{PER:سالم الحداد}} في مؤتمر صحفي أمس إن {S#1 indirect:السد سيفتتح في الخريف}.');
		check('و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}} لـ«{TO#1:النهر}» إن {S#1 indirect:السد سيفتتح في الخريف}.');
	});

	test('P13: documents', () => {
		check('و{CUE#1:جاء} في {SPK#1:بيان الوزارة} أن {S#1 indirect how=unnamed:السد سيفتتح في الخريف}.');
		check('{CUE#1:أظهرت} {SPK#1:دراسة حديثة} أن {S#1 indirect how=unnamed:النوم المبكر يحسن الذاكرة}.');
	});

	test('P14: naming takes the predicate only', () => {
		check('و{CUE#1:وصف} {SPK#1:{PER:سالم الحداد}} الاتفاق بأنه "{S#1 direct:فرصة نادرة}".');
	});

	test('P15: headlines', () => {
		check('{SPK#1:وزير المياه}: {S#1 indirect how=headline:السد سيفتتح في الخريف}');
		check(
			'{SPK#1:{PER:الحداد}}: {S#1 indirect how=headline:لا تأجيل للافتتاح}\n{CUE#2:قال} {SPK#2:{PER:الحداد}} إن {S#2 indirect:الافتتاح قريب}.',
		);
		check('{LOC:تونس}: أمطار غزيرة في الشمال');
		check('بعد عام: السد يمتلئ بالمياه');
	});

	test('P17: كان … قد, with the subject before the verb', () => {
		check('وكان {SPK#1:{PER:سالم الحداد}} قد {CUE#1:أعلن} أن {S#1 indirect:السد سيفتتح في الخريف}.');
	});

	test('P18: verbal nouns as cues', () => {
		check(
			'{CUE#1:قال} {SPK#1:{PER:الحداد}} إن {S#1 indirect:العمل انتهى}. وختم حديثه {CUE#2:بالقول}: «{S#2 direct how=implicit:شكرا لكم جميعا}».',
		);
	});

	test('reported: a verbal noun without marks', () => {
		check('{CUE#1:أعلنت} {SPK#1:{ORG:وزارة المياه}} {S#1 reported:استكمال بناء السد الجديد}.');
		check('كشفت وزارة المياه عن تفاصيل السد الجديد.');
	});
});

suite('traps', () => {
	test('the article speaks itself', () => {
		check('يذكر أن السد بني قبل خمسين عاما.');
		check('ويشار إلى أن السد بني قبل خمسين عاما.');
	});

	test('homographs', () => {
		check('جرت المباراة بين الفريقين على ملعب المدينة: هدف وبطاقتان.');
		check('زادت الأسعار في السوق بعد أن ارتفع الطلب.');
	});

	test('particles that belong to another word', () => {
		check('قال الوزير كلمته بعد أن وصل الوفد.');
	});

	test('negated verbs', () => {
		check('ولم يذكر البيان أن السد تأخر.');
	});

	test('first person is no cue of the article', () => {
		check('أعتقد أن السوق هادئة.');
	});
});

suite('what else the engine promises', () => {
	test('quotations over paragraphs are one statement', () => {
		check(
			'و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}}: «{S#1 direct:بدأنا العمل قبل عامين في ظروف صعبة}».\n«{S#1:واليوم نرى أول المياه تصل إلى القرى البعيدة}».\nثم انصرف.',
		);
	});

	test('an attribution of words that have a speaker is a statement of its own', () => {
		check(
			'{CUE#1:قال} {SPK#1:{PER:الحداد}} إن {S#2 indirect how=relayed:{S#1 indirect:السد سيفتتح في الخريف}}، {CUE#2:بحسب} {SPK#2:وكالة {ORG:النهر}}.',
		);
	});

	test('nesting', () => {
		const { statements } = find('وذكرت وكالة النهر أن الوزير أكد أن السد سيفتتح قريبا.');
		assert.deepEqual(
			statements.map(statement => statement.nestedIn),
			[undefined, 0],
		);
	});

	test('unnamed sources keep their words', () => {
		check('{CUE#1:قال} {SPK#1:مصدر أمني} إن {S#1 indirect how=unnamed unnamed=مصدر_امني:الطريق مغلقة}.');
	});

	test('a title points back to who bears it', () => {
		check(
			'استقبل وزير المياه {PER:سالم الحداد} وفدا من المزارعين. و{CUE#1:قال} {SPK#1:الوزير} إن {S#1 indirect how=anaphor speaker=سالم_الحداد:السد سيفتتح قريبا}.',
		);
	});

	test('names in marks are scare marks', () => {
		const text = 'زار الوفد متحف «النهر» أمس.';
		assert.deepEqual(
			find(text).scare.map(region => text.slice(region.span.start, region.span.end)),
			['النهر'],
		);
	});

	test('nothing is found in lines that are no article matter', () => {
		check('وصل الوفد أمس.\nاقرأ أيضا: قال الوزير إن السد سيفتتح قريبا');
	});

	test('the same text gives the same statements', () => {
		const text = 'وقال الوزير: «نبدأ غدا»، مؤكدا أن العمل جاهز.';
		assert.deepEqual(find(text), find(text));
	});

	test('any text gets an answer', () => {
		for (const text of [
			'',
			'\n\n',
			'«',
			'قال',
			'قال إن',
			': "',
			'بحسب',
			'قال '.repeat(5000),
			'قال إن «'.repeat(5000),
			'وقال:\n'.repeat(2000),
		]) {
			assert.ok(find(text).statements.length >= 0);
		}
	});
});
