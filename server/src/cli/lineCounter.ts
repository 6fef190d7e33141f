export interface LinePlace {
	/** Both from 1; columns in UTF-16 units. */
	readonly row: number;
	readonly column: number;
}

/** Finds the line of an offset as editors count: LF, CRLF and lone CR each end one; a leading byte order mark is no column. */
export function lineCounter(text: string): (offset: number) => LinePlace {
	return offset => {
		let row = 1;
		let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
		for (let i = start; i < offset && i < text.length; i++) {
			const unit = text.charCodeAt(i);
			if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) {
				row += 1;
				start = i + 1;
			}
		}
		return { row, column: Math.max(0, offset - start) + 1 };
	};
}
