import { codeOf } from './machine/keyName.ts';

/** Letters on the keys of the common Arabic layout, by place. */
const arabic = new Map(
	Object.entries({
		KeyQ: 'ض',
		KeyW: 'ص',
		KeyE: 'ث',
		KeyR: 'ق',
		KeyT: 'ف',
		KeyY: 'غ',
		KeyU: 'ع',
		KeyI: 'ه',
		KeyO: 'خ',
		KeyP: 'ح',
		BracketLeft: 'ج',
		BracketRight: 'د',
		KeyA: 'ش',
		KeyS: 'س',
		KeyD: 'ي',
		KeyF: 'ب',
		KeyG: 'ل',
		KeyH: 'ا',
		KeyJ: 'ت',
		KeyK: 'ن',
		KeyL: 'م',
		Semicolon: 'ك',
		Quote: 'ط',
		KeyZ: 'ئ',
		KeyX: 'ء',
		KeyC: 'ؤ',
		KeyV: 'ر',
		KeyB: 'لا',
		KeyN: 'ى',
		KeyM: 'ة',
		Comma: 'و',
		Period: 'ز',
		Slash: 'ظ',
		Backquote: 'ذ',
	}),
);

/** The letters that keys have under the current keyboard layout, learnt from what is typed: browsers tell frames no more. */
export class Layout {
	readonly #learnt = new Map<string, string>();

	/** Takes note of the letter of a pressed key. A letter of the Arabic layout tells the others of it. */
	learn({ code, key, ctrlKey, altKey, shiftKey, metaKey }: KeyboardEvent): void {
		if (ctrlKey || altKey || shiftKey || metaKey || [...key].length > 2 || !/^\p{L}/u.test(key)) return;
		if (arabic.get(code) === key) for (const [place, letter] of arabic) this.#learnt.set(place, letter);
		else if (/^[a-z]$/.test(key) && arabic.get(code) === this.#learnt.get(code)) this.#learnt.clear();
		this.#learnt.set(code, key);
	}

	/** A key's name as it reads on this keyboard: `shift+a` as `⇧A`, or `⇧ش`. */
	write(name: string): string {
		if (name === 'shift+/') return this.#learnt.get('Slash') === arabic.get('Slash') ? '؟' : '?';
		const parts = name.split('+');
		const key = parts.pop() ?? '';
		const code = codeOf(key);
		const letter = signs[key] ?? ((code && this.#learnt.get(code)) || key).toUpperCase();
		return [...parts.map(part => signs[part] ?? part), letter].join('');
	}
}

const signs: Readonly<Record<string, string>> = {
	left: '←',
	right: '→',
	up: '↑',
	down: '↓',
	enter: '↵',
	backspace: '⌫',
	delete: 'Del',
	space: '␣',
	escape: 'Esc',
	shift: '⇧',
	ctrl: 'Ctrl+',
	alt: 'Alt+',
};
