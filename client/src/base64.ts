/** Bytes as base64, in desktop and browser alike. */
export function encodeBase64(bytes: Uint8Array): string {
	let binary = '';
	// In pieces: one call with a whole file as arguments would overflow the stack.
	for (let start = 0; start < bytes.length; start += 8192) {
		binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
	}
	return btoa(binary);
}

/** The bytes of base64. Throws for what is no base64. */
export function decodeBase64(text: string): Uint8Array {
	return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}
