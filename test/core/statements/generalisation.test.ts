import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { check, find } from './check.ts';

suite('attributions inside a clause', () => {
	test('the rest of an interrupted clause is a part of the same statement', () => {
		check('و{S#1 indirect:استهدفت الغارة}، {CUE#1:بحسب} {SPK#1:وكالة {ORG:النهر}}، {S#1:مركز البحوث في حي الروابي}.');
		check('{S#1 indirect:بنيت القاعة الكبرى في السوق} - {CUE#1:وفق} {SPK#1:مدير البلدية} - {S#1:قبل أربعين عاما}.');
	});

	test('what tells when the source spoke is none', () => {
		check('{S#1 indirect:أغلقت الطريق الساحلية مساء الثلاثاء}، {CUE#1:بحسب} {SPK#1:{ORG:بلدية المرسى}}، أمس الجمعة.');
		check(
			'{S#1 indirect:أغلقت الطريق الساحلية مساء الثلاثاء}، {CUE#1:بحسب} {SPK#1:{ORG:بلدية المرسى}}، وفتحت في الليل.',
		);
	});

	test('behind a complementiser it speaks for the clause that follows', () => {
		check('{CUE#1:ذكرت} {SPK#1:وكالات أنباء محلية} أنه {S#1 indirect:وفقا لجيش البلاد أصبح للناس الحق في المغادرة}.');
	});

	test('the same speaker once more is no statement of its own', () => {
		check('و{CUE#1:قالت} {SPK#1:{PER:هند العلي}} إن "{S#1 direct:السوق ستبقى حية رغم كل شيء}" على حد قولها.');
	});

	test('a quantity by which something is done is no source', () => {
		check('توزع المساعدات على القرى بحسب كميتها وحجمها.');
	});
});

suite('relays through several media', () => {
	const chain = (text: string, at: number): readonly string[] =>
		find(text).statements[at]?.chain?.map(({ start, end }) => text.slice(start, end)) ?? [];

	test('the outermost medium is via, all of them are the chain', () => {
		const text = 'نقلت وكالة «النهر» عن صحيفة «الجبل» عن مسؤول في وزارة النقل قوله إن الجسر سيغلق شهرا.';
		check(
			'نقلت {VIA#1:وكالة «النهر»} عن صحيفة «الجبل» عن {SPK#1:مسؤول في وزارة النقل} {CUE#1:قوله} إن {S#1 indirect how=relayed:الجسر سيغلق شهرا}.',
		);
		assert.deepEqual(chain(text, 0), ['وكالة «النهر»', 'صحيفة «الجبل»']);
	});

	test('نقلا عن inside a frame, and a medium with its verb', () => {
		assert.deepEqual(chain('ذكرت وكالة «النهر» نقلا عن صحيفة «الجبل» عن مسؤول في الوزارة أن الجسر سيغلق شهرا.', 0), [
			'وكالة «النهر»',
			'صحيفة «الجبل»',
		]);
		check(
			'وبحسب ما نقلته صحيفة «السهل» عن مصادر مطلعة، فإن الصفقة ستوقع بعد أيام قليلة.'
				.replace('بحسب ما نقلته صحيفة «السهل»', '{CUE#1:بحسب ما نقلته} {VIA#1:صحيفة «السهل»}')
				.replace('مصادر مطلعة', '{SPK#1:مصادر مطلعة}')
				.replace('الصفقة ستوقع بعد أيام قليلة', '{S#1 indirect how=relayed:الصفقة ستوقع بعد أيام قليلة}'),
		);
	});

	test('a second attribution names the statement whose words it repeats', () => {
		const { statements } = find('قال سالم الحداد إن السد سيفتتح في الخريف، بحسب وكالة النهر.');
		assert.deepEqual(
			statements.map(({ relayOf }) => relayOf),
			[undefined, 0],
		);
	});
});

