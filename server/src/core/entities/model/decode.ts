import { mayFollow, type SequenceModel } from './sequenceModel.ts';

/** The best tags of a stretch, and by how much each beats the best sequence in which its token has another tag. */
export interface Decoded {
	readonly tags: Uint8Array;
	readonly margins: Int32Array;
}

/** Where two sequences are equally good, the one with the lower tag at the last difference. `scores` are by token, then tag. */
export function decode(model: SequenceModel, scores: Int32Array, length: number): Decoded {
	const many = model.tags.length;
	const { transition } = model;
	const forward = new Int32Array(length * many);
	const from = new Uint8Array(length * many);
	for (let y = 0; y < many && length > 0; y++) {
		forward[y] = (scores[y] as number) + (transition[many * many + y] as number);
	}
	for (let i = 1; i < length; i++) {
		const row = i * many;
		for (let y = 0; y < many; y++) {
			let best = Number.NEGATIVE_INFINITY;
			let origin = 0;
			for (let x = 0; x < many; x++) {
				const value = (forward[row - many + x] as number) + (transition[x * many + y] as number);
				if (value > best) {
					best = value;
					origin = x;
				}
			}
			forward[row + y] = best + (scores[row + y] as number);
			from[row + y] = origin;
		}
	}
	const tags = new Uint8Array(length);
	let tag = 0;
	for (let y = 1; y < many && length > 0; y++) {
		if ((forward[(length - 1) * many + y] as number) > (forward[(length - 1) * many + tag] as number)) {
			tag = y;
		}
	}
	for (let i = length - 1; i >= 0; i--) {
		tags[i] = tag;
		tag = from[i * many + tag] as number;
	}
	return { tags, margins: marginsOf(model, scores, forward, tags) };
}

/** Max-marginals: the best sequence through each tag of each token, by a pass from the end. Nothing is done where all is O. */
function marginsOf(
	{ tags: names, transition }: SequenceModel,
	scores: Int32Array,
	forward: Int32Array,
	tags: Uint8Array,
): Int32Array {
	const many = names.length;
	const length = tags.length;
	const margins = new Int32Array(length);
	if (!tags.some(tag => tag > 0)) {
		return margins;
	}
	let backward = new Int32Array(many);
	let next = new Int32Array(many);
	for (let i = length - 1; i >= 0; i--) {
		const row = i * many;
		const chosen = (forward[row + (tags[i] as number)] as number) + (backward[tags[i] as number] as number);
		let other = Number.NEGATIVE_INFINITY;
		for (let y = 0; y < many; y++) {
			if (y !== tags[i]) {
				other = Math.max(other, (forward[row + y] as number) + (backward[y] as number));
			}
		}
		margins[i] = Math.max(0, chosen - other);
		for (let x = 0; x < many; x++) {
			let best = Number.NEGATIVE_INFINITY;
			for (let y = 0; y < many; y++) {
				best = Math.max(
					best,
					(transition[x * many + y] as number) + (scores[row + y] as number) + (backward[y] as number),
				);
			}
			next[x] = best;
		}
		const spare = backward;
		backward = next;
		next = spare;
	}
	return margins;
}

/** Stretches of one name by tags: token indexes, half-open. */
export interface TaggedSpan {
	readonly first: number;
	readonly last: number;
	readonly label: string;
	/** The smallest margin of its tokens. */
	readonly margin: number;
}

/** The names of a decoded stretch, in order; `offset` is the token index at which the stretch begins. */
export function spansOfTags(model: SequenceModel, { tags, margins }: Decoded, offset: number): TaggedSpan[] {
	const spans: TaggedSpan[] = [];
	for (let i = 0; i < tags.length; i++) {
		const tag = tags[i] as number;
		if (tag === 0 || (tag % 2 === 0 && i > 0 && mayFollow(tags[i - 1] as number, tag))) {
			continue;
		}
		let last = i + 1;
		let margin = margins[i] as number;
		const inside = tag % 2 === 0 ? tag : tag + 1;
		while (last < tags.length && tags[last] === inside) {
			margin = Math.min(margin, margins[last] as number);
			last += 1;
		}
		spans.push({
			first: offset + i,
			last: offset + last,
			label: (model.tags[tag] ?? 'B-').slice(2),
			margin: Math.min(margin, last < tags.length ? (margins[last] as number) : margin),
		});
	}
	return spans;
}
