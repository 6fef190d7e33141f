import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import type { MarkupContent } from 'vscode-languageserver';
import { handleHover } from '../../../server/src/lsp/handlers/hover.ts';
import type { RequestContext } from '../../../server/src/lsp/request.ts';
import { openFixture, place, requestContext } from '../../support/openFixture.ts';

const root = path.join(import.meta.dirname, '../../..');

/** The hover line by line; links by label only. */
function check(marked: string, changes: Partial<RequestContext>, expected: readonly string[]): void {
	const { document, position } = openFixture(marked);
	const hover = handleHover(document, { textDocument: document, position }, requestContext(changes));
	assert.ok(hover, marked);
	const { value } = hover.contents as MarkupContent;
	const lines = value.split(/ {2}\n|\n+/).map(line => line.replace(/\]\(command:[^)]*\)/g, ']'));
	assert.deepEqual(lines, expected, marked);
}

const name =
	'وصلت {PER name=k:سلمى ناصر}. {PER#e name=k score=0.9 evidence=listed,unheard entity=salma:¦ناصر} و{PER name=k:سَلمى}';
const statement =
	'{ANT#s:سلمى ناصر}. {CUE#s lemma=أضاف:وأضافت} أن {S#s indirect how=implicit score=0.85 speaker=سلمى_ناصر:السد ¦آمن}';

suite('hover in English', () => {
	test('answers in bold on its first line, for a name', () => {
		check(name, {}, [
			'**ناصر** · Person · suggested, 90%',
			'Full name in this text: سلمى ناصر',
			'Also written: سَلمى',
			'Mentioned 3 times in this text',
			'Why: in the table of names, unheard',
			'In the register: salma',
		]);
	});

	test('answers in bold on its first line, for a statement', () => {
		check(statement, {}, [
			'**سلمى ناصر** · indirect statement · suggested, 85%',
			'Speaker: implicit subject, taken from “سلمى ناصر”',
			'Cue: وأضافت, a form of أضاف',
		]);
	});

	test('tells the name first, then the statement under a rule', () => {
		check('{SPK#s:خبير}: «{S#s direct confirmed:زرت {LOC:¦حلب}}»', {}, [
			'**حلب** · Place · suggested',
			'Mentioned once in this text',
			'---',
			'**خبير** · direct statement · confirmed, marked by hand',
			'Speaker: named, “خبير”',
		]);
	});

	test('says on what authority something is confirmed', () => {
		check('{LOC confirmed from=model:¦حلب}', {}, [
			'**حلب** · Place · confirmed, accepted from a suggestion',
			'Mentioned once in this text',
		]);
		check('{LOC confirmed from=import moved flag comment=عاصمة؟:¦حلب}', {}, [
			'**حلب** · Place · confirmed, imported',
			'Mentioned once in this text',
			'Note: عاصمة؟',
			'Flagged for a second look',
			'The text has changed and this was found again nearby. Accept it if the place is right.',
		]);
	});

	test('tells the stance of each class of cues', () => {
		const tell = (stance: string, expected: string): void =>
			check(`{CUE#s stance=${stance}:نفى} {SPK#s:خبير} أن {S#s indirect:السد ¦متصدع}`, {}, [
				'**خبير** · indirect statement · suggested',
				'Speaker: named, “خبير”',
				'Cue: نفى',
				...(expected === '' ? [] : [`Stance: ${expected}`]),
			]);
		tell('neutral', '');
		tell('affirming', 'affirms or explains');
		tell('opining', 'gives an opinion');
		tell('doubting', 'a claim, the reporter keeps a distance');
		tell('denying', 'denies or rejects');
		tell('warning', 'warns');
		tell('demanding', 'demands or asks for');
		tell('promising', 'promises');
		tell('praising', 'praises');
		tell('criticising', 'criticises');
		tell('admitting', 'admits');
		tell('expecting', 'expects, hopes or feels');
	});

	test('tells how each kind of speaker was found', () => {
		const tell = (marked: string, expected: string): void =>
			check(marked, {}, ['**خبير** · indirect statement · suggested', ...expected.split('|')]);
		tell('{SPK#s:خبير} {S#s how=headline:¦لا}', 'Speaker: named before a colon, “خبير”');
		tell('{S#s how=participle speaker=خبير:¦لا}', 'Speaker: the subject that the participle refers to, “خبير”');
		tell('{ANT#s:سلمى} {SPK#s:خبير} {S#s how=anaphor:¦لا}', 'Speaker: referred to as “خبير”, that is “سلمى”');
		tell('{VIA#s:الوكالة} {SPK#s:خبير} {S#s how=relayed:¦لا}', 'Speaker: “خبير”, relayed by “الوكالة”');
		tell('{SPK#s:خبير} {S#s how=unnamed:¦لا}', 'Speaker: unnamed source, “خبير”');
		tell('{VIA#s:الوكالة} {SPK#s:خبير} {TO#s:لها} {S#s:¦لا}', 'Speaker: named, “خبير”|Through: الوكالة|Said to: لها');
	});

	test('owns up where it does not know', () => {
		check('{S#s:¦لا}', {}, [
			'**Speaker not known** · indirect statement · suggested',
			'Speaker: not found in this text',
		]);
		check('{S#s how=implicit:¦لا}', {}, [
			'**Speaker not known** · indirect statement · suggested',
			'Speaker: implicit subject',
		]);
		check('{S#s how=unnamed:¦لا}', {}, ['**Unnamed source** · indirect statement · suggested', 'Unnamed source']);
	});

	test('names a label as it is where the scheme does not have it', () => {
		check('{VEHICLE:¦سيارة}', {}, ['**سيارة** · VEHICLE · suggested', 'Mentioned once in this text']);
	});
});