suite('sources', () => {
	test('ب says where an unnamed source works', () => {
		check('{CUE#1:ذكر} {SPK#1:مصدر بالدفاع المدني} أن {S#1 indirect how=unnamed:الحريق أخمد قبل الفجر}.');
	});

	test('a part of a time is none, "well-informed" is', () => {
		check('وكان {SPK#1:{PER:الحداد}} {CUE#1:صرح} مطلع الشهر الجاري بأن {S#1 indirect:السد سيفتتح قريبا}.');
		check('{CUE#1:قال} {SPK#1:مصدر مطلع} إن {S#1 indirect how=unnamed:السد سيفتتح قريبا}.');
	});

	test('how the article got the words is no part of the source', () => {
		check('و{CUE#1:أورد} {SPK#1:بلاغ للوزارة}، توصلت جريدة «الضفاف» بنسخة منه، أن {S#1 indirect:الدراسة ستستأنف غدا}.');
	});

	test('a body behind a name is the object', () => {
		check('{CUE#1:طمأن} {SPK#1:{PER:سالم الحداد}} الحكومة بأن {S#1 indirect:السد متين}.');
	});

	test('His Excellency is who spoke last', () => {
		check(
			'{CUE#1:أكد} {SPK#1:الوزير {PER:سالم الحداد}} أن {S#1 indirect:السد متين}. و{CUE#2:أضاف} {SPK#2:معاليه} أن {S#2 indirect how=anaphor speaker=سالم_الحداد:المياه كافية}.',
		);
	});

	test('the same speaker by another title', () => {
		check(
			'و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}} إن {S#1 indirect:العدد ارتفع}. و{CUE#2:سجل} {SPK#2:المصدر ذاته} أن {S#2 indirect how=anaphor speaker=سالم_الحداد:الوضع مستقر}.',
		);
	});

	test('a subject left out is the subject of its own sentence', () => {
		check(
			'قال {PER:سالم الحداد} كلمته. وأطلقت {LOC:تونس} حملة كبيرة، و{CUE#1:أكدت} أن {S#1 indirect how=implicit speaker=تونس:الحدود مفتوحة}.',
		);
	});

	test('a verb in a relative clause says nothing for a participle', () => {
		check(
			'و{CUE#1:قال} {SPK#1:الجيش} إنه {S#1 indirect:يبحث عن صاروخ يحمل متفجرات ثقيلة}، {CUE#2:مشيرا} إلى أنه {S#2 indirect how=participle:لم يرصد خسائر}.',
		);
	});
});

suite('what is no statement', () => {
	test('a name in Latin letters between marks', () => {
		check('تحدث سالم الحداد "Salem Haddad" عن السد الجديد.');
	});

	test('hopes and suppositions', () => {
		check('ينتظر السكان على أمل أن تفتح الطريق قريبا.');
		check('من المتوقع أن تعلن الوزارة أن السد جاهز.');
	});

	test('a word that begins with ب is no predicate', () => {
		check('{CUE#1:وصف} {SPK#1:برلماني محلي} ما يجري هناك بـ"{S#1 direct:مجزرة بحق الناس}".');
	});
});

suite('marks and colons', () => {
	test('a word between marks behind a colon may begin a clause', () => {
		check('و{CUE#1:أكدت} {SPK#1:{PER:هند العلي}}: {S#1 indirect:"العبث" بالسوق القديمة لن يتكرر أبدا}.');
	});

	test('وذلك لأن goes on with speech behind a colon', () => {
		check('و{CUE#1:أوضح} {SPK#1:{PER:سالم الحداد}}: {S#1 indirect:بكيت بعد المباراة، وذلك لأني كنت سعيدا بالفوز}.');
	});

	test('ما وصفه بـ names what another verb is about', () => {
		check('وأشاد {PER:سالم الحداد} بما {CUE#1:وصفه} بـ"{S#1 direct how=implicit:اللقاء التاريخي}" مع الأهالي.');
	});

	test('«…»، هكذا قال', () => {
		check('«{S#1 direct:لن نتراجع}»، هكذا {CUE#1:قال} {SPK#1:رئيس النقابة {PER:سالم الحداد}}.');
	});
});

