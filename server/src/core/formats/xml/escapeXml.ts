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
