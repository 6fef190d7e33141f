/** How foreign strings (names, notes, words of the text) are put into Markdown, and how into plain text. */
export interface Markup {
	/** The only way a foreign string may enter: it stays inert text, on one line, its direction its own affair. */
	foreign(text: string): string;
	bold(markup: string): string;
	/** The label is one of our own messages. Empty where the format has no links. */
	link(label: string, target: string): string;
	/** A whole line; `rtl` where the line reads from right to left. */
	line(markup: string, direction: 'ltr' | 'rtl'): string;
	readonly lineBreak: string;
	readonly rule: string;
}

/** For clients that show Markdown. `isolate` puts bidi isolates around foreign strings and Arabic lines; terminals print them as boxes. */
export function markdown(options: { readonly isolate: boolean }): Markup {
	return {
		foreign: text => isolated(escapeMarkdown(text), fsi, options.isolate),
		bold: markup => `**${markup}**`,
		link: (label, target) => `[${escapeMarkdown(label)}](${target})`,
		line: (markup, direction) => isolated(markup, rli, options.isolate && direction === 'rtl'),
		lineBreak: '  \n',
		rule: '\n\n---\n\n',
	};
}

/** For clients that show plain text only. */
export const plainText: Markup = {
	foreign: oneLine,
	bold: markup => markup,
	link: () => '',
	line: markup => markup,
	lineBreak: '\n',
	rule: '\n\n',
};

/** A `command:` link with one argument, safe inside the parentheses of a Markdown link. */
export function commandLink(command: string, argument: Readonly<Record<string, unknown>>): string {
	const encoded = encodeURIComponent(JSON.stringify([argument]));
	return `command:${command}?${encoded.replace(/[()'!*~]/g, char => `%${char.charCodeAt(0).toString(16)}`)}`;
}

/** Longest foreign string shown, in UTF-16 code units. */
const longest = 300;
const fsi = '\u2068';
const rli = '\u2067';
const pdi = '\u2069';

/**
 * Text that Markdown shows as it is: no markup, no HTML, no character references, no links made of bare addresses. What means
 * something only at the beginning of a line is left alone, since no line of ours begins with a foreign string.
 */
function escapeMarkdown(text: string): string {
	return oneLine(text)
		.replace(/[\\`*_[\]~@$]/g, '\\$&')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/:\/\//g, '\\://')
		.replace(/www\./gi, match => `${match.slice(0, 3)}\\.`);
}

/** On one line, shortened, without controls: neither terminal sequences nor bidi controls reach beyond the string. */
function oneLine(text: string): string {
	const short = text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : text;
	return short
		.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

function isolated(text: string, opener: string, isolate: boolean): string {
	return isolate ? `${opener}${text}${pdi}` : text;
}
