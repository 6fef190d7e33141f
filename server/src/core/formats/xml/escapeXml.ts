/** Text as XML writes it between quotation marks or tags; line ends and tabs as references, so that no reader changes them. */
export function escapeXml(text: string): string {
	return text.replace(/[&<>"\n\r\t]/g, char => references[char] ?? char);
}

const references: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\n': '&#10;',
	'\r': '&#13;',
	'\t': '&#9;',
};
/** The text with U+FFFD, unit for unit, for what XML 1.0 cannot hold: most controls, lone surrogates, U+FFFE and U+FFFF. */
export function allowedInXml(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: XML names them.
	return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
}
