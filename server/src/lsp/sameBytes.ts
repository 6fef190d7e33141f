/** Whether two contents are the same, byte by byte; four at a time where they lie so. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
	if (a.length !== b.length || a === b) {
		return a === b;
	}
	let at = 0;
	if (a.byteOffset % 4 === 0 && b.byteOffset % 4 === 0) {
		const count = a.length >> 2;
		const [x, y] = [new Int32Array(a.buffer, a.byteOffset, count), new Int32Array(b.buffer, b.byteOffset, count)];
		for (let i = 0; i < count; i++) {
			if (x[i] !== y[i]) {
				return false;
			}
		}
		at = count << 2;
	}
	for (; at < a.length; at++) {
		if (a[at] !== b[at]) {
			return false;
		}
	}
	return true;
}
