type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | undefined>>;

/** An element with attributes and children; words become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Attributes,
	...children: readonly Child[]
): HTMLElementTagNameMap[K] {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value !== undefined) made.setAttribute(name, value);
	}
	made.append(...children.filter(child => child !== undefined));
	return made;
}

/** A button that does something by mouse, and says what by its title. */
export function button(attributes: Attributes, words: Child, onClick: () => void): HTMLButtonElement {
	const made = element('button', { type: 'button', ...attributes }, words);
	made.addEventListener('click', event => {
		event.stopPropagation();
		onClick();
	});
	return made;
}

/** Words of the article within the interface's: they keep their own direction. */
export function bdi(words: string, className?: string): HTMLElement {
	return element('bdi', { lang: 'ar', class: className }, words);
}
