import type { RegisterResult, ToPage } from '../src/reader/messages.ts';
import { drawBar, drawSpeaker } from './bar.ts';
import { openBridge } from './bridge.ts';
import { boxAt, drawCaret } from './caret.ts';
import { Explanations } from './explanations.ts';
import { borderOf, frame } from './frame.ts';
import { drawDifferences, drawFocus, drawHighlights, drawRegions } from './highlights.ts';
import { drawInspector } from './inspector.ts';
import { Layout } from './layout.ts';
import { LookOfText } from './look.ts';
import { answered } from './machine/answers.ts';
import { type Item, itemAt } from './machine/items.ts';
import { act, press } from './machine/keyboard.ts';
import { keyNameOf } from './machine/keyName.ts';
import { choose, search, written } from './machine/listing.ts';
import { isShown, selected } from './machine/places.ts';
import { atStart, type Effect, type Given, type State, type Step, type World } from './machine/state.ts';
import { type Span, toRange, toSpan } from './machine/text.ts';
import { drawMargin, focusCard } from './margin.ts';
import { onMouse } from './mouse.ts';
import { drawOverlay } from './overlay.ts';
import { Page } from './page.ts';
import { sheetRows } from './sheetRows.ts';
import { Store } from './store.ts';
import { drawThread } from './thread.ts';
import { wordsFrom } from './words.ts';

type Setting = Extract<ToPage, { type: 'setting' }>;

/** The page: takes keys, clicks and messages, lets the machine say what becomes of them, and draws. */
export class Reader {
	readonly #article: HTMLElement;
	readonly #frame = frame();
	readonly #page: Page;
	readonly #bridge = openBridge(message => this.#receive(message));
	readonly #store: Store;
	readonly #layout = new Layout();
	readonly #look: LookOfText;
	readonly #style = new CSSStyleSheet();
	readonly #explanations = new Explanations(question => this.#bridge.ask(question, this.#store.version));
	#state: State = atStart;
	#setting: Setting | undefined;
	#register: RegisterResult['entries'] = [];
	#drawn: { readonly items: readonly Item[]; readonly hidden: readonly string[] } | undefined;
	#told: ReturnType<typeof setTimeout> | undefined;

	constructor(article: HTMLElement) {
		this.#article = article;
		this.#page = new Page(article);
		this.#store = new Store(this.#page.text, Number(article.dataset['version']));
		this.#look = new LookOfText(look => this.#bridge.look(look));
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#style];
	}

