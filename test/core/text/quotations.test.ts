import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseText } from '../../../server/src/core/text/parsed.ts';

/** Each quotation as its depth in dots, its words, and ? where a mark was lost. */
function check(text: string, ...expected: string[]): void {
	const found = parseText(text).quotations.map(quotation => {
		const before = '.'.repeat(quotation.depth) + (quotation.open === undefined ? '?' : '');
		return before + text.slice(quotation.inner.start, quotation.inner.end) + (quotation.close === undefined ? '?' : '');
	});
	assert.deepEqual(found, expected, text);
}

suite('quotations', () => {
	test('every style of mark', () => {
		check('قال الوزير: «نبدأ غدا».', 'نبدأ غدا');
		check('قال الوزير: "نبدأ غدا".', 'نبدأ غدا');
		check('قال الوزير: “نبدأ غدا”.', 'نبدأ غدا');
		check('قال الوزير: ‘نبدأ غدا’.', 'نبدأ غدا');
		check("قال الوزير: ''نبدأ غدا''.", 'نبدأ غدا');
		check('قال الوزير: ((نبدأ غدا)).', 'نبدأ غدا');
		check('قال الوزير: <<نبدأ غدا>>.', 'نبدأ غدا');
		check('قال تعالى: ﴿وقل رب زدني علما﴾.', 'وقل رب زدني علما');
		check('قال تعالى: ﴾وقل رب زدني علما﴿.', 'وقل رب زدني علما');
	});

	test('single parentheses and apostrophes are no quotation marks', () => {
		check('وصل الوفد (أمس) إلى العاصمة');
		check("فاز O'Neill بالجائزة");
	});

	test('blanks at the edges stay outside', () => {
		check('صحيفة « الميناء » و" الضفة "', 'الميناء', 'الضفة');
	});

	test('clitics and tatweel glued to a mark', () => {
		check('وفي حديث لـ«الميناء» و"الضفة" وبـ"النهر"', 'الميناء', 'الضفة', 'النهر');
		check('حديث ل"الميناء" وال"ضفة"', 'الميناء', 'ضفة');
	});

	test('a mark glued to words on both sides goes by parity', () => {
		check('قال"نعم"ثم خرج', 'نعم');
	});

	test('the same mark on both ends', () => {
		check('قال: ”نبدأ غدا” ثم ”ننتهي”', 'نبدأ غدا', 'ننتهي');
		check('قال: «نبدأ غدا« ثم خرج', 'نبدأ غدا');
	});

	test('mixed pairs', () => {
		check('قال: “نبدأ غدا» ثم خرج', 'نبدأ غدا');
		check('قال: "نبدأ غدا” ثم خرج', 'نبدأ غدا');
		check('قال»نبدأ غدا» ثم خرج', 'نبدأ غدا');
	});

	test('plus signs as inner marks', () => {
		check('قال: "قالوا لنا: +عودوا إلى بيوتكم+"', 'قالوا لنا: +عودوا إلى بيوتكم+', '.عودوا إلى بيوتكم');
		check('ارتفعت الحرارة إلى +5 ثم +7 درجات');
	});

	test('nesting', () => {
		check('قال: «قرأت "النهر" أمس»', 'قرأت "النهر" أمس', '.النهر');
		check('قال: «قرأت «النهر» أمس»', 'قرأت «النهر» أمس', '.النهر');
		check('قال: "قرأت "النهر" أمس"', 'قرأت "النهر" أمس', '.النهر');
	});

	test('doubled marks count once', () => {
		check('قال: ««نبدأ غدا»» ثم ""ننتهي""', 'نبدأ غدا', 'ننتهي');
	});

	test('a lost closing mark: to the end of the sentence before the next quotation, or of the paragraph', () => {
		check('قال: «نبدأ غدا. وصحيفة «النهر» حضرت', 'نبدأ غدا?', 'النهر');
		check('قال: «نبدأ غدا. سنعمل معا.', 'نبدأ غدا. سنعمل معا?');
		check('قال: "نبدأ غدا وسنعمل', 'نبدأ غدا وسنعمل?');
	});

	test('a lost closing mark that cannot be placed loses its own quotation only', () => {
		check('زار «الميناء ثم «النهر» وعاد', 'النهر');
	});

	test('a lost opening mark: from the colon', () => {
		check('وقال الوزير: نبدأ غدا». وزار «النهر»', '?نبدأ غدا', 'النهر');
		check('وقال الوزير نبدأ غدا». وزار «النهر»', 'النهر');
	});

	test('an inner mark lost inside another style', () => {
		check('قال: «قرأت "النهر. وعدت».', 'قرأت "النهر. وعدت', '.النهر?');
	});

	test('a lost mark stays in its paragraph', () => {
		check('قال: "نبدأ غدا\nوقال: "ننتهي" أمس', 'نبدأ غدا?', 'ننتهي');
		check('"\nقال: "ننتهي" أمس', 'ننتهي');
	});

	test('nothing between the marks is nothing', () => {
		check('قال: «» ثم ""');
	});

	test('spans hold the marks', () => {
		const text = 'قال: ((نبدأ غدا)).';
		const [quotation] = parseText(text).quotations;
		assert.equal(quotation && text.slice(quotation.start, quotation.end), '((نبدأ غدا))');
	});

	test('survives a million marks', () => {
		for (const text of [
			'«'.repeat(1e6),
			'" '.repeat(5e5),
			'«ا '.repeat(3e5),
			'"«'.repeat(5e5),
			'ا» '.repeat(3e5),
			'’‘'.repeat(5e5),
			'«كلام». '.repeat(1.5e5),
		]) {
			assert.ok(parseText(text).quotations.length >= 0);
		}
	});
});
