import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementTable, roleFigures } from '../../../server/src/core/agreement/agreementTable.ts';
import { compareLayers } from '../../../server/src/core/agreement/compareLayers.ts';
import { disagreements } from '../../../server/src/core/agreement/disagreements.ts';
import { layer } from './layers.ts';

/** Each role as "both/only second/only first, units judged alike of all"; and what they differ in, with the words. */
function check(
	first: string,
	second: string,
	roles: Readonly<Record<string, string>>,
	differ: readonly string[],
): void {
	const [a, b] = [layer(first), layer(second)];
	assert.equal(a.text, b.text, 'two layers of one text');
	const compared = compareLayers(a.text, a.annotations, b.annotations);
	const shown = [...(compared ?? [])].map(([role, { found, judged }]) => {
		return [role, `${found.join('/')}, ${judged.filter(([x, y]) => x === y).length} of ${judged.length}`] as const;
	});
	assert.deepEqual(Object.fromEntries(shown), roles);
	const told = disagreements(a.annotations, b.annotations).map(({ over, span, first: mine, second: theirs }) => {
		const sides = mine && theirs ? 'both' : mine ? 'first' : 'second';
		return `${sides}: ${over.join(', ')}: ${a.text.slice(span.start, span.end)}`;
	});
	assert.deepEqual(told, differ);
}

test('layers that say the same agree in everything', () => {
	const marked = '{cue:أعلنت} {speaker:{ORG:بلدية صفرو}} {indirect:أن الجسر سيفتح يوم {DATE:الأحد}}.';
	check(
		marked,
		marked,
		{
			name: '2/0/0, 8 of 8',
			label: '2/0/0, 2 of 2',
			content: '1/0/0, 8 of 8',
			type: '1/0/0, 1 of 1',
			cue: '1/0/0, 8 of 8',
			speaker: '1/0/0, 8 of 8',
			'who speaks': '1/0/0, 1 of 1',
		},
		[],
	);
});

test('each role is compared by itself', () => {
	check(
		'{cue:قال} {speaker:الوزير {PER:سالم الراوي}}: «{direct:لن نغلق الميناء} أبدا»، وزار {LOC:صور} مع {PER:هدى}.',
		'{cue:قال} الوزير {speaker:{PER:سالم الراوي}}: «{indirect:لن نغلق الميناء أبدا}»، وزار {ORG:صور} مع هدى.',
		{
			name: '2/0/1, 11 of 12',
			label: '1/1/2, 1 of 2',
			content: '1/0/0, 11 of 12',
			type: '0/1/1, 0 of 1',
			cue: '1/0/0, 12 of 12',
			speaker: '0/1/1, 11 of 12',
			'who speaks': '0/1/1, 0 of 1',
		},
		['both: content, type, speaker, who speaks: لن نغلق الميناء أبدا', 'both: label: صور', 'first: name: هدى'],
	);
});

test('names with other borders are one disagreement, not two', () => {
	check(
		'وصل {PER:كريم} الحداد إلى {LOC:فاس}.',
		'وصل {PER:كريم الحداد} إلى فاس.',
		{
			name: '0/1/2, 3 of 5',
			label: '0/1/2, 0 of 0',
			content: '0/0/0, 5 of 5',
			type: '0/0/0, 0 of 0',
			cue: '0/0/0, 5 of 5',
			speaker: '0/0/0, 5 of 5',
			'who speaks': '0/0/0, 0 of 0',
		},
		['both: name: كريم الحداد', 'first: name: فاس'],
	);
});

test('statements that share less than half are two', () => {
	check(
		'{cue:أكد} الناطق {indirect:أن المفاوضات متوقفة} منذ شهر ولن تستأنف قبل العيد.',
		'{cue:أكد} الناطق أن المفاوضات متوقفة منذ {indirect:شهر ولن تستأنف قبل العيد}.',
		{
			name: '0/0/0, 11 of 11',
			label: '0/0/0, 0 of 0',
			content: '0/1/1, 3 of 11',
			type: '0/1/1, 0 of 0',
			cue: '1/0/0, 11 of 11',
			speaker: '0/0/0, 11 of 11',
			'who speaks': '0/1/1, 0 of 0',
		},
		['first: content: أن المفاوضات متوقفة', 'second: content: شهر ولن تستأنف قبل العيد'],
	);
});

test('only kinds that are done in both layers count', () => {
	const { text, annotations } = layer('زار {PER:كريم} {LOC:فاس}.');
	const draft = { ...annotations, status: { entities: 'done', statements: 'draft' } } as const;
	assert.deepEqual([...(compareLayers(text, annotations, draft)?.keys() ?? [])], ['name', 'label']);
	const none = { ...annotations, status: { entities: 'draft', statements: 'draft' } } as const;
	assert.equal(compareLayers(text, annotations, none), undefined);
});

test('the table adds articles up before it divides', () => {
	const compare = (first: string, second: string) => {
		const [a, b] = [layer(first), layer(second, { entities: 'done', statements: 'new' })];
		return compareLayers(a.text, a.annotations, b.annotations) ?? new Map();
	};
	const articles = [
		compare('زار {PER:كريم} {LOC:فاس}.', 'زار {PER:كريم} {LOC:فاس}.'),
		compare('عادت {PER:هدى} إلى {LOC:صور}.', 'عادت {PER:هدى} إلى صور.'),
	];
	assert.equal(
		agreementTable(roleFigures(articles)),
		[
			'role   P      R      F1     units  same   chance  kappa  chance  alpha',
			'name   1.000  0.750  0.857  7      0.857  0.490   0.720  0.462   0.735',
			'label  1.000  0.750  0.857  3      1.000  0.556   1.000  0.467   1.000',
			'',
		].join('\n'),
	);
});
