import { Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Takes away what is left of a line of progress. The only control that goes to a terminal. */
export const clearLine = '\r\u001b[K';

/**
 * Text for a terminal: controls, by which a name or an article could command it, and those by which it could turn the order of
 * what follows, are shown as U+FFFD. Line ends and tabs stay.
 */
export function harmless(text: string): string {
	return text.replace(/\r\n/g, '\n').replace(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** Writes harmless text to a stream. A chunk that is `clearLine` and nothing else passes as it is. */
export function harmlessTo(stream: Writable): Writable {
	const decoder = new StringDecoder('utf8');
	// Told through the callback below.
	stream.on('error', () => undefined);
	return new Writable({
		decodeStrings: false,
		write: (chunk: string | Buffer, _encoding, done) => {
			const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
			stream.write(text === clearLine ? text : harmless(text), done);
		},
	});
}
