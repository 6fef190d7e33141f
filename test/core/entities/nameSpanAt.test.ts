import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { citationForm } from '../../../server/src/core/entities/citationForm.ts';
import { nameSpanAt } from '../../../server/src/core/entities/nameSpanAt.ts';
import { parseFixture } from '../../support/fixture.ts';

/** What the cursor takes, and after = how it is cited where that differs from how it is written. */
function check(marked: string, expected: string | undefined): void {
	const { parsed, cursor } = parseFixture(marked);
	const span = nameSpanAt(parsed, cursor);
	const form = span && citationForm(parsed.text, span);
	const words = span && parsed.text.slice(span.start, span.end);
	assert.equal(form === undefined ? words : `${words} = ${form}`, expected, marked);
}

suite('the name under a cursor', () => {
	test('leaves clitics outside', () => {
		check('بين بغداد ووا¦شنطن', 'واشنطن');
		check('ولبن¦ان', 'لبنان');
		check('وال¦هاشمي', 'الهاشمي');
		check('بال¦عراق', 'العراق');
		check('وبوت¦ين', 'بوتين');
		check('بالح¦كومة', 'الحكومة');
	});

	test('keeps letters that are no clitics', () => {
		check('بغد¦اد', 'بغداد');
		check('ولي¦د', 'وليد');
		check('فلس¦طين', 'فلسطين');
		check('لب¦نان', 'لبنان');
		check('والد¦ته', 'والدته');
		check('كم¦ال', 'كمال');
	});

	test('begins at the second ل after لل', () => {
		check('زيارة للعر¦اق', 'لعراق = العراق');
		check('وللولا¦يات', 'لولايات = الولايات');
		check('سافر للن¦دن', 'لندن');
	});

	test('takes a word at its edges, and counts marks with their letters', () => {
		check('¦مصر', 'مصر');
		check('مصر¦ اليوم', 'مصر');
		check('وَمِصْ¦رَ', 'مِصْرَ');
		check('عام 20¦14', '2014');
	});

	test('takes nothing where no word is', () => {
		check('مصر  ¦  اليوم', undefined);
		check('«¦» مصر', undefined);
		check('¦', undefined);
	});
});
