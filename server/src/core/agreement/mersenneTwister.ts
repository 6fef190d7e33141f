const size = 624;
const shift = 397;

/**
 * Whole numbers below a limit, drawn as CPython's `random.Random(seed).randrange(limit)` draws them: MT19937 (Matsumoto and
 * Nishimura 1998) seeded by array, high bits first, draws beyond the limit thrown away. `seed` and limits are below 2^32.
 */
export function drawsBelow(seed: number): (limit: number) => number {
	const state = seeded(seed);
	let at = size;
	const next = () => {
		if (at === size) {
			renew(state);
			at = 0;
		}
		let y = state[at++] ?? 0;
		y ^= y >>> 11;
		y ^= (y << 7) & 0x9d2c5680;
		y ^= (y << 15) & 0xefc60000;
		return (y ^ (y >>> 18)) >>> 0;
	};
	return limit => {
		const spare = Math.clz32(limit);
		for (;;) {
			const drawn = next() >>> spare;
			if (drawn < limit) return drawn;
		}
	};
}

function seeded(seed: number): Uint32Array {
	const state = new Uint32Array(size);
	state[0] = 19650218;
	for (let i = 1; i < size; i++) {
		state[i] = Math.imul(1812433253, mixed(state, i - 1)) + i;
	}
	let i = 1;
	for (let k = size; k > 0; k--) {
		state[i] = ((state[i] ?? 0) ^ Math.imul(mixed(state, i - 1), 1664525)) + seed;
		i = advance(state, i);
	}
	for (let k = size - 1; k > 0; k--) {
		state[i] = ((state[i] ?? 0) ^ Math.imul(mixed(state, i - 1), 1566083941)) - i;
		i = advance(state, i);
	}
	state[0] = 0x80000000;
	return state;
}

function mixed(state: Uint32Array, at: number): number {
	const value = state[at] ?? 0;
	return value ^ (value >>> 30);
}

function advance(state: Uint32Array, at: number): number {
	if (at + 1 < size) return at + 1;
	state[0] = state[size - 1] ?? 0;
	return 1;
}

function renew(state: Uint32Array): void {
	for (let i = 0; i < size; i++) {
		const y = ((state[i] ?? 0) & 0x80000000) | ((state[(i + 1) % size] ?? 0) & 0x7fffffff);
		state[i] = (state[(i + shift) % size] ?? 0) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
	}
}
