import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the text in UTF-8, as 64 hexadecimal digits. A lone surrogate counts as U+FFFD, as in any UTF-8 file. */
export function sha256Hex(text: string): string {
	return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of bytes, as 64 hexadecimal digits. */
export function sha256OfBytes(bytes: Uint8Array): string {
	return bytesToHex(sha256(bytes));
}
