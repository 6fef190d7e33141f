import { wordsFrom } from '../../reader/words.ts';
import {
	type FromLedger,
	type Group,
	type LedgerIndex,
	readToLedger,
	type Speaker,
	type ToLedger,
} from '../../src/panels/messages/ledger.ts';
import { type Bridge, openBridge } from '../bridge.ts';
import { showIndex } from '../indexNotice.ts';
import { drawFilters } from './drawFilters.ts';
import { drawSpeakers, markSpeaker } from './drawSpeakers.ts';
import { drawStatements, focusTelling } from './drawStatements.ts';
import { type Filters, filtersFrom, noFilters, queryOf } from './filters.ts';
import { type Frame, frameIn } from './frame.ts';
import { moved, type Place } from './moves.ts';
import { speakersLike } from './speakers.ts';

/** The page of who said what: asks the extension for what is chosen and draws the answers. */
export class LedgerPage {
	readonly #bridge: Bridge<FromLedger>;
	#words = wordsFrom({});
	#frame: Frame | undefined;
	#outlets: readonly string[] = [];
	#filters: Filters;
	#speaker: string | undefined;
	#typed = '';
	#speakers: readonly Speaker[] = [];
	#groups: readonly Group[] = [];
	#totals = { total: 0, tellings: 0, stale: 0 };
	#index: LedgerIndex | undefined;
	#failure: string | undefined;
	#asked = 0;
	#waiting = false;
	#later: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		this.#bridge = openBridge<ToLedger, FromLedger>(readToLedger, message => this.#receive(message));
		const kept = (this.#bridge.kept ?? {}) as { readonly filters?: unknown; readonly speaker?: unknown };
		this.#filters = filtersFrom(kept.filters);
		this.#speaker = typeof kept.speaker === 'string' ? kept.speaker : undefined;
	}

	#receive(message: ToLedger): void {
		switch (message.type) {
			case 'setting':
				this.#words = wordsFrom(message.words);
				this.#frame ??= this.#makeFrame();
				this.#drawFilters();
				this.#ask();
				break;
			case 'outlets':
				this.#outlets = message.outlets;
				this.#drawFilters();
				break;
			case 'index':
				this.#takeIndex(message.index);
				break;
			case 'answer':
				if (message.seq === this.#asked) this.#takeAnswer(message);
		}
	}

	#makeFrame(): Frame {
		return frameIn(this.#words, {
			type: typed => {
				this.#typed = typed;
				this.#drawSpeakers();
			},
			stepSpeaker: by => this.#stepSpeaker(by),
			toStatements: () => this.#goTo({ group: 0, telling: 0 }),
			key: (place, key) => this.#key(place, key),
		});
	}

	#takeIndex(index: LedgerIndex): void {
		const before = this.#index?.state;
		this.#index = index;
		this.#drawNotice();
		if (index.state !== 'indexing' && before === 'indexing') this.#ask();
	}

	#takeAnswer({ result, failure }: Extract<ToLedger, { type: 'answer' }>): void {
		this.#waiting = false;
		this.#failure = failure;
		if (result) {
			const { groups, speakers, total, tellings, stale, index } = result;
			this.#groups = this.#more ? [...this.#groups, ...groups] : groups;
			this.#speakers = speakers;
			this.#totals = { total, tellings, stale: stale.length };
			this.#index = index;
		} else {
			this.#groups = [];
			this.#speakers = [];
			this.#totals = { total: 0, tellings: 0, stale: 0 };
		}
		this.#drawNotice();
		this.#drawSpeakers();
		this.#drawStatements();
	}

	/** Whether the answer that is awaited goes on where the statements end. */
	#more = false;

	#ask(more = false): void {
		this.#more = more;
		this.#waiting = true;
		this.#asked += 1;
		this.#bridge.keep({ filters: this.#filters, speaker: this.#speaker });
		const query = queryOf(this.#speaker, this.#filters);
		const seq = this.#asked;
		this.#bridge.post({ type: 'query', seq, query: more ? { ...query, offset: this.#groups.length } : query });
		this.#frame?.statements.setAttribute('aria-busy', 'true');
	}

	#filter(change: Partial<Filters>): void {
		this.#filters = { ...this.#filters, ...change };
		clearTimeout(this.#later);
		this.#later = setTimeout(() => this.#ask(), 'text' in change ? 200 : 0);
	}

	#choose(speaker: string | undefined): void {
		this.#speaker = speaker;
		if (this.#frame) markSpeaker(this.#frame.speakers, speaker);
		clearTimeout(this.#later);
		this.#later = setTimeout(() => this.#ask(), 60);
	}

	#stepSpeaker(by: number): void {
		const shown: readonly (string | undefined)[] = [
			undefined,
			...speakersLike(this.#speakers, this.#typed).map(({ id }) => id),
		];
		const at = shown.indexOf(this.#speaker);
		const next = at < 0 ? 1 : Math.min(Math.max(at + by, 0), shown.length - 1);
		this.#choose(shown[next]);
	}

	#key({ group, telling }: Place, key: string): boolean {
		const counts = this.#groups.map(({ tellings }) => tellings.length);
		const to = moved(counts, { group, telling }, key);
		if (to) this.#goTo(to);
		return to !== undefined;
	}

	#goTo(place: Place): void {
		if (this.#frame) focusTelling(this.#frame.statements, place);
	}

	#drawFilters(): void {
		drawFilters(document.getElementById('bar') ?? document.body, {
			words: this.#words,
			outlets: this.#outlets,
			filters: this.#filters,
			change: change => this.#filter(change),
			clear: () => {
				this.#filters = noFilters;
				this.#drawFilters();
				this.#ask();
			},
			save: format => this.#bridge.post({ type: 'export', format, query: queryOf(this.#speaker, this.#filters) }),
		});
	}

	#drawNotice(): void {
		if (this.#index) showIndex(this.#index, this.#words, stop => this.#bridge.post({ type: 'index', stop }));
	}

	#drawSpeakers(): void {
		if (!this.#frame) return;
		drawSpeakers(this.#frame.speakers, {
			words: this.#words,
			speakers: speakersLike(this.#speakers, this.#typed),
			chosen: this.#speaker,
			choose: speaker => this.#choose(speaker),
		});
	}

	#drawStatements(): void {
		if (!this.#frame) return;
		drawStatements(this.#frame.statements, {
			words: this.#words,
			groups: this.#groups,
			...this.#totals,
			narrowed: this.#speaker !== undefined || Object.keys(queryOf(undefined, this.#filters)).length > 0,
			failure: this.#failure,
			open: ({ uri, range }, where) => this.#bridge.post({ type: 'open', uri, range, where }),
			more: () => {
				if (!this.#waiting) this.#ask(true);
			},
		});
		this.#frame.statements.removeAttribute('aria-busy');
	}
}
