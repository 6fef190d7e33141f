import { indexFeatures } from '../entities/model/featureIndex.ts';
import {
	impossible,
	mayFollow,
	type Provenance,
	type SequenceModel,
	tagsOfLabels,
} from '../entities/model/sequenceModel.ts';
import type { WordTable } from '../entities/model/wordTable.ts';
import type { CrfWeights } from './crf.ts';

/** Weights to the nat: an eighth of a nat makes no difference between names. */
const scale = 32;

/** Whole-number model of trained weights. Features whose weights all round to nothing are left out. `hashes` are by feature number. */
export function compileModel(
	labels: readonly string[],
	hashes: Uint32Array,
	weights: CrfWeights,
	words: WordTable,
	provenance: Provenance,
	smallest = 1,
): SequenceModel {
	const tags = tagsOfLabels(labels);
	const many = tags.length;
	const kept: number[] = [];
	for (let feature = 0; feature < hashes.length; feature++) {
		for (let y = 0; y < many; y++) {
			if (Math.abs(round((weights.emission[feature * many + y] as number) * scale)) >= smallest) {
				kept.push(feature);
				break;
			}
		}
	}
	kept.sort((a, b) => (hashes[a] as number) - (hashes[b] as number));
	const emission = new Int8Array(kept.length * many);
	for (const [row, feature] of kept.entries()) {
		for (let y = 0; y < many; y++) {
			emission[row * many + y] = round((weights.emission[feature * many + y] as number) * scale);
		}
	}
	const transition = new Int32Array((many + 1) * many);
	for (let x = 0; x <= many; x++) {
		for (let y = 0; y < many; y++) {
			const possible = mayFollow(x === many ? -1 : x, y);
			transition[x * many + y] = possible ? round((weights.transition[x * many + y] as number) * scale) : impossible;
		}
	}
	const sorted = Uint32Array.from(kept, feature => hashes[feature] as number);
	return {
		labels,
		tags,
		features: indexFeatures(sorted),
		hashes: sorted,
		emission,
		transition,
		scale,
		words,
		calibration: [],
		added: [],
		provenance,
	};
}

/** As far as eight bits hold. */
function round(value: number): number {
	return Math.max(-127, Math.min(127, Math.round(value)));
}
