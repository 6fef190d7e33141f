import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { dateAt } from '../../../server/src/core/entities/dates.ts';
import { sceneOf } from '../../../server/src/core/entities/scene.ts';
import { parseText } from '../../../server/src/core/text/parsed.ts';

/** Dates of a text as "words" or "words = value", in text order; a date begins behind the end of the one before. */
function check(text: string, ...expected: readonly string[]): void {
	const scene = sceneOf(parseText(text));
	const found: string[] = [];
	for (let at = 0; at < scene.tokens.length; at++) {
		const date = dateAt(scene, at);
		if (date !== undefined) {
			const words = text.slice(date.span.start, date.span.end);
			found.push(date.value === undefined ? words : `${words} = ${date.value}`);
			at = date.last - 1;
		}
	}
	assert.deepEqual(found, expected, text);
}

suite('dates', () => {
	test('name a day and a month, in one spelling or two', () => {
		check('في 20 آب/أغسطس المقبل', '20 آب/أغسطس = XXXX-08-20');
		check('في 3 مايو/ أيار 2019 وصل', '3 مايو/ أيار 2019 = 2019-05-03');
		check('يوم ١٢ حزيران (يونيو) الجاري', '١٢ حزيران (يونيو) = XXXX-06-12');
		check('عقد في 5 فبراير شباط', '5 فبراير شباط = XXXX-02-05');
		check('في ۷ نيسان ۲۰۲۱', '۷ نيسان ۲۰۲۱ = 2021-04-07');
	});

	test('name a day in words', () => {
		check('في العشرين من أغسطس', 'العشرين من أغسطس = XXXX-08-20');
		check('حتى الحادي والثلاثين من كانون الأول 2020', 'الحادي والثلاثين من كانون الأول 2020 = 2020-12-31');
		check('منذ الخامس عشر من شهر تموز', 'الخامس عشر من شهر تموز = XXXX-07-15');
		check('بين الحادي عشر والثاني عشر من مارس', 'الحادي عشر', 'الثاني عشر من مارس = XXXX-03-12');
		check('في العشرين من الشهر الجاري', 'العشرين من الشهر الجاري');
	});

	test('take no word for one, or one of several, for a Sunday', () => {
		check('توقف العمل يوم واحد فقط');
		check('اجتمعوا مساء أحد أيام الشهر');
		check('وصلوا مساء الأحد', 'الأحد');
	});

	test('name a month, with a year or without', () => {
		check('في أيلول/سبتمبر 2017 وأكتوبر', 'أيلول/سبتمبر 2017 = 2017-09', 'أكتوبر = XXXX-10');
		check('منتصف تموز/يوليو الماضي', 'منتصف تموز/يوليو = XXXX-07');
		check('شهر غشت ودجنبر', 'غشت = XXXX-08', 'دجنبر = XXXX-12');
	});

	test('want more than a month that is an ordinary word', () => {
		check('مارس ضغوطا على صفر من اللاعبين');
		check('في شهر مارس و5 مارس', 'مارس = XXXX-03', '5 مارس = XXXX-03-05');
	});

	test('name weekdays', () => {
		check('وصل الخميس، ثم الإثنين الماضي', 'الخميس', 'الإثنين');
		check('كل يوم سبت لا أي أحد', 'سبت');
		check('مساء الأحد 5 نيسان 2020', 'الأحد 5 نيسان 2020 = 2020-04-05');
	});

	test('name years where something says so', () => {
		check('عام 2003 ومنذ 2013 وفي 1995', '2003 = 2003', '2013 = 2013', '1995 = 1995');
		check('أواخر عام 2017 ومطلع 2018', 'أواخر عام 2017 = 2017', 'مطلع 2018 = 2018');
		check('في 2000 جندي و1990 دولارا');
	});

	test('are written in digits', () => {
		check('يوم 18/9/1436هـ (5/7/2015م)', '18/9/1436هـ', '5/7/2015م = 2015-07-05');
		check('نشر في 2020-08-01 و3.5.2018', '2020-08-01 = 2020-08-01', '3.5.2018 = 2018-05-03');
		check('النتيجة 3/2 والنسبة 99/99/2015');
	});

	test('follow the Hijri calendar, then without a value', () => {
		check('26 شوال 1436 هـ الموافق 11 أغسطس 2015 م', '26 شوال 1436 هـ', '11 أغسطس 2015 م = 2015-08-11');
		check('سنة 1353هـ وشهر رمضان', '1353هـ', 'رمضان');
		check('في العشر الأواخر من رمضان', 'العشر الأواخر من رمضان');
	});

	test('leave clitics and what only points outside', () => {
		check('وبنهاية تموز/يوليو', 'نهاية تموز/يوليو = XXXX-07');
		check('أمس والأسبوع المقبل ومطلع السنة');
	});
});
