import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { calibrate } from '../../../server/src/core/training/calibrate.ts';
import { type CrfWeights, type EpochReport, type Example, trainCrf } from '../../../server/src/core/training/crf.ts';

/** Feature 0 goes with tag 0, feature 1 with 1; feature 2 has the tag of the token before it. */
const example: Example = {
	starts: Int32Array.from([0, 1, 2, 3, 4]),
	features: Int32Array.from([1, 2, 0, 2]),
	tags: Uint8Array.from([1, 1, 0, 0]),
};
const options = { tags: 2, features: 3, epochs: 30, rate: 0.2, l2: 0.001, dropout: 0, seed: 1 };

function trained(more: Partial<typeof options> = {}): {
	readonly reports: EpochReport[];
	readonly weights: CrfWeights;
} {
	const steps = trainCrf([example, example], { ...options, ...more });
	const reports: EpochReport[] = [];
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return { reports, weights: step.value };
		}
		reports.push(step.value);
	}
}

suite('training', () => {
	test('makes the texts likelier, epoch by epoch at first', () => {
		const { reports } = trained();
		const [first, second] = reports;
		assert.ok((second?.loss ?? 9) < (first?.loss ?? 0));
		assert.ok((reports.at(-1)?.loss ?? 9) < (first?.loss ?? 0) / 2);
	});

	test('learns what a feature means, and what follows what', () => {
		const { emission, transition } = trained().weights;
		assert.ok((emission[2] ?? 0) < (emission[3] ?? 0));
		assert.ok((emission[0] ?? 0) > (emission[1] ?? 0));
		assert.ok((transition[0] ?? 0) > (transition[1] ?? 0));
	});

	test('gives the same weights for the same seed', () => {
		assert.deepEqual(trained({ dropout: 0.5 }), trained({ dropout: 0.5 }));
	});
});

suite('calibration', () => {
	test('never falls with the margin', () => {
		const judged = Array.from({ length: 400 }, (_, at) => ({
			label: 'PER',
			margin: at,
			right: (at * 7919) % 400 < at,
		}));
		const [scores = [], others] = calibrate(judged, ['PER', 'LOC'], 32);
		assert.ok(scores.every((score, at) => score >= (scores[at - 1] ?? 0)));
		assert.ok((scores.at(-1) ?? 0) > (scores[0] ?? 0));
		assert.equal(new Set(others).size, 1);
	});
});
