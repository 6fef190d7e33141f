import type { Problem } from '../core/model.ts';

/** A problem with a file's encoding in words for the terminal, saying what to do. */
export function inWords({ code, values = {} }: Problem): string {
	const { encoding, suggested, percent } = values;
	switch (code) {
		case 'encoding-mistaken':
			return `is not ${encoding}; it looks like ${suggested}: try --encoding ${suggested}`;
		case 'encoding-undecodable':
			return `is not text in ${encoding}: ${percent} % of it cannot be read; name its encoding with --encoding`;
		default:
			return code;
	}
}
