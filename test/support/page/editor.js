/**
 * Runs in the page: what the editor `selector` draws, measured once fonts and two frames have come. Its visual lines top to
 * bottom, each with its words as the eye meets them from right to left; with `alone`, also the words of the same text
 * drawn beside the editor as one untouched piece. Its decorations and its selection, with the words under them.
 */
async (selector, { alone = false } = {}) => {
	await document.fonts.ready;
	for (let frame = 0; frame < 2; frame++) await new Promise(resolve => requestAnimationFrame(resolve));
	const editor = document.querySelector(selector);
	const rows = [...editor.querySelectorAll('.view-lines > .view-line')]
		.map(line => ({ line, top: line.getBoundingClientRect().top }))
		.sort((a, b) => a.top - b.top);
	const copies = alone ? rows.map(({ line }) => copyOf(line)) : [];
	const lines = rows.map(({ line, top }, index) => ({
		text: line.textContent.replaceAll('\u00a0', ' '),
		top,
		height: line.getBoundingClientRect().height,
		words: wordsOf(line),
		...(alone && { alone: wordsOf(copies[index]) }),
	}));
	for (const copy of copies) copy.remove();
	return {
		lines,
		marks: [...editor.querySelectorAll('.view-overlays .cdr[class*="ced-"]')].map(mark => ({
			words: wordsUnder(mark),
			...lookOf(getComputedStyle(mark)),
		})),
		selected: [...editor.querySelectorAll('.view-overlays .selected-text')].map(wordsUnder).join(' '),
	};

	function wordsOf(line) {
		const units = unitsOf(line);
		const text = units.map(unit => unit.text).join('');
		const words = [...text.matchAll(/[\p{L}\p{M}\p{N}\u200c\u200d]+/gu)].map(match => {
			const first = units[match.index];
			const last = units[match.index + match[0].length - 1];
			const range = document.createRange();
			range.setStart(first.node, first.offset);
			range.setEnd(last.node, last.offset + 1);
			const rectangles = [...range.getClientRects()].filter(rectangle => rectangle.width > 0);
			const left = Math.min(...rectangles.map(rectangle => rectangle.left));
			return { text: match[0], left, width: Math.max(...rectangles.map(rectangle => rectangle.right)) - left };
		});
		return words.sort((a, b) => b.left + b.width - a.left - a.width);
	}

	/** One entry a UTF-16 unit, since decorations may split a word between elements. */
	function unitsOf(line) {
		const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
		const units = [];
		for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
			const text = node.nodeValue;
			for (let offset = 0; offset < text.length; offset++) units.push({ text: text.charAt(offset), node, offset });
		}
		return units;
	}

	/** As VS Code draws a line that nothing splits. */
	function copyOf(line) {
		const copy = line.cloneNode(false);
		copy.style.visibility = 'hidden';
		const piece = document.createElement('span');
		piece.style.unicodeBidi = 'isolate';
		piece.textContent = line.textContent;
		copy.append(piece);
		line.parentElement.append(copy);
		return copy;
	}

	function wordsUnder(mark) {
		const { left, right, top, bottom } = mark.getBoundingClientRect();
		return lines
			.filter(line => top < line.top + line.height / 2 && line.top + line.height / 2 < bottom)
			.flatMap(line =>
				line.words.filter(word => left < word.left + word.width / 2 && word.left + word.width / 2 < right),
			)
			.map(word => word.text)
			.join(' ');
	}

	function lookOf(style) {
		const sides = ['Top', 'Right', 'Bottom', 'Left'].map(side => Number.parseFloat(style[`border${side}Width`]));
		const outline = style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth);
		const framed = sides.findIndex(width => width > 0);
		return {
			line: framed < 0 ? style.outlineStyle : style[`border${['Top', 'Right', 'Bottom', 'Left'][framed]}Style`],
			sides,
			outline,
			background: style.backgroundColor,
		};
	}
};
