/** A small reader of XML: elements, attributes, text. */
export interface XmlElement {
	/** As written, with its prefix. */
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly (XmlElement | string)[];
}

/** UTF-16 units, and levels, of what is read. */
const maxLength = 50 * 1024 * 1024;
const maxDepth = 256;

/**
 * The root element of an XML text. Undefined for what is not well formed, longer than 50 MB or deeper than 256 levels, and for
 * anything with a document type: so there are no entities but the five of XML, nothing is expanded and nothing is fetched. Line ends
 * become LF, in attributes blanks, as XML says, but for those written as references. Linear; never throws.
 */
export function readXml(source: string): XmlElement | undefined {
	if (source.length > maxLength) {
		return undefined;
	}
	const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	const stack: Building[] = [{ name: '', attributes: new Map(), children: [] }];
	let at = 0;
	while (at < text.length) {
		const open = text.indexOf('<', at);
		const parent = stack.at(-1) as Building;
		const between = text.slice(at, open < 0 ? text.length : open);
		if (between !== '') {
			const words = unescaped(between);
			if (words === undefined || (stack.length === 1 && words.trim() !== '')) return undefined;
			if (stack.length > 1) parent.children.push(words);
		}
		if (open < 0) break;
		const special = specialEnd(text, open, parent, stack.length > 1);
		if (special === 'wrong') return undefined;
		at = special ?? tagEnd(text, open, stack);
		if (at < 0) return undefined;
	}
	const [root] = (stack[0]?.children ?? []).filter(child => typeof child !== 'string');
	return stack.length === 1 && stack[0]?.children.length === 1 ? (root as XmlElement | undefined) : undefined;
}

interface Building {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: (XmlElement | string)[];
}

/** Behind a comment, an instruction or a CDATA section; undefined for a tag. */
function specialEnd(text: string, open: number, parent: Building, inside: boolean): number | 'wrong' | undefined {
	for (const [begin, end] of [
		['<!--', '-->'],
		['<![CDATA[', ']]>'],
		['<?', '?>'],
	] as const) {
		if (!text.startsWith(begin, open)) continue;
		const close = text.indexOf(end, open + begin.length);
		if (close < 0 || (begin === '<![CDATA[' && !inside)) return 'wrong';
		if (begin === '<![CDATA[') parent.children.push(text.slice(open + begin.length, close));
		return close + end.length;
	}
	return text.startsWith('<!', open) ? 'wrong' : undefined;
}

const nameChars = /[^\s=/<>"'&]+/y;
const blanks = /\s*/y;

/** Reads a start or end tag; answers the place behind it, or -1. */
function tagEnd(text: string, open: number, stack: Building[]): number {
	if (text.startsWith('</', open)) {
		const close = text.indexOf('>', open);
		const done = stack.pop();
		const parent = stack.at(-1);
		if (close < 0 || done === undefined || parent === undefined || text.slice(open + 2, close).trimEnd() !== done.name)
			return -1;
		parent.children.push(done);
		return close + 1;
	}
	const name = sticky(nameChars, text, open + 1);
	let at = open + 1 + name.length;
	const attributes = new Map<string, string>();
	while (name !== '') {
		const gap = sticky(blanks, text, at).length;
		at += gap;
		if (text.startsWith('>', at) || text.startsWith('/>', at)) {
			const element: Building = { name, attributes, children: [] };
			if (text.startsWith('/>', at)) {
				stack.at(-1)?.children.push(element);
				return at + 2;
			}
			stack.push(element);
			return stack.length > maxDepth ? -1 : at + 1;
		}
		const key = sticky(nameChars, text, at);
		at += key.length;
		at += sticky(blanks, text, at).length;
		if (key === '' || gap === 0 || text.charAt(at) !== '=' || attributes.has(key)) return -1;
		at += 1 + sticky(blanks, text, at + 1).length;
		const quote = text.charAt(at);
		const end = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) : -1;
		const raw = end < 0 ? '<' : text.slice(at + 1, end);
		const value = raw.includes('<') ? undefined : unescaped(raw.replace(/[\n\t]/g, ' '));
		if (value === undefined) return -1;
		attributes.set(key, value);
		at = end + 1;
	}
	return -1;
}

function sticky(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? '';
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** With references replaced; undefined where one is not of XML itself, or of no character. */
function unescaped(text: string): string | undefined {
	if (!text.includes('&')) {
		return text;
	}
	let wrong = false;
	const result = text.replace(/&([^;&]{0,12});?/g, (whole, inner: string) => {
		const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(inner);
		const code =
			number === null ? undefined : number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
		const char =
			code === undefined
				? Object.hasOwn(named, inner)
					? named[inner]
					: undefined
				: code > 0x10ffff
					? undefined
					: String.fromCodePoint(code);
		wrong ||= char === undefined || !whole.endsWith(';');
		return char ?? '';
	});
	return wrong ? undefined : result;
}

/** The elements below an element, at any depth, in order, itself first. */
export function* elementsOf(root: XmlElement): Generator<XmlElement> {
	const waiting: XmlElement[] = [root];
	for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
		yield element;
		waiting.push(...element.children.filter((child): child is XmlElement => typeof child !== 'string').reverse());
	}
}
