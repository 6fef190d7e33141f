import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { documentSymbols, type SymbolNode } from '../../../server/src/core/features/documentSymbols.ts';
import { parseFixture, shown } from '../../support/fixture.ts';

/** One line a node, indented by depth. */
function check(marked: string, expected: readonly string[]): void {
	const { view } = parseFixture(marked);
	const lines = (node: SymbolNode, depth: number): string[] => [
		`${'  '.repeat(depth)}${Object.values(node.what).join(' ')} ${shown(view, node.place)}`,
		...node.children.flatMap(child => lines(child, depth + 1)),
	];
	assert.deepEqual(
		documentSymbols(view).flatMap(node => lines(node, 0)),
		expected,
		marked,
	);
}

suite('document symbols', () => {
	test('lists statements by speaker, in the order of their first statements', () => {
		check(
			'{SPK#a:ناصر}: {S#a direct speaker=سلمى_ناصر:أولا}. {SPK#b:خبير}: {S#b:ثانيا}. {S#c speaker=سلمى_ناصر:ثالثا}.',
			[
				'statements 2 [أولا]',
				'  speaker سلمى ناصر 2 [أولا]',
				'    statement أولا direct [أولا]',
				'    statement ثالثا indirect [ثالثا]',
				'  speaker خبير 1 [ثانيا]',
				'    statement ثانيا indirect [ثانيا]',
			],
		);
	});

	test('takes a suggestion and a record of one speaker together, whatever their keys', () => {
		check('{S#a confirmed speaker=سلمى_ناصر entity=salma:أولا} {S#b speaker=سَلمى_ناصر entity=سلمي_ناصر:ثانيا}', [
			'statements 1 [أولا]',
			'  speaker سلمى ناصر 2 [أولا]',
			'    statement أولا indirect [أولا]',
			'    statement ثانيا indirect [ثانيا]',
		]);
	});

	test('keeps statements without a speaker together', () => {
		check('{S#a:أولا} {S#b:ثانيا}', [
			'statements 1 [أولا]',
			'  speaker  2 [أولا]',
			'    statement أولا indirect [أولا]',
			'    statement ثانيا indirect [ثانيا]',
		]);
	});

	test('names unnamed sources by their words', () => {
		check('{S#a unnamed=مصدر_أمني:لا}', [
			'statements 1 [لا]',
			'  speaker مصدر أمني 1 [لا]',
			'    statement لا indirect [لا]',
		]);
	});

	test('lists names by label, each once with its fullest form', () => {
		check('{PER name=k:ناصر} في {LOC:حلب} و{PER name=k:سلمى ناصر} و{PER:هدى}', [
			'names 2 [سلمى ناصر]',
			'  label PER 2 [سلمى ناصر]',
			'    name سلمى ناصر PER 2 [سلمى ناصر]',
			'    name هدى PER 1 [هدى]',
			'  label LOC 1 [حلب]',
			'    name حلب LOC 1 [حلب]',
		]);
	});

	test('lists nothing rejected or lost, and no empty group', () => {
		check('{LOC rejected:حلب} {S#s orphan:لا}', []);
	});

	test('encloses children, as LSP demands', () => {
		const { view } = parseFixture('{S#a speaker=س:أولا} {LOC:حلب} {S#b speaker=س:ثانيا}');
		const inside = (node: SymbolNode): boolean =>
			node.span.start <= node.place.start &&
			node.place.end <= node.span.end &&
			node.children.every(
				child => node.span.start <= child.span.start && child.span.end <= node.span.end && inside(child),
			);
		assert.ok(documentSymbols(view).every(inside));
	});
});
