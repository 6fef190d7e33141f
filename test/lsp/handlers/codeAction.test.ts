import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { codeActionKinds, handleCodeAction } from '../../../server/src/lsp/handlers/codeAction.ts';
import type { RequestContext } from '../../../server/src/lsp/request.ts';
import { openFixture, requestContext } from '../../support/openFixture.ts';

interface Asking extends Partial<RequestContext> {
	readonly only?: string[];
}

/** Each action as `kind title -> command argument`, the uri and version left out. */
function check(marked: string, { only, ...changes }: Asking, expected: readonly string[]): void {
	const { document, range } = openFixture(marked);
	const context = { diagnostics: [], ...(only && { only }) };
	const actions = handleCodeAction(document, { textDocument: document, range, context }, requestContext(changes));
	const told = actions.map(({ kind, title, command }) => {
		const { uri, version, ...argument } = command?.arguments?.[0] ?? {};
		assert.deepEqual([uri, version], [document.uri, document.version]);
		return `${kind} ${title} -> ${command?.command} ${JSON.stringify(argument)}`;
	});
	assert.deepEqual(told, expected, marked);
}

suite('code actions over LSP', () => {
	test('call the server with the id', () => {
		check('{LOC#e:¦حلب}', { only: ['quickfix'] }, [
			'quickfix Accept “حلب” -> isnad.accept {"id":"e"}',
			'quickfix Reject “حلب” -> isnad.reject {"id":"e"}',
		]);
	});

	test('name other labels in the user’s language', () => {
		check('{LOC#e confirmed:¦حلب}', { language: 'ar' }, [
			'refactor.rewrite تغيير وسم «حلب» إلى: شخص -> isnad.relabel {"id":"e","label":"PER"}',
			'refactor.rewrite تغيير وسم «حلب» إلى: هيئة -> isnad.relabel {"id":"e","label":"ORG"}',
			'refactor.rewrite تغيير وسم «حلب» إلى: تاريخ -> isnad.relabel {"id":"e","label":"DATE"}',
			'refactor.rewrite تغيير وسم «حلب» إلى: اسم آخر -> isnad.relabel {"id":"e","label":"MISC"}',
		]);
	});

	test('change the type of a statement', () => {
		check('{S#s confirmed direct:¦لا}', {}, [
			'refactor.rewrite Change the statement to: indirect statement -> isnad.setType {"id":"s","type":"indirect"}',
			'refactor.rewrite Change the statement to: partly quoted statement -> isnad.setType {"id":"s","type":"mixed"}',
			'refactor.rewrite Change the statement to: reported statement -> isnad.setType {"id":"s","type":"reported"}',
		]);
	});

	test('accept or label a selection by its range', () => {
		const range = '{"start":{"line":0,"character":0},"end":{"line":0,"character":8}}';
		check('¦{LOC#a:حلب} و{LOC#b:حمص}¦', { only: ['quickfix'] }, [
			'quickfix Accept “حلب” -> isnad.accept {"id":"a"}',
			'quickfix Reject “حلب” -> isnad.reject {"id":"a"}',
			`quickfix Accept all 2 suggestions in the selection -> isnad.acceptAll {"range":${range}}`,
		]);
		check('¦حلب وحمص¦', { only: ['refactor'] }, [
			`refactor.rewrite Label “حلب وحمص” as: Person -> isnad.label {"range":${range},"label":"PER"}`,
			`refactor.rewrite Label “حلب وحمص” as: Organisation -> isnad.label {"range":${range},"label":"ORG"}`,
			`refactor.rewrite Label “حلب وحمص” as: Place -> isnad.label {"range":${range},"label":"LOC"}`,
			`refactor.rewrite Label “حلب وحمص” as: Date -> isnad.label {"range":${range},"label":"DATE"}`,
			`refactor.rewrite Label “حلب وحمص” as: Other name -> isnad.label {"range":${range},"label":"MISC"}`,
		]);
	});

	test('are of the kinds that were announced', () => {
		const { document, range } = openFixture('{LOC#e:¦حلب}');
		const actions = handleCodeAction(
			document,
			{ textDocument: document, range, context: { diagnostics: [] } },
			requestContext(),
		);
		assert.ok(actions.length > 0);
		assert.deepEqual(
			actions.filter(({ kind }) => kind === undefined || !codeActionKinds.includes(kind)),
			[],
		);
	});

	test('are none of a kind that is not asked for', () => {
		check('{LOC#e:¦حلب}', { only: ['source.organizeImports'] }, []);
	});
});
