import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readArgument } from '../../server/src/lsp/commandArguments.ts';
import type { ServerCommand } from '../../server/src/protocol/commands.ts';

const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 4 } };
const uri = 'file:///a.txt';

/** `wrong` is the key complained of; without it the argument must come back as given, less unknown keys. */
function check(command: ServerCommand, given: unknown, wrong?: string): void {
	const { stray: _stray, ...known } =
		typeof given === 'object' && given !== null ? { stray: 0, ...given } : { stray: 0 };
	assert.deepEqual(
		readArgument(command, given),
		wrong === undefined ? { argument: known } : { wrong },
		JSON.stringify(given),
	);
}

suite('arguments of commands', () => {
	test('are taken where they are of the form', () => {
		check('isnad.label', { uri, range, label: 'PER' });
		check('isnad.label', { uri, version: 3, range, label: 'PER', entity: 'x', stray: 1 });
		check('isnad.statement', { uri, content: [range, range], type: 'direct', cue: range });
		check('isnad.attribute', { uri, id: 'abc', speaker: null, cue: range });
		check('isnad.note', { uri, id: 'abc', comment: '', attributes: { act: 'denial' } });
		check('isnad.settle', { uri, layers: ['sara', 'omar'], first: 'abc', choice: 'both' });
		check('isnad.undo', { uri });
	});
	test('name the key that is missing or of the wrong form', () => {
		check('isnad.label', null, 'uri');
		check('isnad.label', { uri }, 'range');
		check('isnad.label', { uri, range }, 'label');
		check('isnad.label', { uri, range: { start: { line: -1, character: 0 }, end: range.end }, label: 'PER' }, 'range');
		check('isnad.label', { uri, version: 'x', range, label: 'PER' }, 'version');
		check('isnad.statement', { uri, content: [] }, 'content');
		check('isnad.statement', { uri, content: [range, {}] }, 'content');
		check('isnad.setType', { uri, id: 'a', type: 'free' }, 'type');
		check('isnad.note', { uri, id: 'a', attributes: { act: 1 } }, 'attributes');
		check('isnad.resolve', { uri, id: 'a', choice: 1.5 }, 'choice');
		check('isnad.takeAgreed', { uri, layers: ['sara'] }, 'layers');
		check('isnad.takeAgreed', { uri, layers: ['sara', 7] }, 'layers');
		check('isnad.acceptAll', { uri, minScore: Number.NaN }, 'minScore');
	});
});
