import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { AnnotationRecord } from '../../../server/src/core/model.ts';
import { emptyFile } from '../../../server/src/core/sidecar/readSidecar.ts';
import { noAnnotations, openSidecar, sidecarSource } from '../../../server/src/core/sidecar/session.ts';
import type { Span } from '../../../server/src/core/span.ts';
import { at, entityAt, statementAt } from './records.ts';

const text = [
	'بغداد: قال وزير النقل كريم الهاشمي أمس الاثنين إن المطار الجديد سيفتح قريبا.',
	'وأضاف الهاشمي خلال مؤتمر صحفي: «سنستقبل أول رحلة في الربيع»، وفق ما نقلت وكالة الشرق.',
	'ونفى كريم الهاشمي في الوقت نفسه أن يكون المشروع قد تأخر، مؤكدا أن «العمل يسير كما خططنا له».',
].join('\n');

/** Annotates the text, edits it in another program, opens it again, and tells what stands where: state, words, parts. */
function check(record: AnnotationRecord, edit: (text: string) => string, expected: string): void {
	const source = sidecarSource(
		text,
		{ ...noAnnotations, records: [record] },
		openSidecar(text, undefined).file,
		'a.txt',
	);
	const edited = edit(text);
	const [found] = openSidecar(edited, source).annotations.records;
	const words = (span: Span | undefined): string => (span === undefined ? '' : edited.slice(span.start, span.end));
	const parts =
		found?.kind === 'entity'
			? [words(found.at.span)]
			: found?.kind === 'statement'
				? [found.content.map(part => words(part.span)).join('+'), words(found.cue?.span), words(found.speaker?.span)]
				: [];
	assert.equal(
		`${found?.state}${found?.moved === true ? ' moved' : ''} ${found?.state === 'orphan' ? '' : parts.join(' | ')}`.trim(),
		expected,
	);
}

const second = entityAt(text, 'e1aaaa', at(text, 'الهاشمي', 1));
const full = entityAt(text, 'e1aaaa', at(text, 'كريم الهاشمي', 1));
const said = statementAt(text, 's1aaaa', {
	content: at(text, 'سنستقبل أول رحلة في الربيع'),
	cue: at(text, 'وأضاف'),
	speaker: at(text, 'الهاشمي', 1),
});

