import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findRegions } from '../../../server/src/core/statements/findRegions.ts';
import { parseText } from '../../../server/src/core/text/parsed.ts';

/** Each region as its kind and its first words. */
function check(text: string, ...expected: string[]): void {
	const found = findRegions(parseText(text)).map(({ span, what }) => `${what}: ${text.slice(span.start, span.end)}`);
	assert.deepEqual(found, expected, text);
}

const body = 'وصل الوفد إلى المدينة صباح الأحد والتقى رئيس البلدية في مكتبه.';

suite('boilerplate', () => {
	test('running text is none', () => {
		check(`${body}\n${body.replace('الأحد', 'الاثنين')}`);
	});

	test('lines by their words', () => {
		check(`${body}\nالتعليقات`, 'comments: التعليقات');
		check(`${body}\nاقرأ أيضا: سد جديد في الوادي`, 'related: اقرأ أيضا: سد جديد في الوادي');
		check(`${body}\nجميع الحقوق محفوظة 2020`, 'site: جميع الحقوق محفوظة 2020');
		check(`${body}\n// انتهى //`, 'signoff: // انتهى //');
		check(`${body}\n*نقلا عن النهر`, 'signoff: *نقلا عن النهر');
	});

	test('repeated lines', () => {
		check(`${body}\nوبدأ الاجتماع.\n${body}`, `repeat: ${body}`);
	});

	test('bylines, captions, datelines, signatures', () => {
		check(`سد جديد\nسالم الحداد – المرسى\n${body}`, 'byline: سالم الحداد – المرسى');
		check(`سد جديد\nسالم الحداد عند السد (رويترز)\n${body}`, 'caption: سالم الحداد عند السد (رويترز)');
		check(`سد جديد\nتونس 3 مارس 2019 م وات واس\n${body}`, 'dateline: تونس 3 مارس 2019 م وات واس');
		check(`${body}\nالنهر/ أ ف ب`, 'signoff: النهر/ أ ف ب');
	});

	test('parts of lines', () => {
		check(`ثقافي / معرض للكتاب في المرسى\n${body}`, 'section: ثقافي /');
		check(`سد جديد\n${body} سمات السدود المياه`, 'tags: سمات السدود المياه');
	});

	test('contact lines go on', () => {
		check(
			`${body}\nللتواصل مع الكاتب\nwriter@example.org\n12345 - Sms`,
			'contact: للتواصل مع الكاتب',
			'contact: writer@example.org',
			'contact: 12345 - Sms',
		);
	});
});
