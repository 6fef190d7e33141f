/** Training a model of names on a corpus: names with their types. One copy for both sides. */

/** Trains on the articles whose entities are done, and writes the model into the corpus. Null outside every corpus; cancelled as every request. */
export const trainRequest = 'isnad/train';
export interface TrainParams {
	/** Of an article, or of a folder with a slash at its end. */
	readonly uri: string;
}
export type TrainResult =
	| {
			readonly state: 'trained';
			/** Path of the file from the corpus' folder, as the setting `model` takes it. */
			readonly model: string;
			/** What it learned from, and how it does beside the shipped model, in the user's language. */
			readonly summary: string;
			readonly comparison: string;
			/** On articles that were kept apart. */
			readonly shipped: NameScores;
			readonly own: NameScores;
	  }
	| {
			/** Nothing was written. */
			readonly state: 'refused';
			readonly reason: string;
	  }
	| null;

/** Exact names, in tenths of a hundredth from 0 to 1000. */
export interface NameScores {
	readonly precision: number;
	readonly recall: number;
	readonly f1: number;
}

/** From the server: how far a training is. */
export const trainNotification = 'isnad/trainState';
export interface TrainState {
	/** The uri that was asked with. */
	readonly uri: string;
	readonly percent: number;
}
