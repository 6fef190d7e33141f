/** A growing list of whole numbers that takes four bytes each. */
export interface NumberList {
	readonly length: number;
	push(value: number): void;
	/** The numbers from one place to another; no copy, and valid until the next push. */
	view(from: number, to: number): Int32Array;
}

export function numberList(): NumberList {
	let values = new Int32Array(1024);
	let length = 0;
	return {
		get length() {
			return length;
		},
		push: value => {
			if (length === values.length) {
				const larger = new Int32Array(length * 2);
				larger.set(values);
				values = larger;
			}
			values[length++] = value;
		},
		view: (from, to) => values.subarray(from, to),
	};
}
