import { lineAt, lineSpan, type Span, type Text, textOf } from './machine/text.ts';

/** A place in the page: a text node (or an empty paragraph) and an offset in it. */
export interface Place {
	readonly node: Node;
	readonly offset: number;
}

/**
 * The article's paragraphs in the page, one for each line of the text. Offsets of the text and places in the page are told
 * apart here alone; every paragraph holds exactly one text node, or none where its line is empty.
 */
export class Page {
	readonly #root: HTMLElement;
	#paragraphs: readonly HTMLElement[];
	#lines = new WeakMap<Node, number>();
	text: Text;

	constructor(root: HTMLElement) {
		this.#root = root;
		this.#paragraphs = [...root.querySelectorAll<HTMLElement>('.row > p')];
		this.text = textOf(this.#paragraphs.map(paragraph => paragraph.textContent ?? ''));
		this.#number();
	}

	/** Shows another text; paragraphs that stay the same are left alone. */
	replace(lines: readonly string[]): void {
		const old = this.#paragraphs;
		let same = 0;
		while (same < old.length && same < lines.length && old[same]?.textContent === lines[same]) same++;
		let tail = 0;
		while (
			tail < old.length - same &&
			tail < lines.length - same &&
			old[old.length - 1 - tail]?.textContent === lines[lines.length - 1 - tail]
		) {
			tail++;
		}
		const before = old[old.length - tail]?.parentElement ?? null;
		for (const paragraph of old.slice(same, old.length - tail)) paragraph.parentElement?.remove();
		const fresh = lines.slice(same, lines.length - tail).map(line => {
			const row = rowFor(line);
			this.#root.insertBefore(row, before);
			return row.querySelector('p') as HTMLElement;
		});
		this.#paragraphs = [...old.slice(0, same), ...fresh, ...old.slice(old.length - tail)];
		this.text = textOf(lines);
		this.#number();
	}

	/** The paragraph of a line. */
	paragraph(line: number): HTMLElement | undefined {
		return this.#paragraphs[line];
	}

	place(offset: number): Place {
		const line = lineAt(this.text, offset);
		const paragraph = this.#paragraphs[line];
		const start = this.text.starts[line] ?? 0;
		const node = paragraph?.firstChild ?? paragraph ?? this.#root;
		return { node, offset: node instanceof Text ? Math.min(offset - start, node.length) : 0 };
	}

	/** The offset of a place; undefined outside every paragraph. */
	offset({ node, offset }: Place): number | undefined {
		const line = this.#lineOf(node);
		if (line === undefined) return undefined;
		const start = this.text.starts[line] ?? 0;
		if (node instanceof Text) return start + offset;
		// In a paragraph itself, as browsers give it at its edges: before its text, or after it.
		return start + (offset === 0 ? 0 : (this.text.lines[line]?.length ?? 0));
	}

	/** The ranges of a span, one in each paragraph that it touches. */
	ranges({ start, end }: Span): readonly StaticRange[] {
		const found: StaticRange[] = [];
		for (let line = lineAt(this.text, start); line <= lineAt(this.text, end); line++) {
			const node = this.#paragraphs[line]?.firstChild;
			const own = lineSpan(this.text, line);
			const from = Math.max(start, own.start) - own.start;
			const to = Math.min(end, own.end) - own.start;
			if (!node || from >= to) continue;
			found.push(new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }));
		}
		return found;
	}

	/** Where a span is drawn, line by line, relative to the window. */
	boxes(span: Span): readonly DOMRect[] {
		return this.ranges(span).flatMap(({ startContainer, startOffset, endContainer, endOffset }) => {
			const range = document.createRange();
			range.setStart(startContainer, startOffset);
			range.setEnd(endContainer, endOffset);
			return [...range.getClientRects()];
		});
	}

	#lineOf(node: Node): number | undefined {
		for (let at: Node | null = node; at && at !== this.#root; at = at.parentNode) {
			const line = this.#lines.get(at);
			if (line !== undefined) return line;
		}
		return undefined;
	}

	#number(): void {
		this.#lines = new WeakMap(this.#paragraphs.map((paragraph, line) => [paragraph, line]));
	}
}

function rowFor(line: string): HTMLElement {
	const row = document.createElement('section');
	row.className = line.trim() === '' ? 'row empty' : 'row';
	const paragraph = document.createElement('p');
	paragraph.dir = 'auto';
	if (line !== '') paragraph.append(line);
	row.append(paragraph);
	return row;
}
