/**
 * The keys of annotation mode that do not depend on the label scheme: a physical key, and the command it runs. A key of
 * the scheme comes first; so the letters here are none that a built-in scheme uses, and every important one has a twin
 * that is no letter.
 */
export const fixedKeys = {
	j: 'isnad.editor.nextSuggestion',
	k: 'isnad.editor.previousSuggestion',
	tab: 'isnad.editor.nextSuggestion',
	'shift+tab': 'isnad.editor.previousSuggestion',
	a: 'isnad.editor.accept',
	enter: 'isnad.editor.accept',
	x: 'isnad.editor.reject',
	backspace: 'isnad.editor.reject',
	delete: 'isnad.editor.remove',
	r: 'isnad.editor.relabel',
	e: 'isnad.editor.adjust',
	"'": 'isnad.editor.statement',
	s: 'isnad.editor.attribute',
	v: 'isnad.editor.chooseCue',
	t: 'isnad.editor.setType',
	',': 'isnad.editor.previousStatement',
	'.': 'isnad.editor.nextStatement',
	b: 'isnad.editor.labelAllInDocument',
	';': 'isnad.editor.link',
	c: 'isnad.editor.note',
	w: 'isnad.editor.flag',
	h: 'isnad.editor.hover',
	f: 'isnad.editor.goToFirstMention',
	g: 'isnad.editor.allMentions',
	'/': 'isnad.editor.find',
	u: 'isnad.editor.undo',
	y: 'isnad.editor.redo',
	z: 'isnad.editor.markStatus',
	'`': 'isnad.editor.nextDifference',
	n: 'isnad.editor.nextUnfinished',
	i: 'isnad.editor.toggleAnnotating',
	'\\': 'isnad.editor.openReader',
	space: 'isnad.editor.allCommands',
	'shift+/': 'isnad.editor.cheatSheet',
} as const satisfies Readonly<Record<string, `isnad.editor.${string}`>>;

/** Chords of annotation mode, the usual ones of editors, as in bindings outside macOS. */
export const chords = {
	'ctrl+z': 'isnad.editor.undo',
	'ctrl+y': 'isnad.editor.redo',
	'ctrl+shift+z': 'isnad.editor.redo',
	'ctrl+f': 'isnad.editor.find',
	'ctrl+enter': 'isnad.editor.markDone',
	'alt+down': 'isnad.editor.nextSuggestion',
	'alt+up': 'isnad.editor.previousSuggestion',
	f12: 'isnad.editor.goToFirstMention',
	'shift+f12': 'isnad.editor.allMentions',
} as const satisfies Readonly<Record<string, `isnad.editor.${string}`>>;

/**
 * Keys of the Reader alone, by its own actions. Arrows go by place on the screen: ← is forward. Held with Shift they move the end of
 * the selection, with Ctrl besides its start; with Alt by letter.
 */
const readerKeys = {
	left: 'nextWord',
	right: 'previousWord',
	'alt+left': 'nextLetter',
	'alt+right': 'previousLetter',
	down: 'nextParagraph',
	up: 'previousParagraph',
	'ctrl+left': 'nextSentence',
	'ctrl+right': 'previousSentence',
	']': 'nextMention',
	'[': 'previousMention',
	'shift+left': 'endWordForward',
	'shift+right': 'endWordBack',
	'alt+shift+left': 'endLetterForward',
	'alt+shift+right': 'endLetterBack',
	'shift+.': 'endPassageForward',
	'shift+,': 'endPassageBack',
	'ctrl+shift+left': 'startWordForward',
	'ctrl+shift+right': 'startWordBack',
	'ctrl+alt+shift+left': 'startLetterForward',
	'ctrl+alt+shift+right': 'startLetterBack',
	'shift+down': 'selectParagraph',
	'shift+enter': 'acceptParagraph',
	'shift+a': 'acceptParagraph',
	'ctrl+shift+enter': 'acceptAll',
	'=': 'larger',
	'-': 'smaller',
	'shift+=': 'looser',
	'shift+-': 'tighter',
	'alt+=': 'wider',
	'alt+-': 'narrower',
	'ctrl+s': 'saveReaderPage',
	"shift+'": 'addPart',
	i: 'openText',
	'\\': 'openText',
} as const satisfies Readonly<Record<string, string>>;

/** Keys of annotation mode that mean nothing in the Reader: there Tab moves among buttons. */
const notInReader: readonly string[] = ['tab', 'shift+tab', 'h', 'f12', 'shift+f12'];

/** Every key of the Reader that does not depend on the label scheme, with its action. */
export function keysOfReader(): Readonly<Record<string, string>> {
	const shared = Object.entries({ ...fixedKeys, ...chords })
		.filter(([key]) => !notInReader.includes(key))
		.map(([key, command]) => [key, command.replace('isnad.editor.', '')]);
	return { ...Object.fromEntries(shared), ...readerKeys };
}

/** Physical keys (as VS Code writes them in bindings) by our names for them. All of them are bound, so that none types. */
export const physicalKeys: Readonly<Record<string, string>> = {
	...Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map(letter => [letter, `[Key${letter.toUpperCase()}]`])),
	...Object.fromEntries([...'0123456789'].map(digit => [digit, `[Digit${digit}]`])),
	',': '[Comma]',
	'.': '[Period]',
	'/': '[Slash]',
	';': '[Semicolon]',
	"'": '[Quote]',
	'[': '[BracketLeft]',
	']': '[BracketRight]',
	'\\': '[Backslash]',
	'-': '[Minus]',
	'=': '[Equal]',
	'`': '[Backquote]',
	'<': '[IntlBackslash]',
	space: '[Space]',
};

/** Keys that are the same under every layout, by our names for them. */
export const namedKeys = ['enter', 'backspace', 'delete', 'tab', 'shift+tab'] as const;

/** The command that a key runs when the scheme has no use for it. */
export function fixedCommand(key: string): string | undefined {
	return (fixedKeys as Readonly<Record<string, string>>)[key];
}

/** A key as it is written for a reader: `J`, `Shift+Tab`, `?`. */
export function keyName(key: string): string {
	if (key === 'shift+/') return '?';
	return key
		.split('+')
		.map(part => part.charAt(0).toUpperCase() + part.slice(1))
		.join('+');
}
