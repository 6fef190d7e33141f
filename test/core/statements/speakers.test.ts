import { suite, test } from 'node:test';
import { check } from './check.ts';

suite('where a source phrase ends', () => {
	test('before the object of its verb', () => {
		check('و{CUE#1:وصف} {SPK#1:{PER:الجلاصي}} العمل بأنه «{S#1 direct:رواية عن الصمت}».');
		check('و{CUE#1:وصفت} {SPK#1:وزيرة الإعلام} القرار بأنه «{S#1 direct:خطوة متسرعة}».');
		check('{CUE#1:حثت} {SPK#1:{LOC:تونس}} {LOC:ليبيا} على {S#1 reported:فتح المعبر الحدودي}.');
		check('و{CUE#1:طالبت} {SPK#1:المحكمة} مفوضية المياه ب{S#1 reported:تسليم السجلات}.');
		check('{CUE#1:أبدى} {SPK#1:{PER:سالم الحداد}} {S#1 reported:استعدادا للحوار}.');
	});

	test('over a preposition to the name that the title belongs to', () => {
		check(
			'{CUE#1:قال} {SPK#1:رئيس فرق الإنقاذ في هيئة الجبل، {PER:سالم الحداد}}، إن {S#1 indirect speaker=سالم_الحداد:الطريق مفتوحة أمام السيارات}.',
		);
		check(
			'{CUE#1:قالت} {SPK#1:الأمينة العامة للمنتدى الدولي {PER:هند العلي}} إن {S#1 indirect speaker=هند_العلي:الممرات آمنة}.',
		);
	});

	test('behind a name: titles stay, the addressee does not', () => {
		check(
			'{CUE#1:قال} {SPK#1:{PER:سالم الحداد} مدير مكتب {PER:هند العلي}} إن {S#1 indirect speaker=سالم_الحداد:الموعد قريب}.',
		);
		check('و{CUE#1:أوضحت} {SPK#1:{PER:هند العلي}} لـRadio أن {S#1 indirect:السوق هادئة}.');
	});
});

suite('who speaks', () => {
	test('behind وفقا ل the name, without its ل', () => {
		check(
			'و{CUE#1:وفقا} ل{SPK#1:عضوة المجلس {PER:هند العلي}}، {S#1 indirect how=named speaker=هند_العلي:أغلقت الطريق مساء الثلاثاء}.',
		);
		check('{CUE#1:وفقا} لـ{SPK#1:GreenVolt}، المنافس الأكبر، فإن {S#1 indirect:سعر الكهرباء سيتراجع إلى النصف}.');
	});

	test('a verb in the plural speaks for the subject before it', () => {
		check(
			'و{CUE#1:قال} {SPK#1:{PER:سالم الحداد}} إن {S#1 indirect:{SPK#2:المفاوضين} {CUE#2:أبلغوا} الوسيط بأن {S#2 indirect:السد لن يملأ قبل الربيع}}.',
		);
	});

	test('أبلغ and its like speak for the subject before them', () => {
		check(
			'و{CUE#1:ذكرت} {SPK#1:الوزارة} أن {S#1 indirect:{SPK#2:شركة {ORG:الينابيع}} {CUE#2:أبلغت} البلدية أنها {S#2 indirect:لن تجدد العقد}}.',
		);
	});

	test('أما فلان فيقول', () => {
		check('أما {SPK#1:البائعة {PER:هند العلي}} ف{CUE#1:تقول}: «{S#1 direct:السوق حية وستبقى كذلك}».');
	});

	test('two words for one office point to one bearer', () => {
		check(
			'{CUE#1:أعلن} {SPK#1:الناطق باسم البلدية {PER:سالم الحداد}} أن {S#1 indirect:الطريق مغلقة}. و{CUE#2:قال} {SPK#2:المتحدث باسم البلدية} إن {S#2 indirect how=anaphor speaker=سالم_الحداد:الأعمال ستنتهي غدا}.',
		);
	});

	test('a participle goes on with the outer speaker, not with who spoke inside', () => {
		check(
			'{CUE#1:قال} {SPK#1:{PER:سالم الحداد}} إن {S#1 indirect:{SPK#2:الخبراء} {CUE#2:يعتقدون} أن {S#2 indirect:السد متين}}، {CUE#3:مضيفا} أن {S#3 indirect how=participle speaker=سالم_الحداد:المياه كافية}.',
		);
	});

	test('the subject of the sentence before may be left out', () => {
		check(
			'استقبلت {PER:هند العلي} وفدا من المزارعين في مكتبها. و{CUE#1:أكدت} أن {S#1 indirect how=implicit speaker=هند_العلي:المياه ستصل إلى القرى}.',
		);
	});

	test('"I said" inside speech is its speaker’s', () => {
		check(
			'و{CUE#1:قالت} {SPK#1:{PER:هند العلي}}: «{S#1 direct:جاءني جاري يسأل، ف{CUE#2:قلت}: "{S#2 direct how=implicit speaker=هند_العلي:لا أعرف شيئا}"}».',
		);
	});
});
