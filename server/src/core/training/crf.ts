/** A sentence to learn from: feature numbers of each token, one after another, and the tag of each. */
export interface Example {
	/** Where the features of a token begin; one more entry for the end. */
	readonly starts: Int32Array;
	readonly features: Int32Array;
	readonly tags: Uint8Array;
}

export interface CrfOptions {
	readonly tags: number;
	readonly features: number;
	readonly epochs: number;
	/** Step size of AdaGrad. */
	readonly rate: number;
	/** Weight of the squared norm. */
	readonly l2: number;
	/** Share of a token's features left out at random, 0 to 1. */
	readonly dropout: number;
	readonly seed: number;
}

/** Weights of a linear-chain CRF, row by row: by feature then tag, by tag before then tag; the last row of transitions begins a sentence. */
export interface CrfWeights {
	readonly emission: Float32Array;
	readonly transition: Float32Array;
}

export interface EpochReport {
	readonly epoch: number;
	/** Mean negative log-likelihood of a token, in nats. */
	readonly loss: number;
}

/**
 * Trains a linear-chain CRF by stochastic gradient on the log-likelihood, with AdaGrad step sizes (Duchi et al. 2011) and an L2 term
 * taken after each epoch. Yields after each epoch. Same examples, options and seed: same weights.
 */
export function* trainCrf(examples: readonly Example[], options: CrfOptions): Generator<EpochReport, CrfWeights> {
	const { tags, features, epochs, rate, l2, dropout } = options;
	const weights = new Float32Array(features * tags);
	const squares = new Float32Array(features * tags).fill(1e-3);
	const transition = new Float32Array((tags + 1) * tags);
	const transitionSquares = new Float32Array((tags + 1) * tags).fill(1e-3);
	const work = workspace(examples, tags);
	const order = examples.map((_, index) => index);
	const random = randomNumbers(options.seed);
	let tokens = 0;
	for (const example of examples) {
		tokens += example.tags.length;
	}
	for (let epoch = 1; epoch <= epochs; epoch++) {
		shuffle(order, random);
		let loss = 0;
		for (const index of order) {
			const example = examples[index];
			if (example === undefined) {
				continue;
			}
			thin(example, dropout, random, work);
			loss += differentiate(example.tags, weights, transition, tags, work);
			const length = example.tags.length;
			for (let i = 0; i < length; i++) {
				const g = i * tags;
				// Most words are labelled with confidence; there is nothing to learn from them.
				if (isSmall(work.gradient, g, tags)) {
					continue;
				}
				const end = work.starts[i + 1] as number;
				for (let k = work.starts[i] as number; k < end; k++) {
					const row = (work.features[k] as number) * tags;
					for (let y = 0; y < tags; y++) {
						const slope = work.gradient[g + y] as number;
						const square = (squares[row + y] as number) + slope * slope;
						squares[row + y] = square;
						weights[row + y] = (weights[row + y] as number) - (rate * slope) / Math.sqrt(square);
					}
				}
			}
			for (let k = 0; k < transition.length; k++) {
				const slope = (work.transitionGradient[k] as number) + (l2 / tokens) * (transition[k] as number);
				const square = (transitionSquares[k] as number) + slope * slope;
				transitionSquares[k] = square;
				transition[k] = (transition[k] as number) - (rate * slope) / Math.sqrt(square);
			}
		}
		for (let k = 0; k < weights.length; k++) {
			const w = weights[k] as number;
			if (w !== 0) {
				weights[k] = w / (1 + (rate * l2) / Math.sqrt(squares[k] as number));
			}
		}
		yield { epoch, loss: loss / Math.max(1, tokens) };
	}
	for (let k = 0; k < weights.length; k++) {
		weights[k] = (weights[k] as number) * (1 - dropout);
	}
	return { emission: weights, transition };
}

function isSmall(gradient: Float64Array, from: number, many: number): boolean {
	for (let y = from; y < from + many; y++) {
		if (Math.abs(gradient[y] as number) > 1e-3) {
			return false;
		}
	}
	return true;
}

/** Copies an example without a share of its features: no single one, such as the word itself, can be relied on. */
function thin({ starts, features }: Example, share: number, random: () => number, work: Workspace): void {
	let length = 0;
	for (let i = 0; i + 1 < starts.length; i++) {
		work.starts[i] = length;
		const end = starts[i + 1] as number;
		for (let k = starts[i] as number; k < end; k++) {
			if (share === 0 || random() >= share) {
				work.features[length++] = features[k] as number;
			}
		}
	}
	work.starts[starts.length - 1] = length;
}

