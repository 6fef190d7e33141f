import type { CorpusIndex } from '../index/corpusIndex.ts';
import { statementColumn as column, type IndexedArticle } from '../index/indexedArticle.ts';
import type { Names } from '../who.ts';

/** Who speaks in a statement, over the corpus. */
export interface SpeakerName {
	/** The same for all statements of one speaker: a register key, `unnamed:…`, or a spelling by match key; '' where unknown. */
	readonly id: string;
	/** For people: the register's name, else as written. '' where unknown. */
	readonly name: string;
	/** Whether `id` is a key of the register. */
	readonly registered: boolean;
}

/**
 * The speaker of the statement in a row: the register's entry that a person chose, or the one that the speaker's fullest name in
 * the article is a spelling of; else that name by its match key.
 */
export function speakerOf(index: CorpusIndex, names: Names, { statements }: IndexedArticle, row: number): SpeakerName {
	const at = (field: number): number => statements[row + field] ?? 0;
	const chosen = index.strings.text(at(column.speakerEntity));
	const spelling = at(column.speakerName) || at(column.speaker);
	const written = index.strings.text(spelling);
	const entry = chosen === '' ? names.named(index.key(spelling)) : names.entry(chosen);
	if (entry !== undefined) {
		return { id: entry.key, name: entry.name, registered: true };
	}
	if (chosen.startsWith('unnamed:')) {
		// The words of the source are the same in one article only; over the corpus they name nobody.
		return { id: chosen, name: written || chosen.slice('unnamed:'.length).replaceAll('-', ' '), registered: false };
	}
	return chosen !== ''
		? { id: chosen, name: written || chosen, registered: false }
		: { id: index.key(spelling), name: written, registered: false };
}
