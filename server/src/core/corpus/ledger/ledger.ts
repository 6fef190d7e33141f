import { compareText } from '../../sidecar/order.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { statementColumn, statuses } from '../index/indexedArticle.ts';
import { articleFilter } from '../search/articleFilter.ts';
import { type ArticleText, articleTexts, type ReadingMeans } from '../search/articleTexts.ts';
import { findHits } from '../search/findHits.ts';
import type { SearchQuery } from '../search/query.ts';
import { statementFilter } from '../search/statementFilter.ts';
import type { Names } from '../who.ts';
import { ledgerSpeakers } from './ledgerSpeakers.ts';
import type { LedgerAnswer, LedgerGroup, LedgerQuery, Telling } from './query.ts';
import { speakerOf } from './speakers.ts';
import type { LedgerBase, LedgerStatement } from './statements.ts';
import { sameWords, tellingOf } from './telling.ts';

const pageLength = 100;

/** Who said what: the statements asked for in order of time, each with every telling of it in the corpus beside the others. */
export async function ledger(
	index: CorpusIndex,
	names: Names,
	base: LedgerBase,
	query: LedgerQuery,
	means: ReadingMeans,
): Promise<LedgerAnswer> {
	const { speaker, ...others } = query;
	const chosen = choose(index, names, base, others);
	const asked = speaker === undefined ? undefined : statementFilter(index, names, { speaker });
	const wanted = chosen.filter(at => {
		const statement = base.statements[at] as LedgerStatement;
		return asked === undefined || asked(statement.article, statement.row);
	});
	const groups = groupsOf(base, wanted, query.shared ?? false);
	const offset = query.offset ?? 0;
	const page = groups.slice(offset, offset + (query.limit ?? pageLength));
	const members = page.flatMap(group => group.members.map(at => base.statements[at] as LedgerStatement));
	const texts = await articleTexts(
		index,
		members.map(({ article }) => article),
		means,
	);
	const isAsked = new Set(wanted);
	const stale = new Set(members.map(({ article }) => article.path).filter(path => !texts.has(path)));
	return {
		total: groups.length,
		tellings: groups.reduce((sum, group) => sum + group.members.length, 0),
		speakers: ledgerSpeakers(index, names, base, chosen),
		groups: page.flatMap(group => shownGroup(index, names, base, group.members, isAsked, texts)),
		stale: [...stale].sort(compareText),
	};
}

/** Numbers of the statements that fit everything but the speaker. */
function choose(
	index: CorpusIndex,
	names: Names,
	{ statements }: LedgerBase,
	query: Omit<LedgerQuery, 'speaker'>,
): readonly number[] {
	const takes = articleFilter(query);
	const fits = statementFilter(index, names, query);
	const status = query.status === undefined ? -1 : statuses.indexOf(query.status);
	const { text, match, entity } = query;
	const within = [
		...(text === undefined ? [] : [startsByPath(index, names, { text, ...(match === undefined ? {} : { match }) })]),
		...(entity === undefined ? [] : [startsByPath(index, names, { entity })]),
	];
	return statements.flatMap(({ article, row, tokens }, at) => {
		const found =
			takes(article) &&
			(fits === undefined || fits(article, row)) &&
			(status < 0 || article.statements[row + statementColumn.status] === status) &&
			within.every(starts => tokens.some(token => starts.get(article.path)?.has(token)));
		return found ? [at] : [];
	});
}

/** Tokens at which a search finds something, by path. */
function startsByPath(index: CorpusIndex, names: Names, query: SearchQuery): ReadonlyMap<string, ReadonlySet<number>> {
	const found = new Map<string, Set<number>>();
	for (const { article, token } of findHits(index, names, query)) {
		const tokens = found.get(article.path) ?? new Set();
		found.set(article.path, tokens.add(token));
	}
	return found;
}

interface Group {
	/** Numbers of statements, the earliest telling first. */
	readonly members: readonly number[];
}

/** The groups of these statements, whole, in order of time. */
function groupsOf({ statements, groups }: LedgerBase, wanted: readonly number[], shared: boolean): readonly Group[] {
	const roots = new Set(wanted.map(at => groups[at] ?? at));
	const members = new Map<number, number[]>();
	for (const [at, root] of groups.entries()) {
		if (roots.has(root)) {
			const group = members.get(root) ?? [];
			group.push(at);
			members.set(root, group);
		}
	}
	const day = (at: number | undefined): string => statements[at ?? 0]?.article.date || '~';
	const early = (a: number, b: number): number => compareText(day(a), day(b)) || a - b;
	return [...members.values()]
		.filter(group => !shared || new Set(group.map(at => statements[at]?.article.path)).size > 1)
		.map(group => ({ members: group.sort(early) }))
		.sort((a, b) => early(a.members[0] ?? 0, b.members[0] ?? 0));
}

function shownGroup(
	index: CorpusIndex,
	names: Names,
	{ statements }: LedgerBase,
	members: readonly number[],
	asked: ReadonlySet<number>,
	texts: ReadonlyMap<string, ArticleText>,
): readonly LedgerGroup[] {
	const shown = members.filter(at => texts.has(statements[at]?.article.path ?? ''));
	const [first, ...others] = shown.map(at => statements[at] as LedgerStatement);
	if (first === undefined) {
		return [];
	}
	const ofFirst = others.map(other => sameWords(first, other));
	const tellings: readonly Telling[] = shown.map((at, place) => {
		const statement = statements[at] as LedgerStatement;
		const same =
			place > 0
				? sameWords(statement, first)
				: Array.from(first.words, (_, word) => ofFirst.length === 0 || ofFirst.some(words => words[word] === true));
		const article = texts.get(statement.article.path) as ArticleText;
		return tellingOf(index, names, statement, article, { same, asked: asked.has(at) });
	});
	// Whoever relays the words is named beside them; who said them is whom the telling that was asked for names.
	const lead = shown.find(at => asked.has(at)) ?? shown[0] ?? 0;
	const { article, row } = statements[lead] as LedgerStatement;
	const speaker = speakerOf(index, names, article, row);
	const outlets = [...new Set(tellings.map(({ outlet }) => outlet))].filter(outlet => outlet !== '').sort(compareText);
	return [{ speaker: speaker.name, speakerId: speaker.id, date: tellings[0]?.date ?? '', outlets, tellings }];
}
