import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hover } from '../../../server/src/core/features/hover.ts';
import { parseFixture, shown } from '../../support/fixture.ts';

/** The one place that calls the feature; every test below is data. Facts are told by name, defaults left out. */
function check(marked: string, expected: string | undefined): void {
	const { view, cursor } = parseFixture(marked);
	const result = hover(view, cursor);
	const actual = result && [
		shown(view, result.span),
		...facts('name', result.name),
		...facts('statement', result.statement),
	];
	assert.equal(actual?.join(' '), expected, marked);
}

function facts(kind: string, of: object | undefined): string[] {
	const told = Object.entries(of ?? {}).filter(
		([key, value]) =>
			!['id', 'status', 'from', 'text'].includes(key) &&
			value !== false &&
			!(Array.isArray(value) && value.length === 0),
	);
	return of ? [kind, ...told.map(([key, value]) => `${key}=${value}`)] : [];
}

suite('hover', () => {
	test('says what kind of entity a name is', () => {
		check('زارت {PER:سلمى ¦ناصر} حلب', '[سلمى ناصر] name label=PER fullName=سلمى ناصر mentions=1 first=true');
	});

	test('gathers the mentions of a name: the fullest, other spellings, their number', () => {
		check(
			'{PER name=k:سلمى ناصر} ثم {PER name=k:¦ناصر} ثم {PER name=k:سَلمى} ثم {PER name=k:ناصر}',
			'[ناصر] name label=PER fullName=سلمى ناصر spellings=سَلمى mentions=4',
		);
	});

	test('shows the form that can stand alone', () => {
		check(
			'وصل ل{LOC form=الولايات_المتحدة:لولايات ¦المتحدة}',
			'[لولايات المتحدة] name label=LOC fullName=الولايات المتحدة mentions=1 first=true',
		);
	});

	test('counts no rejected mention and none that is lost', () => {
		check(
			'{LOC name=h:ح¦لب} و{LOC rejected name=h:حلب} و{LOC orphan name=h:حلب}',
			'[حلب] name label=LOC fullName=حلب mentions=1 first=true',
		);
	});

	test('tells score, evidence, value, key, note, flag', () => {
		check(
			'يوم {DATE score=0.9 evidence=month,year value=2014-03 entity=k comment=c flag moved:آذار ¦2014}',
			'[آذار 2014] name flag=true moved=true score=0.9 comment=c label=DATE fullName=آذار 2014 mentions=1 first=true evidence=month,year value=2014-03 entity=k',
		);
	});

	test('says who speaks inside a statement, and which word says so', () => {
		check(
			'{CUE#s lemma=قال:وقالت} {SPK#s:الوزيرة} إن {S#s indirect:السد ¦آمن}',
			'[السد آمن] statement type=indirect how=named speaker=الوزيرة cue=وقالت cueLemma=قال',
		);
	});

	test('tells what the cue thinks of the words, unless it is neutral', () => {
		check(
			'{CUE#s stance=denying:نفت} {SPK#s:الوزيرة} أن {S#s indirect:السد ¦متصدع}',
			'[السد متصدع] statement type=indirect how=named speaker=الوزيرة cue=نفت stance=denying',
		);
		check(
			'{CUE#s stance=neutral:قالت} {SPK#s:الوزيرة} إن {S#s indirect:السد ¦آمن}',
			'[السد آمن] statement type=indirect how=named speaker=الوزيرة cue=قالت',
		);
	});

	test('answers on the cue and on the speaker too', () => {
		check(
			'{CUE#s:¦قالت} {SPK#s:الوزيرة} إن {S#s:السد آمن}',
			'[قالت] statement type=indirect how=named speaker=الوزيرة cue=قالت',
		);
		check(
			'{CUE#s:قالت} {SPK#s:¦الوزيرة} إن {S#s:السد آمن}',
			'[الوزيرة] statement type=indirect how=named speaker=الوزيرة cue=قالت',
		);
	});

	test('tells from where an implicit speaker was taken', () => {
		check(
			'{ANT#s:الوزيرة} غادرت. {CUE#s:وأضافت} أن {S#s how=implicit speaker=سلمى_ناصر:السد ¦آمن}',
			'[السد آمن] statement type=indirect how=implicit speakerName=سلمى ناصر antecedent=الوزيرة cue=وأضافت',
		);
	});

	test('tells medium and addressee', () => {
		check(
			'نقلت {VIA#s:الوكالة} عن {SPK#s:خبير} {CUE#s:قوله} {TO#s:للصحفيين} إن {S#s how=relayed:السد ¦آمن}',
			'[السد آمن] statement type=indirect how=relayed speaker=خبير cue=قوله via=الوكالة addressee=للصحفيين',
		);
	});

	test('keeps unnamed sources apart from keys of the register', () => {
		check(
			'{S#s how=unnamed unnamed=مصدر_أمني:السد ¦آمن}',
			'[السد آمن] statement type=indirect how=unnamed unnamed=مصدر أمني',
		);
		check(
			'{S#s confirmed how=implicit entity=salma:السد ¦آمن}',
			'[السد آمن] statement type=indirect how=implicit entity=salma',
		);
	});

	test('does not take the key by which a suggestion names its speaker for one of the register', () => {
		check('{S#s how=implicit entity=سلمى:السد ¦آمن}', '[السد آمن] statement type=indirect how=implicit');
	});

	test('tells both where a name lies inside a statement', () => {
		check(
			'«{S#s direct:زرت {LOC:¦حلب} أمس}»',
			'[حلب] name label=LOC fullName=حلب mentions=1 first=true statement type=direct how=unknown',
		);
	});

	test('takes the narrower of two names and of two statements', () => {
		check('{ORG:جامعة {LOC:¦حلب}}', '[حلب] name label=LOC fullName=حلب mentions=1 first=true');
		check('{S#o reported:قال إن {S#i direct:¦لا}}', '[لا] statement type=direct how=unknown');
	});

	test('counts a mark as part of its letter', () => {
		check('في {LOC:مِصْر¦َ} أمس', '[مِصْرَ] name label=LOC fullName=مِصْرَ mentions=1 first=true');
	});

	test('is silent at the end of a span, outside any, on rejected and lost ones', () => {
		check('{PER:سلمى}¦ أمس', undefined);
		check('أ¦مس', undefined);
		check('{PER rejected:سل¦مى}', undefined);
		check('{PER orphan:سل¦مى}', undefined);
		check('{S#s rejected:لا ¦بأس}', undefined);
	});
});
