import { button, element } from '../../reader/element.ts';
import { keyNameOf } from '../../reader/machine/keyName.ts';
import type { Words } from '../../reader/words.ts';
import type { Act, Query, Result, Row, SchemeItem, SearchToPage } from '../../src/panels/messages/search.ts';
import { showIndex } from '../indexNotice.ts';
import type { SearchBridge } from './bridge.ts';
import { type Form, makeForm } from './form.ts';
import { chosen, emptyList, type ListState, press, toggled, toggledAll, type Want } from './list.ts';
import { fieldsFrom, noFields, queryOf } from './query.ts';
import { rowElement } from './rows.ts';
import { makeTools, type Tools } from './tools.ts';

export interface Setting {
	readonly scheme: SchemeItem;
	readonly css: string;
	readonly words: Words;
	readonly names: readonly string[];
}

/** The concordance: a form, tools, and rows that keys go through. */
export class SearchPage {
	readonly #setting: Setting;
	readonly #bridge: SearchBridge;
	readonly #form: Form;
	readonly #tools: Tools;
	readonly #list: HTMLElement;
	#state: ListState = emptyList;
	#rows: readonly Row[] = [];
	#query: Query | undefined;
	#answer: Pick<Result, 'total' | 'articles' | 'outlets'> | undefined;
	#seq = 0;
	/** Answers of the last question go behind the rows instead of taking their place. */
	#appending = false;

