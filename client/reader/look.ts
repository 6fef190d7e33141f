import { type Look, looks } from '../src/reader/messages.ts';

const steps: Readonly<Record<keyof Look, number>> = { size: 1, leading: 0.1, width: 40 };
const properties: Readonly<Record<keyof Look, readonly [name: string, unit: string]>> = {
	size: ['--size', 'px'],
	leading: ['--leading', ''],
	width: ['--width', 'px'],
};

/** Size, line height and width of the text. The page starts with what was remembered; changes are told. */
export class LookOfText {
	readonly #tell: (look: Look) => void;

	constructor(tell: (look: Look) => void) {
		this.#tell = tell;
	}

	change(what: keyof Look, by: number): void {
		const { least, most } = looks[what];
		const value = Math.min(Math.max(this.#now(what) + by * steps[what], least), most);
		const [name, unit] = properties[what];
		document.documentElement.style.setProperty(name, `${Math.round(value * 100) / 100}${unit}`);
		this.#tell({ size: this.#now('size'), leading: this.#now('leading'), width: this.#now('width') });
	}

	#now(what: keyof Look): number {
		const value = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(properties[what][0]));
		return Number.isFinite(value) ? value : looks[what].usual;
	}
}
