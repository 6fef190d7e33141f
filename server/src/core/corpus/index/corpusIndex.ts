import { compareText } from '../../sidecar/order.ts';
import { matchKey } from '../../text/key.ts';
import {
	entityColumn,
	entityWidth,
	type IndexedArticle,
	type Pack,
	statementColumn,
	statementWidth,
} from './indexedArticle.ts';
import { renumberedId } from './packedId.ts';
import { StringTable } from './stringTable.ts';

/** All articles of a corpus in memory, each replaced whole when it changes. */
export class CorpusIndex {
	readonly strings: StringTable;
	readonly #articles: Map<string, IndexedArticle>;
	#sorted: readonly IndexedArticle[] | undefined;
	readonly #keys: string[] = [];
	#revision = 0;

	constructor(pack: Pack = { strings: [''], articles: [] }) {
		this.strings = new StringTable(pack.strings);
		this.#articles = new Map(pack.articles.map(article => [article.path, article]));
	}

	/** In code-unit order of their paths. */
	get articles(): readonly IndexedArticle[] {
		this.#sorted ??= [...this.#articles.values()].sort((a, b) => compareText(a.path, b.path));
		return this.#sorted;
	}

	/** Grows with every change. */
	get revision(): number {
		return this.#revision;
	}

	get(path: string): IndexedArticle | undefined {
		return this.#articles.get(path);
	}

	/** Takes articles over, with the numbers of their own table turned into this one's. */
	put({ strings, articles }: Pack): void {
		const ids = strings.map(text => this.strings.id(text));
		for (const article of articles) {
			this.#articles.set(article.path, renumbered(article, ids));
		}
		this.#changed();
	}

	/** The same article under another stamp or of another provenance. */
	restamp(article: IndexedArticle): void {
		this.#articles.set(article.path, article);
		this.#changed();
	}

	remove(path: string): void {
		if (this.#articles.delete(path)) {
			this.#changed();
		}
	}

	/** The match key of a string in the table. */
	key(id: number | undefined): string {
		const at = id ?? 0;
		let key = this.#keys[at];
		if (key === undefined) {
			key = matchKey(this.strings.text(at));
			this.#keys[at] = key;
		}
		return key;
	}

	#changed(): void {
		this.#sorted = undefined;
		this.#revision += 1;
	}
}

const entityStrings = [entityColumn.label, entityColumn.text, entityColumn.name, entityColumn.entity];
const statementStrings = [
	statementColumn.cue,
	statementColumn.cueLemma,
	statementColumn.stance,
	statementColumn.speaker,
	statementColumn.speakerName,
	statementColumn.speakerEntity,
	statementColumn.via,
];

function renumbered(article: IndexedArticle, ids: readonly number[]): IndexedArticle {
	return {
		...article,
		tokens: article.tokens.map(id => ids[id] ?? 0),
		entities: renumberedRows(article.entities, entityWidth, entityStrings, entityColumn.id, ids),
		statements: renumberedRows(article.statements, statementWidth, statementStrings, statementColumn.id, ids),
	};
}

function renumberedRows(
	rows: Uint32Array,
	width: number,
	columns: readonly number[],
	id: number,
	ids: readonly number[],
): Uint32Array {
	const result = rows.slice();
	for (let row = 0; row < result.length; row += width) {
		result[row + id] = renumberedId(result[row + id] ?? 0, ids);
		for (const column of columns) {
			result[row + column] = ids[result[row + column] ?? 0] ?? 0;
		}
	}
	return result;
}
