import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Problem } from '../../server/src/core/model.ts';
import * as toProto from '../../server/src/lsp/toProto.ts';
import type { Highlight } from '../../server/src/protocol/types.ts';
import { openFixture, place } from '../support/openFixture.ts';

suite('highlights', () => {
	/** Each as `kind id label status role@place …`. */
	function check(marked: string, expected: readonly string[]): void {
		const { document } = openFixture(marked);
		assert.deepEqual(toProto.highlights(document).map(told), expected, marked);
	}

	function told({ kind, id, label, status, marks }: Highlight): string {
		return [kind, id, label, status, ...marks.map(({ role, range }) => `${role}@${place(range)}`)].join(' ');
	}

	test('show names, statements with their parts, and regions', () => {
		check('{R boilerplate:خبر}\n{CUE#s:قال} {SPK#s:خبير} {S#s direct confirmed:في {LOC#e:حلب}} و{S#s:حمص}', [
			'entity e LOC suggested name@1:12-1:15',
			'statement s direct confirmed content@1:9-1:15 content@1:17-1:20 cue@1:0-1:3 speaker@1:4-1:8',
			'region 0 boilerplate suggested region@0:0-0:3',
		]);
	});

	test('show nothing rejected and nothing lost', () => {
		check('{LOC rejected:حلب} {S#s orphan:لا}', []);
	});
});

suite('changes of highlights', () => {
	/** Ids that are taken away and drawn between two states of a text. */
	function check(before: string, after: string, expected: string): void {
		const [old, now] = [before, after].map(marked => toProto.highlights(openFixture(marked).document));
		const { removed, upserted } = toProto.highlightDelta(old ?? [], now ?? []);
		assert.equal([...removed.map(id => `-${id}`), ...upserted.map(({ id }) => `+${id}`)].join(' '), expected);
	}

	test('are none where nothing changed', () => {
		check('{LOC#a:حلب} {S#s:{CUE#s:قال} لا}', '{LOC#a:حلب} {S#s:{CUE#s:قال} لا}', '');
	});

	test('are what came, went, moved or became something else', () => {
		check('{LOC#a:حلب} {LOC#b:حمص} {LOC#c:حماة}', '{LOC#a confirmed:حلب} {LOC#c:حماة} {LOC#d:دمشق}', '-b +a +c +d');
		check('{LOC#a:حلب}', '{ORG#a:حلب}', '+a');
		check('{S#s:لا} {CUE#s:قال}', '{S#s:لا} {SPK#s:قال}', '+s');
	});
});

suite('isnad/document', () => {
	test('tells all that is known, rejected and lost ones included', () => {
		const { document } = openFixture(
			'{LOC#a rejected form=حلب:حلب} {SPK#s:خبير}، {VIA#s:وكالة}: {S#s:لا}\n{S#s:نعم} {R scare:س}',
		);
		const item = toProto.documentItem(document, { language: 'en', revision: 3 });
		assert.equal(item.version, 7);
		assert.equal(item.revision, 3);
		assert.deepEqual(item.entities[0], {
			id: 'a',
			status: 'rejected',
			from: 'manual',
			label: 'LOC',
			text: 'حلب',
			name: 'حلب',
			form: 'حلب',
			range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
		});
		const [statement] = item.statements;
		assert.equal(statement?.text, 'لا … نعم');
		assert.equal(statement?.speakerName, 'خبير');
		assert.equal(statement?.viaText, 'وكالة');
		assert.equal(statement?.how, 'named');
		assert.deepEqual(item.regions, [
			{ kind: 'scare', range: { start: { line: 1, character: 4 }, end: { line: 1, character: 5 } } },
		]);
	});

	test('words its problems, and why nothing is saved', () => {
		const problem: Problem = { code: 'sidecar-missing-key', severity: 'error', values: { key: 'label' } };
		const { document } = openFixture('نعم', [problem]);
		const item = toProto.documentItem({ ...document, readOnly: 'encoding-damaged' }, { language: 'ar', revision: 1 });
		assert.deepEqual(item.problems, [{ code: 'sidecar-missing-key', severity: 'error', message: 'ناقص هنا: label' }]);
		assert.match(item.readOnly ?? '', /Windows-1256/);
	});
});