	start(): void {
		document.addEventListener('keydown', event => this.#key(event));
		onMouse(this.#article, this.#page, { select: span => this.#select(span) });
		new ResizeObserver(() => this.#drawPlaces()).observe(this.#article);
		this.#restore();
		this.#article.focus({ preventScroll: true });
		this.#bridge.post({ type: 'ready' });
	}

	#receive(message: Exclude<ToPage, { type: 'answer' }>): void {
		switch (message.type) {
			case 'setting':
				this.#setting = message;
				this.#style.replaceSync(message.css);
				this.#drawn = undefined;
				void this.#askRegister();
				break;
			case 'document':
				this.#store.take(message.item);
				this.#frame.notice.textContent = message.item.readOnly ?? '';
				this.#frame.notice.hidden = message.item.readOnly === undefined;
				break;
			case 'text':
				this.#page.replace(message.lines);
				this.#clamp();
				this.#store.retext(this.#page.text, message.version);
				this.#drawn = undefined;
				break;
			case 'outside':
				this.#frame.notice.textContent = message.message;
				this.#frame.notice.hidden = false;
				break;
			case 'act':
				this.#do(message.action, { id: message.id, label: message.label });
				return;
			case 'goTo': {
				const span = toSpan(this.#page.text, message.range);
				this.#take({
					state: { ...this.#state, anchor: span.start, head: span.end, focus: undefined, grown: undefined },
					effects: [{ do: 'reveal' }],
				});
				return;
			}
		}
		this.#draw();
	}

	get #world(): World | undefined {
		const setting = this.#setting;
		if (!setting) return undefined;
		const { scheme, keys, advance } = setting;
		return { text: this.#page.text, items: this.#store.items, scheme, keys, advance };
	}

	#key(event: KeyboardEvent): void {
		const name = keyNameOf(event);
		const world = this.#world;
		if (name === undefined || !world || event.isComposing) return;
		this.#layout.learn(event);
		if (isTyping(event.target) && !isForLists(name, this.#state)) return;
		// A button that has the focus keeps its own keys.
		if (event.target instanceof HTMLButtonElement && (name === 'enter' || name === 'space')) return;
		const step = press(this.#state, world, name);
		if (!step) return;
		event.preventDefault();
		event.stopPropagation();
		this.#take(step);
	}

	/** A key that is clicked on the sheet, or the button that stands for Enter. */
	#press(key: string): void {
		const world = this.#world;
		const open = this.#state.task?.kind === 'sheet' ? { ...this.#state, task: undefined } : this.#state;
		const step = world && press(open, world, key);
		if (step) this.#take(step);
	}

	#do(action: string, given: Given = {}): void {
		const world = this.#world;
		if (world) this.#take(act(this.#state, world, action, given));
	}

	/** A click or a drag in the text: a bare caret has the narrowest item there in focus. */
	#select({ start, end }: Span): void {
		const world = this.#world;
		const item = world && start === end ? itemAt(world.items, start, known => isShown(this.#state, known)) : undefined;
		this.#take({
			state:
				start < end && this.#state.grown
					? { ...this.#state, anchor: start, head: end }
					: { ...this.#state, anchor: start, head: end, focus: item?.id, grown: undefined },
			effects: [],
		});
	}

	#take({ state, effects }: Step): void {
		this.#state = state;
		for (const effect of effects) this.#effect(effect);
		this.#draw();
		if (effects.some(effect => effect.do === 'reveal')) this.#reveal();
		this.#remember();
	}

	#effect(effect: Effect): void {
		switch (effect.do) {
			case 'decide':
				void this.#decide(effect);
				break;
			case 'ask':
				void this.#ask(effect);
				break;
			case 'say':
				this.#say(effect.word, effect.values);
				break;
			case 'look':
				this.#look.change(effect.what, effect.steps);
				break;
			case 'editor':
				this.#tell();
				this.#bridge.post({ type: 'editor', command: effect.command });
				break;
			case 'reveal':
				break;
		}
	}

	/** Drawn at once; the extension sends the document before its answer, so what was foreseen can then go. */
	async #decide({ decision, next }: Extract<Effect, { do: 'decide' }>): Promise<void> {
		const { anchor, head } = this.#state;
		const taken = this.#store.foresee(decision);
		const { ok, value } = await this.#bridge.decide(decision, this.#store.version);
		taken();
		if (decision.command === 'isnad.link') void this.#askRegister();
		if (!ok) this.#say('refused');
		const world = this.#world;
		// Who has moved on meanwhile is not called back.
		const stayed = this.#state.anchor === anchor && this.#state.head === head && !this.#state.task;
		if (ok && next && world && (stayed || next.kind !== 'focus')) this.#take(answered(this.#state, world, next, value));
		else this.#draw();
	}

