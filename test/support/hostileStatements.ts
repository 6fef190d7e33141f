/** Pieces that make a text hostile to the statement engine when nothing else stands in it, with a name for each. */
export const hostilePieces: readonly (readonly [string, string])[] = [
	['«', '«'],
	['»', '»'],
	['"', '"'],
	['قال ', 'قال '],
	['قال: «', 'قال: «'],
	['وأضاف أن ', 'وأضاف أن '],
	['قال فلان إن ', 'قال فلان إن '],
	['نقلت عن قوله ', 'نقلت عن قوله '],
	['«كلام». ', '«كلام». '],
	['بحسب ', 'بحسب '],
	['، بحسب الوكالة، ', '، بحسب الوكالة، '],
	['نقلا عن وكالة ', 'نقلا عن وكالة '],
	['قالت الشركة إن ', 'قالت الشركة إن '],
	['، ', '، '],
	['(', '('],
	[':', ':'],
	['one word', 'م'],
	['combining marks', '\u064b'],
	['bidi controls', '\u202b'],
	['line ends', '\n'],
	['blanks', ' '],
];

/** A text of that many UTF-16 units at most, made of one piece. */
export function repeated(piece: string, length: number): string {
	return piece.repeat(Math.floor(length / piece.length));
}
