import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { actionNames } from '../../client/reader/machine/keyboard.ts';
import { keysOfReader } from '../../client/src/keys.ts';
import { actOn, pressAll } from './support.ts';

/** Where keys lead to from a text. */
function moves(marked: string, keys: string, expected: string): void {
	assert.equal(pressAll(marked, keys).shown, expected, `${marked} ${keys}`);
}

/** What keys have done. */
function does(marked: string, keys: string, ...expected: readonly string[]): void {
	assert.deepEqual(pressAll(marked, keys).done, expected, `${marked} ${keys}`);
}

suite('keys that move', () => {
	test('go forward to the left, by word', () => {
		moves('¦وصل الوزير، أمس.', 'left', 'وصل ¦الوزير، أمس.');
		moves('¦وصل الوزير، أمس.', 'left left', 'وصل الوزير، ¦أمس.');
		moves('وصل الوزير، ¦أمس.', 'right', 'وصل ¦الوزير، أمس.');
		moves('وصل الوز¦ير، أمس.', 'right', 'وصل ¦الوزير، أمس.');
	});

	test('go by letter with its marks, and by whole emoji', () => {
		moves('¦مِصْر', 'alt+left', 'مِ¦صْر');
		moves('مِ¦صْر', 'alt+right', '¦مِصْر');
		moves('¦👩‍👩‍👧 ثم', 'alt+left', '👩‍👩‍👧¦ ثم');
		moves('👩‍👩‍👧¦ ثم', 'alt+right', '¦👩‍👩‍👧 ثم');
	});

	test('go by sentence and by paragraph, over empty lines', () => {
		moves('¦قال نعم. «لن نعود». وانتهى 3.5 في المئة.', 'ctrl+left', 'قال نعم. ¦«لن نعود». وانتهى 3.5 في المئة.');
		moves(
			'¦قال نعم. «لن نعود». وانتهى 3.5 في المئة.',
			'ctrl+left ctrl+left ctrl+left',
			'قال نعم. «لن نعود». ¦وانتهى 3.5 في المئة.',
		);
		moves('¦أول\n\nثان', 'down', 'أول\n\n¦ثان');
		moves('أول\n\nثا¦ن', 'up', 'أول\n\n¦ثان');
		moves('أول\n\n¦ثان', 'up', '¦أول\n\nثان');
	});

	test('go to suggestions in the order of reading, and round', () => {
		const text = 'زار {PER:سعد} {LOC!:قطر} ثم {LOC:عمان}';
		moves(`¦${text}`, 'j', 'زار ¦سعد قطر ثم عمان (e1)');
		moves(`¦${text}`, 'j j', 'زار سعد قطر ثم ¦عمان (e3)');
		moves(`¦${text}`, 'j j j', 'زار ¦سعد قطر ثم عمان (e1)');
		moves(`¦${text}`, 'k', 'زار سعد قطر ثم ¦عمان (e3)');
		moves(`¦${text}`, '] ]', 'زار سعد ¦قطر ثم عمان (e2)');
		does('¦لا شيء', 'j', 'say no-suggestions-left');
	});

	test('extend a selection by word and letter at either end', () => {
		moves('وصل ¦الوزير الأول أمس', 'shift+left', 'وصل ¦الوزير¦ الأول أمس');
		moves('وصل ¦الوزير الأول أمس', 'shift+left shift+left', 'وصل ¦الوزير الأول¦ أمس');
		moves('وصل ¦الوزير الأول أمس', 'shift+left shift+left shift+right', 'وصل ¦الوزير¦ الأول أمس');
		moves('قال: «¦لن نعود أبدا». وانصرف.', 'shift+.', 'قال: «¦لن نعود أبدا¦». وانصرف.');
		moves('قال: «¦لن نعود أبدا». وانصرف 3.5 مرة.', 'shift+. shift+.', 'قال: «¦لن نعود أبدا». وانصرف 3.5 مرة¦.');
		moves('قال: «¦لن نعود». وانصرف.', 'shift+. shift+. shift+,', 'قال: «¦لن نعود¦». وانصرف.');
		moves('¦عنوان بلا نقطة\nوبعده', 'shift+.', '¦عنوان بلا نقطة¦\nوبعده');
		moves('وصل ¦الوزير¦ الأول', 'alt+shift+right', 'وصل ¦الوزي¦ر الأول');
		moves('وصل ¦والوزير¦ الأول', 'ctrl+alt+shift+left', 'وصل و¦الوزير¦ الأول');
		moves('وصل ¦الوزير¦ الأول', 'ctrl+shift+right', '¦وصل الوزير¦ الأول');
	});
});

