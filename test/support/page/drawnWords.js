/**
 * Runs in the page: the words of each visual line in the editor `selector`, top to bottom, each line from right to
 * left, as [{ text, left, width }]. Measured by Range rectangles once fonts and two frames have come.
 */
async selector => {
	await document.fonts.ready;
	for (let frame = 0; frame < 2; frame++) await new Promise(resolve => requestAnimationFrame(resolve));
	const top = line => line.getBoundingClientRect().top;
	const right = word => word.left + word.width;
	return [...document.querySelectorAll(`${selector} .view-lines > .view-line`)]
		.sort((a, b) => top(a) - top(b))
		.map(line => wordsOf(line).sort((a, b) => right(b) - right(a)));

	function wordsOf(line) {
		const units = unitsOf(line);
		const text = units.map(unit => unit.text).join('');
		return [...text.matchAll(/[\p{L}\p{M}\p{N}\u200c\u200d]+/gu)].map(match => {
			const first = units[match.index];
			const last = units[match.index + match[0].length - 1];
			const range = document.createRange();
			range.setStart(first.node, first.offset);
			range.setEnd(last.node, last.offset + 1);
			const rectangles = [...range.getClientRects()].filter(rectangle => rectangle.width > 0);
			const left = Math.min(...rectangles.map(rectangle => rectangle.left));
			return { text: match[0], left, width: Math.max(...rectangles.map(rectangle => rectangle.right)) - left };
		});
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
};
