import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findEntities } from '../../../server/src/core/entities/findEntities.ts';
import type { SuggestedEntity } from '../../../server/src/core/model.ts';
import { type ParsedText, parseText } from '../../../server/src/core/text/parsed.ts';
import { parseFixture } from '../../support/fixture.ts';

/** The one place that runs the engine: what it marks must be what the text has marked. */
function check(marked: string): void {
	const { view } = parseFixture(marked);
	assert.equal(mark(view.text, run(parseText(view.text))), marked);
}

/** As `check`, and what the first name found has besides. */
function checkFirst(marked: string, expected: Partial<SuggestedEntity>): void {
	check(marked);
	const { view } = parseFixture(marked);
	const [first] = run(parseText(view.text));
	assert.ok(first);
	const actual = Object.fromEntries(Object.keys(expected).map(key => [key, first[key as keyof SuggestedEntity]]));
	assert.deepEqual(actual, expected, marked);
}

function run(parsed: ParsedText): SuggestedEntity[] {
	const steps = findEntities(parsed, []);
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
}

function mark(text: string, entities: readonly SuggestedEntity[]): string {
	let marked = '';
	let done = 0;
	for (const { label, span } of entities) {
		marked += `${text.slice(done, span.start)}{${label}:${text.slice(span.start, span.end)}}`;
		done = span.end;
	}
	return marked + text.slice(done);
}

suite('people', () => {
	test('are found by given and family name', () => {
		check('التقى {PER:محمد صلاح} زميله {PER:سعيد الهاشمي} في الملعب');
		check('قال {PER:جون سميث} إن النتائج جيدة');
	});

	test('are found behind a title or an office, which stay outside', () => {
		check('وصل الرئيس {PER:سلطانوف} إلى القمة');
		check('قالت المستشارة الألمانية {PER:أنغيلا ميركل} للصحفيين');
		check('استقبل وزير الصحة اللبناني {PER:فراس حمدان} وفدا');
		check('أوضح المتحدث باسم الوزارة، {PER:كريم النوري}، التفاصيل');
	});

	test('are found by particles of names', () => {
		check('حضر {PER:عبد الرحمن بن فيصل} الحفل');
		check('وافق {PER:محمود أبو زيد} على العرض');
		check('ألقى {PER:حمد آل ثاني} كلمة');
		check('قال {PER:صلاح الدين النجار} إن العمل مستمر');
	});

	test('are found before an office, be their names in no table', () => {
		check('نفت {PER:ديلاروث مرغوش}، المتحدثة باسم الشركة، الخبر');
		check('استفزت كلمته الجمهور، قائد الفريق لم يعلق');
	});

	test('end before a title with a clitic', () => {
		check('اتصل {PER:سالم الراوي} بولي العهد، ثم التقى {PER:سالم الراوي} ووزير المالية');
		check('كتب {PER:جيمس فولي}، وقال {PER:فولي} إنه عاد');
	});

	test('have numbers as kings do', () => {
		check('زار الملك {PER:عبدالله الثاني} المستشفى');
	});

	test('are called by a short form once named in full', () => {
		check('قال {PER:مراد الغزاوي} إن اللقاء ناجح، ثم غادر {PER:الغزاوي} القاعة ورفض {PER:الغزاوي} التعليق');
		check('كتب {PER:سامي أبو العز} مقالا، ورد على {PER:أبو العز} كثيرون');
	});

	test('leave clitics outside the span', () => {
		check('التقى وفد الشركة ب{PER:محمد سليم} و{PER:نادر الحداد}');
	});

	test('are told from prepositions and particles spelled alike', () => {
		check('اعتمد على البيانات، فإن النتائج مهمة');
		check('قال {PER:علي الهاشمي} إنه اعتمد على النتائج');
		check('لن نغادر الآن محمولين على الأكتاف، وقال الآن {PER:محمد الهاشمي} إنه عاد');
	});
});

