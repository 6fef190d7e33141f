import { matchKey } from '../../text/key.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { statementColumn as column, type IndexedArticle, statementTypes } from '../index/indexedArticle.ts';
import type { Names } from '../who.ts';
import type { StatementFilter } from './query.ts';

/** Whether the statement that begins at a place of an article's rows is among those asked for; undefined where all are. */
export function statementFilter(
	index: CorpusIndex,
	names: Names,
	{ speaker, type, stance, cue }: StatementFilter,
): ((article: IndexedArticle, row: number) => boolean) | undefined {
	if (speaker === undefined && type === undefined && stance === undefined && cue === undefined) {
		return undefined;
	}
	const asked = speaker === undefined ? undefined : names.asked(speaker);
	const typeNumber = type === undefined ? -1 : statementTypes.indexOf(type);
	const cueKey = cue === undefined ? undefined : matchKey(cue).trim();
	return ({ statements }, row) => {
		const at = (field: number): number => statements[row + field] ?? 0;
		if (type !== undefined && at(column.type) !== typeNumber) {
			return false;
		}
		if (stance !== undefined && index.strings.text(at(column.stance)) !== stance) {
			return false;
		}
		if (cueKey !== undefined && index.key(at(column.cueLemma)) !== cueKey && index.key(at(column.cue)) !== cueKey) {
			return false;
		}
		return (
			asked === undefined ||
			asked(index.strings.text(at(column.speakerEntity)), index.key(at(column.speakerName) || at(column.speaker)))
		);
	};
}