suite('keys that decide', () => {
	test('accept and go on', () => {
		does('¦زار {PER:سعد} {LOC:عمان}', 'j a a', 'accept id=e1', 'accept id=e2');
		moves('¦زار {PER:سعد} {LOC:عمان}', 'j a', 'زار سعد ¦عمان (e2)');
	});

	test('reject and go on', () => {
		does('¦زار {PER:سعد} {LOC:عمان}', 'j x x', 'reject id=e1', 'reject id=e2');
	});

	test('label what is selected, in focus, or at the caret', () => {
		does('زار ¦سعد الدين¦ عمان', 'p', 'label range=سعد الدين label=PER');
		does('¦زار {ORG:سعد} عمان', 'j p', 'relabel id=e1 label=PER');
		does('¦زار {PER:سعد} عمان', 'j p', 'accept id=e1');
		does('زار {PER!:س¦عد} عمان', 'p', 'say already-labelled');
		does('زار ¦سعد عمان', 'p', 'ask token');
	});

	test('give a suggestion another border in two keys', () => {
		does('¦زار {PER:سعد} الدين', 'j shift+left enter', 'adjust id=e1 range=سعد الدين');
		does('¦زار {PER:سعد الدين}', 'j shift+right enter', 'adjust id=e1 range=سعد');
		does('¦زار {ORG:سعد} الدين', 'j shift+left p', 'adjust id=e1 range=سعد الدين');
		does('¦قال إنه {Q:سيعود} غدا', 'j e shift+left enter', 'adjust id=s1 range=سيعود غدا part=content index=0');
	});

	test('accept a paragraph and go on to the next', () => {
		const text = '¦زار {PER:سعد} {LOC:عمان}\nثم {LOC:قطر}';
		does(text, 'shift+enter', 'acceptAll range=زار سعد عمان');
		moves(text, 'shift+enter', 'زار سعد عمان\nثم ¦قطر (e3)');
		does(text, 'shift+a shift+a', 'acceptAll range=زار سعد عمان', 'acceptAll range=ثم قطر');
	});

	test('mark what was said', () => {
		does('قال إنه ¦سيعود غدا¦', 'q', 'ask guess');
		does('¦قال إنه {Q:سيعود غدا}', '. q', 'accept id=s1');
		does('¦قال إنه {Q:سيعود غدا}', '. 1', 'setType id=s1 type=direct');
	});

	test('keep parts of what was said, and mark them together', () => {
		const { done, state } = pressAll('قال ¦سيعود¦ ثم مضى', "shift+' left shift+left");
		assert.deepEqual(done, ['say part-kept']);
		assert.equal(state.parts.length, 1);
		does('قال ¦سيعود¦ ثم مضى', "shift+' left shift+left q", 'say part-kept', 'ask guess');
		does('¦قال', "shift+'", 'say select-words');
	});

	test('undo and redo', () => {
		does('¦نص', 'u y ctrl+z ctrl+y', 'undo', 'redo', 'undo', 'redo');
	});

	test('tell of keys that mean nothing, and leave other keys to others', () => {
		does('¦نص', '0', 'say key-unused');
		does('¦نص', 'tab', 'tab means nothing');
	});
});

suite('keys in a list', () => {
	const text = '¦زار {ORG!:سعد} عمان';

	test('move in it, take a line or give up', () => {
		does(text, ']  r enter', 'relabel id=e1 label=PER');
		does(text, '] r down enter', 'accept id=e1');
		does(text, '] r down down enter', 'relabel id=e1 label=LOC');
		does(text, '] r up enter', 'relabel id=e1 label=LOC');
		does(text, '] r 3', 'relabel id=e1 label=LOC');
		assert.equal(pressAll(text, '] r escape').state.task, undefined);
		does(text, '] r p', 'p means nothing');
	});

	test('look for words', () => {
		const { state } = pressAll(text, '/');
		assert.equal(state.task?.kind, 'list');
		does(text, '/ a', 'a means nothing');
	});

	test('close the sheet of keys, but those that scroll it', () => {
		assert.equal(pressAll(text, 'shift+/ j').state.task, undefined);
		assert.equal(pressAll(text, 'shift+/ down').state.task?.kind, 'sheet');
	});
});

test('every key has an action', () => {
	const known = new Set(actionNames);
	assert.deepEqual(
		Object.entries(keysOfReader()).filter(([, action]) => !known.has(action)),
		[],
	);
});

test('an action about a named item leaves the caret where it is', () => {
	assert.deepEqual(actOn('¦زار {PER:سعد} {LOC:عمان}', 'accept', 'e2'), ['accept id=e2']);
	assert.deepEqual(actOn('¦زار {PER:سعد}', 'accept', 'e9'), ['say no-suggestion-here']);
});

suite('what two annotators differ in', () => {
	test('is asked by one key', () => {
		does('¦زار {PER!:سعد} عمان', '`', 'ask differences');
	});
});