suite('places', () => {
	test('are found with and without clitics', () => {
		check('انتقل من {LOC:بغداد} إلى {LOC:القاهرة} و{LOC:واشنطن} ثم ل{LOC:باريس}');
		check('الوضع ب{LOC:لبنان} وك{LOC:مصر}');
	});

	test('keep the second ل after لل, and have a citation form', () => {
		checkFirst('زيارة ل{LOC:لولايات المتحدة} غدا', { form: 'الولايات المتحدة', name: 'الولايات المتحده' });
		checkFirst('سافر ل{LOC:لندن}', { name: 'لندن' });
	});

	test('that are ordinary words want to be announced', () => {
		check('تحدث عن مستقبل مالي صعب');
		check('في مدينة {LOC:الباب} هدوء، وعلى الباب حارس');
	});

	test('are known by the head before the name', () => {
		check('هبطت الطائرة في {LOC:مطار النجف الدولي} صباحا');
		check('قرب {LOC:مسجد النور} و{LOC:شارع المتنبي}');
		check('تبنت بلدة {LOC:كفرمشكي} القرار');
	});

	test('are no adjectives', () => {
		check('أعلنت الحكومة السعودية موعد القمة، و{LOC:السعودية} تستضيفها');
		check('حلقت طائرات روسية وسورية فوق شمال {LOC:سورية}، وأعلنت جهات رسمية سورية ذلك');
		check('زيارة كندية ل{LOC:لسعودية}');
	});
});

suite('bodies', () => {
	test('keep a head that belongs to the name', () => {
		check('أعلنت {ORG:وزارة الزراعة} الخطة');
		check('وافق {ORG:مجلس النواب العراقي} على القانون');
		check('قضت {ORG:المحكمة الدستورية} بذلك');
		check('خريج {ORG:جامعة الملك سعود} في {LOC:الرياض}');
		check('مدير {ORG:المرصد اليمني لحقوق الإنسان}');
	});

	test('go on with a purpose', () => {
		check('اجتمع {ORG:المجلس الأعلى للبترول} و{ORG:اللجنة الوطنية لإعمار المدينة}');
	});

	test('leave a head that describes outside', () => {
		check('كتبت صحيفة {ORG:الحياة} أمس');
		check('قالت شركة {ORG:هواوي} إن الأرباح ارتفعت');
		check('جاء ذلك في استطلاع (وفق مؤسسة {ORG:أوبتيكا واي})');
	});

	test('in quotation marks are what stands between them', () => {
		check('قالت شركة «{ORG:نور الخليج}» إنها ستتوسع، وأكدت {ORG:نور الخليج} ذلك');
		check('نقلت صحيفة "{ORG:الوطن}" عن مصدر');
	});

	test('are found by short forms and acronyms', () => {
		check('ذكرت {ORG:رويترز} و{ORG:فرانس برس} و{ORG:أ.ف.ب} الخبر');
	});

	test('named in full lend one word of theirs', () => {
		check('أعلن {ORG:التحالف الدولي} غارات جديدة، وقال {ORG:التحالف} إن القصف مستمر');
		check('دعا إلى التحالف مع جيرانه');
	});

	test('and places are told apart by their role', () => {
		check('أعلن {ORG:البيت الأبيض} الموعد، وجرى اللقاء في {LOC:البيت الأبيض}');
		check('سجل لاعب {ORG:برشلونة} هدفا، ثم سافر إلى {LOC:برشلونة}');
	});

	test('are not bare nouns', () => {
		check('قالت الحكومة والوكالة والشرطة إن الوضع هادئ');
	});
});

suite('order', () => {
	test('puts the outermost name first and keeps the inner one', () => {
		const { view } = parseFixture('في {ORG:جامعة القاهرة} اليوم');
		const [university] = run(parseText(view.text));
		assert.deepEqual(
			university?.nested.map(({ label, span }) => [label, view.text.slice(span.start, span.end)]),
			[['LOC', 'القاهرة']],
		);
	});

	test('gives mentions of one name one key, the fullest', () => {
		const names = (text: string) => run(parseText(text)).map(entity => entity.name);
		assert.deepEqual(names('أمريكا بلد كبير، والولايات المتحدة الأمريكية تنتخب'), [
			'الولايات المتحده الامريكيه',
			'الولايات المتحده الامريكيه',
		]);
		assert.deepEqual(names('قال دونالد ترامب شيئا، ثم قال دونالد ترمب غيره'), ['دونالد ترامب', 'دونالد ترامب']);
		assert.deepEqual(names('قال مراد الغزاوي إن اللقاء ناجح، ثم غادر الغزاوي'), ['مراد الغزاوي', 'مراد الغزاوي']);
	});

	test('is the text’s, and spans do not overlap, in any text', () => {
		const odd = [
			'',
			'\n\n',
			'ـــ',
			'«»""',
			'محمد '.repeat(900),
			'20/'.repeat(900),
			'وزارة '.repeat(900),
			'\ud800محمد',
			'آل '.repeat(50),
		];
		for (const text of odd) {
			let end = 0;
			for (const { span } of run(parseText(text))) {
				assert.ok(span.start >= end && span.end > span.start && span.end <= text.length, text.slice(0, 20));
				end = span.end;
			}
		}
	});
});