suite('placeRecords', () => {
	test('uses the spans in the same text', () => {
		check(second, same => same, 'confirmed الهاشمي');
	});

	test('finds the same words near the old place', () => {
		check(second, before => `${before.slice(0, 20)} الذي تولى المنصب ${before.slice(20)}`, 'confirmed الهاشمي');
		check(full, before => before.slice(before.indexOf('\n') + 1), 'confirmed كريم الهاشمي');
		check(
			said,
			before => before.replace('خلال مؤتمر صحفي', 'عصرا'),
			'confirmed سنستقبل أول رحلة في الربيع | وأضاف | الهاشمي',
		);
	});

	test('tells mentions of one name apart by what stands around them', () => {
		const edited = text.replace('كريم الهاشمي أمس', 'كريم الهاشمي، كريم الهاشمي نفسه، أمس');
		const source = sidecarSource(
			text,
			{ ...noAnnotations, records: [full] },
			openSidecar(text, undefined).file,
			'a.txt',
		);
		const [found] = openSidecar(edited, source).annotations.records;
		assert.ok(found?.kind === 'entity');
		assert.equal(found.at.span.start, edited.indexOf('كريم الهاشمي في الوقت'));
	});

	test('finds the same words in another normalisation form and with other blanks', () => {
		const long = { start: text.indexOf('إن المطار'), end: text.indexOf('، مؤكدا') };
		const record = statementAt(text, 's1aaaa', { content: long });
		for (const change of [
			(before: string) => `عاجل\n${before.normalize('NFD')}`,
			(before: string) => before.replaceAll('الهاشمي', 'الهاشمي ').replaceAll(' ', '\u00a0'),
		]) {
			const after = (words: string): string => change(words).replace('عاجل\n', '').trim();
			check(full, change, `confirmed ${after('كريم الهاشمي')}`);
			check(second, change, `confirmed ${after('الهاشمي')}`);
			check(said, change, `confirmed ${['سنستقبل أول رحلة في الربيع', 'وأضاف', 'الهاشمي'].map(after).join(' | ')}`);
			const source = sidecarSource(text, { ...noAnnotations, records: [record] }, emptyFile, 'a.txt');
			assert.equal(openSidecar(change(text), source).annotations.records[0]?.state, 'confirmed');
		}
	});

	test('goes by its neighbours where all context is gone', () => {
		const third = entityAt(text, 'e2aaaa', at(text, 'كريم الهاشمي', 1));
		const place = entityAt(text, 'e3aaaa', at(text, 'وكالة الشرق'), { label: 'ORG' });
		const records = [said, place, third];
		const source = sidecarSource(text, { ...noAnnotations, records }, emptyFile, 'a.txt');
		const edited = text.replace(
			'وفق ما نقلت وكالة الشرق.\nونفى',
			'«لا تعليق» كما كتبت صحف عدة عن وكالة الشرق عصرا\nلكن نفى',
		);
		const found = openSidecar(edited, source).annotations.records;
		assert.deepEqual(
			found.map(record => [record.id, record.state, record.moved ?? false]),
			[
				['s1aaaa', 'confirmed', false],
				['e3aaaa', 'confirmed', true],
				['e2aaaa', 'confirmed', false],
			],
		);
	});

	test('marks what is found only approximately', () => {
		check(full, before => before.replace('ونفى كريم الهاشمي', 'ونفى كريمٌ الهاشمي'), 'confirmed moved كريمٌ الهاشمي');
		check(full, before => before.replace('ونفى كريم الهاشمي', 'ونفى كريم الهاشمى'), 'confirmed moved كريم الهاشمى');
		check(full, before => before.replace('ونفى كريم الهاشمي', 'ونفى كَرِيم الهاشمي'), 'confirmed moved كَرِيم الهاشمي');
		check(
			said,
			before => before.replace('أول رحلة', 'أولى رحلة').replace('وأضاف', 'وقال'),
			'confirmed moved سنستقبل أولى رحلة في الربيع |  | الهاشمي',
		);
	});

	test('makes an orphan of what is gone, and never takes other words', () => {
		check(full, before => before.replace('ونفى كريم الهاشمي في', 'ونفى سعيد الخطيب في'), 'orphan');
		check(second, before => before.replace('وأضاف الهاشمي', 'وأضاف الوزير'), 'orphan');
		check(said, before => before.replace('سنستقبل أول رحلة في الربيع', 'لا تعليق'), 'orphan');
		check(full, before => before.replace('ونفى كريم الهاشمي في', 'ونفى كريم الهشمى في'), 'orphan');
		check(full, () => '', 'orphan');
	});

	test('brings an orphan back when its words are back in their context', () => {
		const orphan: AnnotationRecord = { ...full, state: 'orphan', was: 'rejected' };
		check(orphan, before => `عاجل\n${before}`, 'rejected كريم الهاشمي');
		check(orphan, before => before.replace('ونفى كريم الهاشمي في', 'ونفى'), 'orphan');
	});

	test('finds long stretches by both ends', () => {
		const long = { start: text.indexOf('إن المطار'), end: text.indexOf('، مؤكدا') };
		const record = statementAt(text, 's1aaaa', { content: long });
		const words = text.slice(long.start, long.end);
		check(record, before => `عاجل ${before}`, `confirmed ${words} |  |`);
		check(
			record,
			before => before.replace('خلال مؤتمر صحفي', 'في بيان'),
			`confirmed moved ${words.replace('خلال مؤتمر صحفي', 'في بيان')} |  |`,
		);
	});

	test('finds 99.5 of 100 again after up to fifty edits outside of them, none on other words', () => {
		const paragraphs = Array.from(
			{ length: 8 },
			(_value, index) => `${text}\nالفقرة ${index} عن ${'أب ت ث'.slice(index % 4)} تنتهي هنا.`,
		).join('\n');
		const records: AnnotationRecord[] = [];
		for (let n = 0; n < 8; n++) {
			records.push(
				entityAt(paragraphs, `e${n}aaaa`, at(paragraphs, 'كريم الهاشمي', 2 * n + 1)),
				entityAt(paragraphs, `f${n}aaaa`, at(paragraphs, 'وكالة الشرق', n), { label: 'ORG' }),
				statementAt(paragraphs, `s${n}aaaa`, {
					content: at(paragraphs, 'سنستقبل أول رحلة في الربيع', n),
					cue: at(paragraphs, 'وأضاف', n),
				}),
			);
		}
		const source = sidecarSource(
			paragraphs,
			{ ...noAnnotations, records },
			openSidecar(paragraphs, undefined).file,
			'a.txt',
		);
		let found = 0;
		let all = 0;
		const edit = fc.record({
			at: fc.nat(1_000_000),
			cut: fc.nat(12),
			words: fc.constantFrom('', ' جديد', 'و', '\n', ' كريم الهاشمي ', ' 🔴 ', 'قال '),
		});
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 50 }), edits => {
				let now = paragraphs;
				// What must not be touched, moved along.
				let spans = records
					.flatMap(record =>
						record.kind === 'statement'
							? [...record.content, ...(record.cue === undefined ? [] : [record.cue])]
							: record.kind === 'entity'
								? [record.at]
								: [],
					)
					.map(anchor => anchor.span);
				for (const { at: where, cut, words } of edits) {
					const start = where % (now.length + 1);
					const end = Math.min(now.length, start + cut);
					if (
						spans.some(span => span.start < end && start < span.end) ||
						spans.some(span => span.start < start && start < span.end)
					) {
						continue;
					}
					now = now.slice(0, start) + words + now.slice(end);
					const shift = words.length - (end - start);
					spans = spans.map(span => (span.start >= end ? { start: span.start + shift, end: span.end + shift } : span));
				}
				const opened = openSidecar(now, source).annotations.records;
				const right = new Set(spans.map(span => `${span.start}-${span.end}`));
				for (const record of opened) {
					const place =
						record.kind === 'entity' ? record.at : record.kind === 'statement' ? record.content[0] : undefined;
					all += 1;
					if (place !== undefined && record.state !== 'orphan') {
						assert.equal(now.slice(place.span.start, place.span.end), place.exact);
						found += right.has(`${place.span.start}-${place.span.end}`) ? 1 : 0;
					}
				}
			}),
			{ seed: 3, numRuns: 60 },
		);
		assert.ok(found / all >= 0.995, `${found} of ${all}`);
	});
});