interface Workspace {
	/** Of the example at hand, as it is seen this time. */
	readonly starts: Int32Array;
	readonly features: Int32Array;
	readonly scores: Float64Array;
	readonly forward: Float64Array;
	readonly backward: Float64Array;
	readonly gradient: Float64Array;
	readonly transitionGradient: Float64Array;
	readonly scales: Float64Array;
}

function workspace(examples: readonly Example[], tags: number): Workspace {
	let longest = 1;
	let widest = 0;
	for (const example of examples) {
		longest = Math.max(longest, example.tags.length);
		widest = Math.max(widest, example.features.length);
	}
	const cells = () => new Float64Array(longest * tags);
	return {
		starts: new Int32Array(longest + 1),
		features: new Int32Array(widest),
		scores: cells(),
		forward: cells(),
		backward: cells(),
		gradient: cells(),
		transitionGradient: new Float64Array((tags + 1) * tags),
		scales: new Float64Array(longest),
	};
}

/** Fills the gradients (expected minus seen) and answers the negative log-likelihood. Probabilities are scaled token by token. */
function differentiate(
	gold: Uint8Array,
	weights: Float32Array,
	transition: Float32Array,
	tags: number,
	{ starts, features, scores, forward, backward, gradient, transitionGradient, scales }: Workspace,
): number {
	const length = gold.length;
	let logLikelihood = 0;
	const factors = Float64Array.from(transition, Math.exp);
	for (let i = 0; i < length; i++) {
		const row = i * tags;
		scores.fill(0, row, row + tags);
		const end = starts[i + 1] as number;
		for (let k = starts[i] as number; k < end; k++) {
			const w = (features[k] as number) * tags;
			for (let y = 0; y < tags; y++) {
				scores[row + y] = (scores[row + y] as number) + (weights[w + y] as number);
			}
		}
		const before = i === 0 ? tags : (gold[i - 1] as number);
		logLikelihood +=
			(scores[row + (gold[i] as number)] as number) + (transition[before * tags + (gold[i] as number)] as number);
		let top = Number.NEGATIVE_INFINITY;
		for (let y = 0; y < tags; y++) {
			top = Math.max(top, scores[row + y] as number);
		}
		let sum = 0;
		for (let y = 0; y < tags; y++) {
			const factor = Math.exp((scores[row + y] as number) - top);
			scores[row + y] = factor;
			let inflow = 0;
			if (i === 0) {
				inflow = factors[tags * tags + y] as number;
			} else {
				for (let x = 0; x < tags; x++) {
					inflow += (forward[row - tags + x] as number) * (factors[x * tags + y] as number);
				}
			}
			const value = inflow * factor;
			forward[row + y] = value;
			sum += value;
		}
		for (let y = 0; y < tags; y++) {
			forward[row + y] = (forward[row + y] as number) / sum;
		}
		scales[i] = sum;
		logLikelihood -= Math.log(sum) + top;
	}
	transitionGradient.fill(0);
	for (let i = length - 1; i >= 0; i--) {
		const row = i * tags;
		for (let x = 0; x < tags; x++) {
			let value = 1;
			if (i < length - 1) {
				value = 0;
				const next = row + tags;
				const scale = scales[i + 1] as number;
				for (let y = 0; y < tags; y++) {
					const flow =
						((factors[x * tags + y] as number) * (scores[next + y] as number) * (backward[next + y] as number)) / scale;
					value += flow;
					transitionGradient[x * tags + y] =
						(transitionGradient[x * tags + y] as number) + flow * (forward[row + x] as number);
				}
			}
			backward[row + x] = value;
			gradient[row + x] = (forward[row + x] as number) * value;
		}
		const tag = gold[i] as number;
		gradient[row + tag] = (gradient[row + tag] as number) - 1;
		if (i > 0) {
			const cell = (gold[i - 1] as number) * tags + tag;
			transitionGradient[cell] = (transitionGradient[cell] as number) - 1;
		} else {
			for (let y = 0; y < tags; y++) {
				const cell = tags * tags + y;
				transitionGradient[cell] = (transitionGradient[cell] as number) + (gradient[y] as number);
			}
		}
	}
	return -logLikelihood;
}

/** Numbers from 0 to 1 (xorshift). */
function randomNumbers(seed: number): () => number {
	let state = (seed | 0) === 0 ? 1 : seed | 0;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 0x100000000;
	};
}

function shuffle(order: number[], random: () => number): void {
	for (let i = order.length - 1; i > 0; i--) {
		const k = Math.floor(random() * (i + 1));
		const other = order[k] as number;
		order[k] = order[i] as number;
		order[i] = other;
	}
}