suite('bare nouns for a body', () => {
	test('the only one of its kind', () => {
		check(
			'زار الوفد شركة «{ORG:الشروق}» أمس. و{CUE#1:قالت} {SPK#1:الشركة} إن {S#1 indirect how=anaphor speaker=الشروق:المصنع سيفتتح قريبا}.',
		);
		check(
			'نشرت جريدة {ORG:النهر} صورة اللاعبين. و{CUE#1:أشارت} {SPK#1:الصحيفة} إلى أن {S#1 indirect how=anaphor speaker=النهر:الاستقبال كان حافلا}.',
		);
	});

	test('of two none', () => {
		check(
			'تنافس شركة «{ORG:الشروق}» شركة «{ORG:الغروب}». و{CUE#1:قالت} {SPK#1:الشركة} إن {S#1 indirect how=named:المصنع سيفتتح قريبا}.',
		);
	});

	test('a name without a noun, if it is the only one', () => {
		check(
			'وصل وفد من {ORG:فيسبوك} أمس. و{CUE#1:قالت} {SPK#1:الشركة} إن {S#1 indirect how=anaphor speaker=فيسبوك:العدد كبير}.',
		);
	});
});

suite('subjects, objects and names', () => {
	test('the only noun phrase behind a naming verb is what it names', () => {
		check('وكان {SPK#1:{PER:سالم الحداد}} قد {CUE#1:وصف} السد، في خطاب سابق، بأنه {S#1 indirect:مشروع العمر}.');
		check(
			'قالت {PER:هند العلي} كلمتها. و{CUE#1:وصفت} الانتخابات بأنها {S#1 indirect how=implicit speaker=هند_العلي:خطوة مهمة}.',
		);
		check('لكن {SPK#1:{PER:سالم الحداد}} {CUE#1:وصف} هذه الاتهامات بأنها "{S#1 direct:كلام فارغ}".');
	});

	test('bodies in marks behind a cue speak', () => {
		check('و{CUE#1:أعلنت} {SPK#1:"حركة إنقاذ الوادي" و"مجموعة الدفاع عن الساحل"} أنه {S#1 indirect:تم إخلاء المنطقة}.');
	});

	test('a word of place with a pronoun is no source', () => {
		check(
			'وظهر {PER:سالم الحداد} في الصورة، و{CUE#1:كتب} فوقها "{S#1 direct how=implicit speaker=سالم_الحداد:لا تعليق}".',
		);
	});

	test('a noun behind a preposition is no verb', () => {
		check('سار المرشح خلال تجمع انتخابي بأن رفع يديه.');
	});

	test('the agency of a dateline is nobody’s subject', () => {
		check(
			'المرسى ({ORG:النهر}) – ظهر {PER:سالم الحداد} في الصورة، و{CUE#1:كتب} تحتها: "{S#1 direct how=implicit speaker=سالم_الحداد:شعور جيد}".',
		);
	});

	test('an auxiliary stands between subject and verb', () => {
		check('يذكر أن {SPK#1:بوابة «النهر»} كانت قد {CUE#1:ذكرت} أن {S#1 indirect:آلاف الأسر تنتظر}.');
	});

	test('ف before an attribution', () => {
		check('ف{CUE#1:وفقا} ل{SPK#1:الخبراء}، {S#1 indirect:ستستمر القوات في تقدمها نحو المدينة}.');
	});

	test('whom no table knows goes by title and name', () => {
		check(
			'الإعلامية لميس الحديدي تحدثت عن اللقاء، {CUE#1:قائلة} إن {S#1 indirect how=participle:الوزير تناول قضايا كثيرة}.',
		);
	});
});
