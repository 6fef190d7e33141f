/** Writes small numbers in few bytes. */
export interface PackedWriter {
	byte(value: number): void;
	/** A whole number from 0, seven bits a byte, the lowest first. */
	number(value: number): void;
	bytes(): Uint8Array;
}

export function packedWriter(): PackedWriter {
	let bytes = new Uint8Array(1024);
	let length = 0;
	const byte = (value: number) => {
		if (length === bytes.length) {
			const larger = new Uint8Array(length * 2);
			larger.set(bytes);
			bytes = larger;
		}
		bytes[length++] = value;
	};
	return {
		byte,
		number: value => {
			let rest = value;
			while (rest > 127) {
				byte((rest % 128) + 128);
				rest = Math.floor(rest / 128);
			}
			byte(rest);
		},
		bytes: () => bytes.slice(0, length),
	};
}

/** Reads what a packed writer wrote; past the end there are zeros. */
export function packedReader(bytes: Uint8Array): { byte(): number; number(): number } {
	let at = 0;
	const byte = () => bytes[at++] ?? 0;
	return {
		byte,
		number: () => {
			let value = 0;
			let factor = 1;
			for (let n = 0; n < 6; n++) {
				const next = byte();
				value += (next & 127) * factor;
				if (next < 128) {
					break;
				}
				factor *= 128;
			}
			return value;
		},
	};
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 without padding. */
export function toBase64(bytes: Uint8Array): string {
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += 3) {
		const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
		const many = Math.min(4, bytes.length - at + 1);
		for (let k = 0; k < many; k++) {
			parts.push(digits.charAt((group >> (18 - 6 * k)) & 63));
		}
	}
	return parts.join('');
}

const values = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value++) {
	values[digits.charCodeAt(value)] = value;
}

/** The bytes of base64 from an offset to the line end or the end of the text; undefined where another character stands. */
export function fromBase64(text: string, from: number): Uint8Array | undefined {
	const stop = text.indexOf('\n', from);
	const end = stop < 0 ? text.length : stop;
	const bytes = new Uint8Array(Math.floor(((end - from) * 3) / 4));
	let length = 0;
	let group = 0;
	let bits = 0;
	for (let at = from; at < end; at++) {
		const unit = text.charCodeAt(at);
		const value = unit < 128 ? (values[unit] as number) : -1;
		if (value < 0) {
			return undefined;
		}
		group = ((group << 6) | value) & 0xffffff;
		bits += 6;
		if (bits >= 8) {
			bits -= 8;
			bytes[length++] = (group >> bits) & 255;
		}
	}
	return bytes;
}