suite('hover in Arabic', () => {
	test('says the same', () => {
		check(name, { language: 'ar' }, [
			'**ناصر** · شخص · اقتراح آلي بدرجة 90٪',
			'الاسم الكامل في النص: سلمى ناصر',
			'يرد أيضًا بصيغة: سَلمى',
			'ذُكر 3 مرات في النص',
			'القرائن: في جدول الأسماء، unheard',
			'في سجل الكيانات: salma',
		]);
		check(statement, { language: 'ar' }, [
			'**سلمى ناصر** · قول غير مباشر · اقتراح آلي بدرجة 85٪',
			'القائل: ضمير مستتر يعود على «سلمى ناصر»',
			'الكلمة الدالة على القول: وأضافت (الأصل: أضاف)',
		]);
	});

	test('tells the stance of each class of cues', () => {
		const tell = (stance: string, expected: string): void =>
			check(`{CUE#s stance=${stance}:نفى} {SPK#s:خبير} أن {S#s indirect:السد ¦متصدع}`, { language: 'ar' }, [
				'**خبير** · قول غير مباشر · اقتراح آلي',
				'القائل: مذكور صراحة، «خبير»',
				'الكلمة الدالة على القول: نفى',
				`الموقف: ${expected}`,
			]);
		tell('affirming', 'تأكيد');
		tell('opining', 'رأي');
		tell('doubting', 'زعم، والناقل لا يتبنّى القول');
		tell('denying', 'نفي');
		tell('warning', 'تحذير');
		tell('demanding', 'طلب');
		tell('promising', 'وعد');
		tell('praising', 'ثناء');
		tell('criticising', 'نقد');
		tell('admitting', 'إقرار');
		tell('expecting', 'توقّع أو شعور');
	});

	test('reads from right to left, names isolated, in our own editor', () => {
		check('{LOC:¦حلب}', { language: 'ar', annotations: true }, [
			'\u2067**\u2068حلب\u2069** · \u2068مكان\u2069 · اقتراح آلي\u2069',
			'\u2067ذُكر مرة واحدة في النص\u2069',
		]);
	});
});

suite('links in hover', () => {
	const linked = { commandLinks: true };

	test('offer what can be done, and nothing that destroys', () => {
		check(name, linked, [
			'**ناصر** · Person · suggested, 90%',
			'Full name in this text: سلمى ناصر',
			'Also written: سَلمى',
			'Mentioned 3 times in this text',
			'Why: in the table of names, unheard',
			'In the register: salma',
			'[Accept] · [Reject] · [First mention] · [Open sidecar]',
		]);
		check('{LOC confirmed:¦حلب}', linked, [
			'**حلب** · Place · confirmed, marked by hand',
			'Mentioned once in this text',
			'[Open sidecar]',
		]);
	});

	test('run contributed commands, and just those that our client trusts', () => {
		const { document, position } = openFixture(name);
		const hover = handleHover(document, { textDocument: document, position }, requestContext(linked));
		const run = [...JSON.stringify(hover).matchAll(/command:([\w.]+)/g)].map(([, id]) => id);
		const client = readFileSync(path.join(root, 'client/src/languageClient.ts'), 'utf8');
		const trusted = client.slice(client.indexOf('const trustedCommands'), client.indexOf('] as const'));
		assert.deepEqual(
			run,
			[...trusted.matchAll(/'([\w.]+)'/g)].map(([, id]) => id),
		);
		const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
		assert.deepEqual(
			run.filter(id => !manifest.includes(`"command": "${id}"`)),
			[],
		);
	});

	test('offer the sidecar once', () => {
		check('{S#s confirmed:زرت {LOC:¦حلب}}', linked, [
			'**حلب** · Place · suggested',
			'Mentioned once in this text',
			'[Accept] · [Reject] · [Open sidecar]',
			'---',
			'**Speaker not known** · indirect statement · confirmed, marked by hand',
			'Speaker: not found in this text',
		]);
	});

	test('are left out for clients that cannot follow them', () => {
		const { document, position } = openFixture(name);
		const hover = handleHover(document, { textDocument: document, position }, requestContext());
		assert.doesNotMatch(JSON.stringify(hover), /command:/);
	});
});

suite('hover for other clients', () => {
	test('is plain text where a client shows no Markdown', () => {
		check('{LOC comment=*:¦حلب}', { markdown: false, commandLinks: true }, [
			'حلب · Place · suggested',
			'Mentioned once in this text',
			'Note: *',
		]);
	});

	test('covers the name, and is nothing off any', () => {
		const { document, position } = openFixture('زار\n{LOC:¦حلب} أمس');
		const hover = handleHover(document, { textDocument: document, position }, requestContext());
		assert.equal(hover?.range && place(hover.range), '1:0-1:3');
		const off = { line: 0, character: 0 };
		assert.equal(handleHover(document, { textDocument: document, position: off }, requestContext()), null);
	});
});
