/** As much of a browser's keyboard event as names a key. */
export interface KeyPress {
	readonly code: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
	readonly shiftKey: boolean;
}

/**
 * A key by its place on the keyboard, whatever letter the layout gives it: `a`, `shift+left`, `ctrl+shift+z`. Cmd counts as
 * Ctrl. Undefined for keys that have no name with us, as modifiers alone.
 */
export function keyNameOf({ code, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string | undefined {
	const name = baseName(code);
	if (name === undefined) return undefined;
	return [ctrlKey || metaKey ? 'ctrl+' : '', altKey ? 'alt+' : '', shiftKey ? 'shift+' : '', name].join('');
}

function baseName(code: string): string | undefined {
	const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code) ?? [];
	return letter?.toLowerCase() ?? digit ?? named[code] ?? (/^F\d+$/.test(code) ? code.toLowerCase() : undefined);
}

const named: Readonly<Record<string, string>> = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowUp: 'up',
	ArrowDown: 'down',
	Home: 'home',
	End: 'end',
	PageUp: 'pageup',
	PageDown: 'pagedown',
	Enter: 'enter',
	NumpadEnter: 'enter',
	Backspace: 'backspace',
	Delete: 'delete',
	Tab: 'tab',
	Escape: 'escape',
	Space: 'space',
	Comma: ',',
	Period: '.',
	Slash: '/',
	Semicolon: ';',
	Quote: "'",
	BracketLeft: '[',
	BracketRight: ']',
	Backslash: '\\',
	Minus: '-',
	Equal: '=',
	NumpadAdd: '=',
	NumpadSubtract: '-',
	Backquote: '`',
	IntlBackslash: '<',
};

/** The place on the keyboard of a key named by us, as `KeyA`; for the letter that the layout has there. */
export function codeOf(name: string): string | undefined {
	if (/^[a-z]$/.test(name)) return `Key${name.toUpperCase()}`;
	if (/^\d$/.test(name)) return `Digit${name}`;
	return Object.entries(named).find(([, known]) => known === name)?.[0];
}
