import type { DecodeBytes } from './core/text/decode.ts';

/** The decoder that core asks for, by the platform's TextDecoder. */
export const decodeBytes: DecodeBytes = (bytes, encoding) => {
	let decoder = decoders.get(encoding);
	if (decoder === undefined) {
		try {
			decoder = new TextDecoder(encoding, { ignoreBOM: true });
		} catch {
			return undefined;
		}
		decoders.set(encoding, decoder);
	}
	return decoder.decode(bytes);
};

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();