	async #ask({ question, next }: Extract<Effect, { do: 'ask' }>): Promise<void> {
		const { ok, value } = await this.#bridge.ask(question, this.#store.version);
		const world = this.#world;
		if (ok && world) this.#take(answered(this.#state, world, next, value));
	}

	async #askRegister(): Promise<void> {
		const { ok, value } = await this.#bridge.ask({ what: 'register' }, this.#store.version);
		if (ok) this.#register = (value as RegisterResult).entries;
	}

	#say(key: string, values?: Readonly<Record<string, string>>): void {
		this.#frame.say(wordsFrom(this.#setting?.words ?? {})(key, values));
	}

	#draw(): void {
		const world = this.#world;
		if (!world || !this.#setting) return;
		const { items, scheme } = world;
		const { titles, keys } = this.#setting;
		const words = wordsFrom(this.#setting.words);
		const typeName = (type: string): string =>
			scheme.statements.types.find(({ label }) => label === type)?.name ?? type;
		const letter = (key: string): string => this.#layout.write(key);
		const actOn = (action: string, given: Given): void => this.#do(action, given);
		if (this.#drawn?.items !== items || this.#drawn.hidden !== this.#state.hidden) {
			const known = this.#store.document;
			const regions = (known?.regions ?? []).flatMap(({ kind, range }) =>
				kind === 'boilerplate' ? [toSpan(this.#page.text, range)] : [],
			);
			drawHighlights(this.#page, items, scheme, this.#state);
			drawRegions(this.#page, regions);
			drawMargin(
				{ page: this.#page, words, typeName, act: (action, id) => this.#do(action, { id }) },
				items,
				this.#state,
			);
			drawBar(
				this.#frame.bar,
				{
					words,
					scheme,
					status: known?.status,
					letter,
					act: action => this.#do(action),
					toggle: label => this.#toggle(label),
				},
				items,
				this.#state,
			);
			this.#drawn = { items, hidden: this.#state.hidden };
		}
		const focused = this.#focused();
		drawSpeaker(this.#frame.bar, words, this.#page.text, items, this.#state.head);
		drawInspector(
			this.#frame.inspector,
			{
				words,
				text: this.#page.text,
				labels: scheme.entities,
				typeName,
				register: this.#register,
				explained: focused ? this.#explanations.of(focused, items, this.#page.text, () => this.#draw()) : [],
				keyFor: action => {
					const key = Object.keys(keys).find(known => keys[known] === action);
					return key === undefined ? undefined : letter(key);
				},
				act: actOn,
			},
			focused,
			items,
			{ border: borderOf(this.#state, this.#page.text), selected: selected(this.#state, world) },
		);
		drawOverlay(
			this.#frame.overlay,
			{
				words,
				choose: at => this.#take(choose(this.#state, world, at)),
				search: query => this.#take(search(this.#state, query)),
				written: value => this.#take(written(this.#state, value)),
				close: () => this.#take({ state: { ...this.#state, task: undefined }, effects: [] }),
				press: key => this.#press(key),
				sheet: () => sheetRows({ keys, titles, scheme, words, letter }),
			},
			this.#state.task,
		);
		// What was asked is answered: keys go to the article again.
		const over = !this.#state.task && this.#frame.overlay.contains(document.activeElement);
		if (over || document.activeElement === document.body) this.#article.focus({ preventScroll: true });
		this.#drawPlaces();
	}

	/** What is drawn at places on the screen, so anew whenever these move. */
	#drawPlaces(): void {
		const { anchor, head } = this.#state;
		const item = this.#focused();
		const selection = anchor < head ? { start: anchor, end: head } : undefined;
		drawDifferences(this.#page, this.#state.differing);
		drawFocus(this.#page, item, [...this.#state.parts, ...(selection ? [selection] : [])]);
		drawCaret(this.#page, this.#article, selection ? undefined : head);
		const saying = item?.kind === 'statement' ? item : undefined;
		drawThread(this.#page, this.#article, focusCard(this.#article, saying?.id), saying);
	}

	#focused(): Item | undefined {
		return this.#store.items.find(({ id }) => id === this.#state.focus);
	}

	#toggle(label: string): void {
		const { hidden } = this.#state;
		const now = hidden.includes(label) ? hidden.filter(other => other !== label) : [...hidden, label];
		this.#take({ state: { ...this.#state, hidden: now }, effects: [] });
	}

	/** Scrolls so that the caret's line is well within the window. */
	#reveal(tries = 3): void {
		const box = boxAt(this.#page, this.#state.grown ? this.#state.head : this.#state.anchor);
		if (!box) return;
		const top = this.#frame.bar.getBoundingClientRect().bottom + box.height;
		const bottom =
			window.innerHeight - (this.#frame.inspector.hidden ? 0 : this.#frame.inspector.offsetHeight) - box.height;
		if (box.top >= top && box.top + box.height <= bottom) return;
		window.scrollBy({ top: box.top - (top + bottom) / 3, behavior: 'instant' });
		this.#drawPlaces();
		// Paragraphs that come into sight get their true heights, and the place moves.
		if (tries > 0) requestAnimationFrame(() => this.#reveal(tries - 1));
	}

	/** Another text may be shorter. */
	#clamp(): void {
		const end = this.#page.text.all.length;
		const { anchor, head } = this.#state;
		if (head > end) this.#state = { ...this.#state, anchor: Math.min(anchor, end), head: end, grown: undefined };
	}

	/** Over a reload the page keeps its place by itself; the extension is told it for the text editor. */
	#remember(): void {
		const { anchor, head, focus, hidden } = this.#state;
		this.#bridge.keep({ anchor, head, focus, hidden, scroll: window.scrollY });
		clearTimeout(this.#told);
		this.#told = setTimeout(() => this.#tell(), 150);
	}

	#tell(): void {
		clearTimeout(this.#told);
		const { anchor, head } = this.#state;
		this.#bridge.post({ type: 'position', range: toRange(this.#page.text, { start: anchor, end: head }) });
	}

	#restore(): void {
		const kept = this.#bridge.kept;
		if (typeof kept !== 'object' || kept === null) return;
		const { anchor, head, focus, hidden, scroll } = kept as Partial<State> & { readonly scroll?: unknown };
		const end = this.#page.text.all.length;
		if (typeof anchor === 'number' && typeof head === 'number' && 0 <= anchor && anchor <= head && head <= end) {
			this.#state = { ...this.#state, anchor, head, focus: typeof focus === 'string' ? focus : undefined };
		}
		if (Array.isArray(hidden))
			this.#state = { ...this.#state, hidden: hidden.filter(label => typeof label === 'string') };
		if (typeof scroll === 'number') window.scrollTo({ top: scroll, behavior: 'instant' });
	}
}

function isTyping(target: EventTarget | null): boolean {
	return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** In a field, keys type; but for those that move in its list, take or give up. */
function isForLists(name: string, { task }: State): boolean {
	return name === 'escape' || (task?.kind === 'list' && ['enter', 'up', 'down'].includes(name));
}