	constructor(setting: Setting, bridge: SearchBridge) {
		this.#setting = setting;
		this.#bridge = bridge;
		const { words, scheme, names } = setting;
		this.#form = makeForm({ words, scheme, names, ask: () => this.#ask() });
		this.#tools = makeTools({
			words,
			scheme,
			act: (act, label) => this.#do({ what: 'act', act, ...(label === undefined ? {} : { label }) }),
			undo: () => this.#do({ what: 'undo' }),
			tickAll: () => this.#change(toggledAll(this.#state, this.#rows.length)),
			csv: () => this.#query && bridge.post({ type: 'csv', query: this.#query }),
		});
		this.#list = element('div', {
			class: 'rows',
			dir: 'rtl',
			lang: 'ar',
			role: 'listbox',
			tabindex: '0',
			'aria-multiselectable': 'true',
			'aria-label': words('rows'),
		});
		this.#list.addEventListener('keydown', event => this.#key(event));
		this.#list.addEventListener('click', event => this.#click(event));
		this.#list.addEventListener('dblclick', () => this.#do({ what: 'open', where: 'text' }));
		this.#form.root.addEventListener('keydown', event => {
			const down =
				event.key === 'ArrowDown' && event.target instanceof HTMLInputElement && event.target.type === 'search';
			if (down && this.#rows.length > 0) this.#list.focus();
		});
	}

	/** Shows the page, with the search that was there before or with words to search for. */
	start(text: string | undefined): void {
		const style = new CSSStyleSheet();
		style.replaceSync(this.#setting.css);
		document.adoptedStyleSheets = [style];
		document.querySelector('#bar')?.replaceChildren(this.#form.root, this.#tools.root);
		this.#form.fill(text === undefined ? fieldsFrom(this.#bridge.kept) : { ...noFields, text });
		this.#ask();
		this.#form.focus();
	}

	receive(message: Exclude<SearchToPage, { type: 'setting' }>): void {
		switch (message.type) {
			case 'text':
				this.#form.fill({ ...noFields, text: message.text });
				this.#ask();
				break;
			case 'outlets':
				this.#form.offerOutlets(message.outlets);
				break;
			case 'found':
				if (message.seq === this.#seq) this.#show(message.result);
				break;
			case 'failed':
				if (message.seq === this.#seq) this.#say('failed-title', message.message);
				break;
			case 'acted':
				this.#acted(message.count);
				break;
			case 'index':
				showIndex(message.state, this.#setting.words, stop => this.#bridge.post({ type: 'index', stop }));
				// What was answered before it was ready is of some articles only.
				if (message.state.state === 'ready') this.#again();
		}
	}

	/** Asks what the form says; an empty form shows how to begin. */
	#ask(): void {
		const fields = this.#form.fields();
		this.#bridge.keep(fields);
		this.#query = queryOf(fields);
		this.#state = emptyList;
		this.#again();
	}

	/** Asks the same again, as many rows as are shown; the place in the list stays. */
	#again(): void {
		this.#appending = false;
		if (!this.#query) {
			this.#say('begin-title', this.#setting.words('begin'));
			return;
		}
		const limit = Math.max(this.#query.limit ?? 0, this.#rows.length);
		this.#bridge.post({ type: 'search', seq: ++this.#seq, query: { ...this.#query, limit } });
		if (this.#rows.length === 0) this.#say('searching', '');
	}

	#more(): void {
		if (!this.#query) return;
		this.#appending = true;
		this.#bridge.post({ type: 'search', seq: ++this.#seq, query: { ...this.#query, offset: this.#rows.length } });
	}

	#show({ rows, total, articles, outlets }: Result): void {
		const answer = { total, articles, outlets };
		const first = this.#appending ? this.#rows.length : 0;
		this.#rows = [...this.#rows.slice(0, first), ...rows];
		this.#answer = answer;
		if (this.#rows.length === 0) {
			this.#say('nothing-title', this.#setting.words('nothing'));
			return;
		}
		const { scheme, words } = this.#setting;
		const made = rows.map((row, index) => rowElement(row, first + index, scheme, words));
		if (first === 0) this.#list.replaceChildren(...made);
		else this.#list.append(...made);
		this.#list.querySelector('.more')?.remove();
		const left = answer.total - this.#rows.length;
		if (left > 0) this.#list.append(button({ class: 'more' }, words('more', { count: left }), () => this.#more()));
		const page = document.querySelector('#page');
		if (this.#list.parentElement !== page) page?.replaceChildren(this.#list);
		this.#change({ ...this.#state, at: Math.min(this.#state.at, this.#rows.length - 1) });
		live(words('hits', answer));
	}

	/** Words in the place of rows. */
	#say(title: string, words: string): void {
		this.#rows = [];
		this.#answer = undefined;
		const heading = element('h2', {}, this.#setting.words(title));
		const said = element('section', { class: 'empty-state' }, heading, element('p', {}, words));
		document.querySelector('#page')?.replaceChildren(said);
		this.#tools.show(undefined, 0);
		live(`${heading.textContent} ${words}`);
	}

	#acted(count: number | undefined): void {
		this.#list.focus();
		if (count === undefined) return;
		this.#state = { ...this.#state, ticked: new Set() };
		this.#again();
		if (count > 0) live(this.#setting.words('decided', { count }));
	}

	#key(event: KeyboardEvent): void {
		const name = keyNameOf(event);
		const pressed = name === undefined ? undefined : press(this.#state, this.#rows.length, this.#setting.scheme, name);
		if (!pressed || event.target instanceof HTMLButtonElement) return;
		event.preventDefault();
		event.stopPropagation();
		this.#change(pressed.state);
		if (pressed.want) this.#do(pressed.want);
	}

	#click({ target }: MouseEvent): void {
		const row = target instanceof Element ? target.closest<HTMLElement>('.hit') : null;
		if (!row) return;
		const at = Number(row.dataset['row']);
		const moved = { ...this.#state, at };
		this.#change(target instanceof Element && target.closest('.tick') ? toggled(moved, at) : moved);
	}

	#do(want: Want): void {
		switch (want.what) {
			case 'open': {
				const place = this.#rows[this.#state.at];
				if (place) this.#bridge.post({ type: 'open', place: placeOf(place), where: want.where });
				break;
			}
			case 'act':
				this.#decide(want.act, want.label);
				break;
			case 'undo':
				this.#bridge.post({ type: 'undo' });
				break;
			case 'fields':
				this.#form.focus();
		}
	}

	#decide(act: Act, label: string | undefined): void {
		const places = chosen(this.#state, this.#rows).map(placeOf);
		if (places.length === 0) return;
		this.#bridge.post({ type: 'act', act, places, ...(label === undefined ? {} : { label }) });
	}

	/** Draws where keys are and what is ticked. */
	#change(state: ListState): void {
		this.#state = state;
		for (const [index, row] of [...this.#list.children].entries()) {
			row.classList.toggle('at', index === state.at);
			row.setAttribute('aria-selected', String(state.ticked.has(index)));
		}
		this.#list.setAttribute('aria-activedescendant', `row-${state.at}`);
		this.#list.children[state.at]?.scrollIntoView({ block: 'nearest' });
		this.#tools.show(this.#answer, state.ticked.size);
	}
}

function placeOf({ uri, range, id }: Row): Pick<Row, 'uri' | 'range' | 'id'> {
	return { uri, range, ...(id === undefined ? {} : { id }) };
}

/** For who listens to the page. */
function live(words: string): void {
	const said = document.querySelector('#live');
	if (said) said.textContent = words;
}
