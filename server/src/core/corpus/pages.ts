import type { CorpusService } from './corpusService.ts';
import type { LedgerGroup, LedgerQuery } from './ledger/query.ts';
import type { SearchQuery, SearchRow } from './search/query.ts';

/** So many are read from the articles at a time: memory stays flat however many there are. */
const rows = 5000;
const groups = 1000;

/** All rows of a search, a page after another, each with the articles left out because they have just changed. */
export async function* searchPages(
	service: Pick<CorpusService, 'search'>,
	query: SearchQuery,
): AsyncGenerator<{ readonly rows: readonly SearchRow[]; readonly stale: readonly string[] }, void> {
	const most = query.limit ?? Number.POSITIVE_INFINITY;
	for (let offset = 0; offset < most; offset += rows) {
		const page = await service.search({ ...query, offset, limit: Math.min(rows, most - offset) });
		yield page;
		if (offset + rows >= page.total) return;
	}
}

/** All groups of the ledger in the same way, each page with the number of its first group, counted from 1. */
export async function* ledgerPages(
	service: Pick<CorpusService, 'ledger'>,
	query: LedgerQuery,
): AsyncGenerator<
	{ readonly first: number; readonly groups: readonly LedgerGroup[]; readonly stale: readonly string[] },
	void
> {
	for (let offset = 0; ; offset += groups) {
		const page = await service.ledger({ ...query, offset, limit: groups });
		yield { first: offset + 1, ...page };
		if (offset + groups >= page.total) return;
	}
}
