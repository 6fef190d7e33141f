import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readModel, writeModel } from '../../../../server/src/core/entities/model/modelFile.ts';
import type { SequenceModel } from '../../../../server/src/core/entities/model/sequenceModel.ts';
import { taggerOf } from '../../../../server/src/core/entities/model/tagText.ts';
import { factsOf, noFacts, packWords, type WordFacts } from '../../../../server/src/core/entities/model/wordTable.ts';
import { parseText } from '../../../../server/src/core/text/parsed.ts';
import { type LearnedText, learn, type PlainText } from '../../../../server/src/core/training/learn.ts';

/** A text with {LABEL:names} and its tags. */
function taught(marked: string): LearnedText {
	const names: { readonly start: number; readonly end: number; readonly label: string }[] = [];
	let text = '';
	for (const part of marked.split(/(\{[A-Z]+:[^}]*\})/)) {
		const name = /^\{([A-Z]+):([^}]*)\}$/.exec(part);
		if (name !== null) {
			names.push({ label: name[1] ?? '', start: text.length, end: text.length + (name[2] ?? '').length });
		}
		text += name?.[2] ?? part;
	}
	const { tokens, sentences } = parseText(text);
	const tags = tokens.map(token => {
		const name = names.find(({ start, end }) => start <= token.start && token.end <= end);
		return name === undefined ? 'O' : `${name.start === token.start ? 'B' : 'I'}-${name.label}`;
	});
	return { tokens, stretches: sentences.flat(), tags };
}

const lessons = [
	'وصل {PER:نادر العسلي} إلى {LOC:بيدون} .',
	'قال {PER:نادر العسلي} إن {LOC:بيدون} هادئة .',
	'زار الوفد {LOC:بيدون} أمس .',
];

const facts: WordFacts = { fine: 3, coarse: 1, rates: [0, 11, 1], places: [2, 9, 3], frequency: 5, listed: 3 };

function train(seed = 1, plain: readonly PlainText[] = []): SequenceModel {
	const texts = Array.from({ length: 8 }, (_, at) => taught(lessons[at % lessons.length] ?? ''));
	const steps = learn(texts, {
		labels: ['PER', 'LOC'],
		words: packWords(new Map([['بيدون', facts]])),
		provenance: { name: 'test', licence: 'CC0-1.0', attribution: 'nobody' },
		epochs: 8,
		seed,
		folds: 2,
		plain,
	});
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
}

function tagged(model: SequenceModel, text: string): string[] {
	const { tokens, sentences } = parseText(text);
	const steps = taggerOf(model).tag(tokens, sentences.flat());
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value.map(({ first, last, label }) => {
				return `${label} ${text.slice(tokens[first]?.start, tokens[last - 1]?.end)}`;
			});
		}
	}
}

const written = writeModel(train());

suite('a model of names', () => {
	test('learns what it is taught', () => {
		assert.deepEqual(tagged(train(), 'وصل نادر العسلي إلى بيدون .'), ['PER نادر العسلي', 'LOC بيدون']);
	});

	test('is the same for the same texts and seed, and another for another seed', () => {
		assert.equal(writeModel(train()), written);
		assert.notEqual(writeModel(train(2)), written);
	});

	test('says the same after it was written and read', () => {
		const model = readModel(written);
		assert.ok(typeof model !== 'string');
		assert.equal(writeModel(model), written);
		assert.deepEqual(tagged(model, 'قال نادر العسلي إن بيدون هادئة .'), ['PER نادر العسلي', 'LOC بيدون']);
		assert.deepEqual(model.provenance, { name: 'test', licence: 'CC0-1.0', attribution: 'nobody' });
	});

	test('keeps what is known of words', () => {
		const model = readModel(written);
		assert.ok(typeof model !== 'string');
		assert.deepEqual(factsOf(model.words, 'وبيدون'), facts);
		assert.equal(factsOf(model.words, 'الوفد'), noFacts);
	});

	test('learns from texts that a first model tagged', () => {
		const { tokens, stretches } = taught('وصل نادر العسلي إلى بيدون مساء .');
		const model = train(1, [{ tokens, stretches }]);
		assert.notEqual(writeModel(model), written);
		assert.deepEqual(tagged(model, 'وصل نادر العسلي إلى بيدون .'), ['PER نادر العسلي', 'LOC بيدون']);
	});

	test('has whole-number weights only', () => {
		const model = train();
		assert.ok(model.transition.every(Number.isInteger));
		assert.ok(model.emission.every(Number.isInteger));
	});

	for (const [what, text, problem] of [
		['an empty file', '', 'not-a-model'],
		['another text', 'وصل الوفد', 'not-a-model'],
		['a newer version', written.replace('isnad-model 2', 'isnad-model 3'), 'newer-version'],
		['an older version', written.replace('isnad-model 2', 'isnad-model 1'), 'older-version'],
		['a changed letter', `${written.slice(0, -20)}A${written.slice(-19)}`.replace(/A(.{19})$/s, 'B$1'), 'damaged'],
		['half a file', written.slice(0, written.length / 2), 'damaged'],
		['a header alone', 'isnad-model 2\n', 'damaged'],
	] as const) {
		test(`tells ${what} from a model`, () => {
			assert.equal(readModel(text), problem);
		});
	}
});
