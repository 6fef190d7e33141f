import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { handleExplain } from '../../../server/src/lsp/handlers/explain.ts';
import type { RequestContext } from '../../../server/src/lsp/request.ts';
import { openFixture, requestContext } from '../../support/openFixture.ts';

/** What is explained at the cursor, each thing's id before its lines. */
function check(marked: string, changes: Partial<RequestContext>, expected: readonly string[]): void {
	const { document, position } = openFixture(marked);
	const { items } = handleExplain(document, { uri: document.uri, position }, requestContext(changes));
	assert.deepEqual(
		items.flatMap(({ id, lines }) => lines.map(line => `${id}: ${line}`)),
		expected,
		marked,
	);
}

suite('explanations', () => {
	test('say of a name what a hover says, without heading and links', () => {
		check('وصلت {PER#a name=k:سلمى ناصر}. {PER#e name=k score=0.9 evidence=listed:¦ناصر}', { commandLinks: true }, [
			'e: Full name in this text: سلمى ناصر',
			'e: Mentioned 2 times in this text',
			'e: Why: in the table of names',
		]);
	});

	test('say of a name and of the statement round it, each by its id', () => {
		check('{SPK#s:خبير}: «{S#s direct confirmed:زرت {LOC#e:¦حلب}}»', {}, [
			'e: Mentioned once in this text',
			's: Speaker: named, “خبير”',
		]);
	});

	test('take no words of the text for markup', () => {
		check('قال {SPK#s:[خبير](command:x)}: «{S#s direct confirmed:ن¦عم}»', {}, [
			's: Speaker: named, “[خبير](command:x)”',
		]);
	});

	test('say nothing where nothing is', () => {
		check('أ¦مس', {}, []);
	});
});
