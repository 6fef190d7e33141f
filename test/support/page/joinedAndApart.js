/** Runs in the page: the width of an Arabic word in the font of `selector`, and the sum of its letters' widths apart. */
async selector => {
	await document.fonts.ready;
	const host = document.querySelector(`${selector} .view-lines`) ?? document.body;
	const width = text => {
		const span = document.createElement('span');
		span.style.position = 'absolute';
		span.textContent = text;
		host.append(span);
		const measured = span.getBoundingClientRect().width;
		span.remove();
		return measured;
	};
	const word = 'بسبب';
	return { joined: width(word), apart: [...word].reduce((sum, letter) => sum + width(letter), 0) };
};
