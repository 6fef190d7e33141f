import type { FeatureIndex } from './featureIndex.ts';
import type { WordTable } from './wordTable.ts';

/** A trained linear-chain model, ready for use: whole-number weights, so that the same text gives the same names everywhere. */
export interface SequenceModel {
	readonly labels: readonly string[];
	/** O, then B- and I- of each label. */
	readonly tags: readonly string[];
	readonly features: FeatureIndex;
	/** By row of `features`: the hashes in rising order. */
	readonly hashes: Uint32Array;
	/** By row of `features`, then tag. */
	readonly emission: Int8Array;
	/** By tag before, then tag; the last row begins a stretch. What may not be is `impossible`. */
	readonly transition: Int32Array;
	/** Weights stand for so many to the nat. */
	readonly scale: number;
	readonly words: WordTable;
	/** Scores by label, then margin, see `scoreOfMargin`; in hundredths. */
	readonly calibration: Calibration;
	/** As `calibration`, for names in articles that the rules missed: these are harder. */
	readonly added: Calibration;
	readonly provenance: Provenance;
}

/** By label, then one step for each half nat of margin: how many names in a hundred are right. */
export type Calibration = readonly (readonly number[])[];

/** Where a model comes from, and under what terms it may be used. */
export interface Provenance {
	readonly name: string;
	/** SPDX identifier. */
	readonly licence: string;
	readonly attribution: string;
}

/** Score of a name by its label and margin, 0 to 1: one step of the calibration for each half nat. */
export function scoreOfMargin(
	model: SequenceModel,
	label: string,
	margin: number,
	of: 'calibration' | 'added' = 'calibration',
): number {
	const steps = model[of][model.labels.indexOf(label)] ?? [];
	const step = Math.min(steps.length - 1, Math.floor((margin * 2) / model.scale));
	return (steps[step] ?? 50) / 100;
}

/** Weight of a step between tags that no sequence may take. */
export const impossible = -1_000_000;

/** O, then B- and I- of each label. */
export function tagsOfLabels(labels: readonly string[]): string[] {
	return ['O', ...labels.flatMap(label => [`B-${label}`, `I-${label}`])];
}

/** Whether a tag may follow another; -1 is the beginning of a stretch. */
export function mayFollow(before: number, tag: number): boolean {
	const inside = tag > 0 && tag % 2 === 0;
	return !inside || before === tag || before === tag - 1;
}
