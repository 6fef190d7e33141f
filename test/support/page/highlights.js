/** The words under every CSS highlight of the page whose name contains a part, in the order of the text. */
(_, part) => {
	const found = [];
	CSS.highlights.forEach((highlight, name) => {
		if (name.includes(part)) found.push(...highlight);
	});
	const before = (a, b) =>
		a.startContainer === b.startContainer
			? a.startOffset - b.startOffset
			: a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING
				? -1
				: 1;
	return found.sort(before).map(range => range.startContainer.textContent.slice(range.startOffset, range.endOffset));
};
