import { compareText } from '../../sidecar/order.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Names } from '../who.ts';
import type { LedgerSpeaker } from './query.ts';
import { speakerOf } from './speakers.ts';
import type { LedgerBase } from './statements.ts';

const most = 500;

interface Counted {
	registered: boolean;
	readonly spellings: Map<string, number>;
	tellings: number;
	readonly articles: Set<string>;
	readonly outlets: Set<string>;
	readonly dates: string[];
}

/** Who speaks in these statements, whoever speaks most first. A speaker outside the register goes by the commonest spelling. */
export function ledgerSpeakers(
	index: CorpusIndex,
	names: Names,
	{ statements }: LedgerBase,
	chosen: readonly number[],
): readonly LedgerSpeaker[] {
	const speakers = new Map<string, Counted>();
	for (const at of chosen) {
		const statement = statements[at];
		if (statement === undefined) continue;
		const { article, row } = statement;
		const { id, name, registered } = speakerOf(index, names, article, row);
		const speaker = speakers.get(id) ?? fresh(registered);
		speakers.set(id, speaker);
		speaker.tellings += 1;
		speaker.spellings.set(name, (speaker.spellings.get(name) ?? 0) + 1);
		speaker.articles.add(article.path);
		if (article.outlet !== '') speaker.outlets.add(article.outlet);
		if (article.date !== '') speaker.dates.push(article.date);
	}
	return [...speakers]
		.map(([id, { registered, spellings, tellings, articles, outlets, dates }]) => {
			const [name = ''] = [...spellings].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0] ?? [];
			const days = dates.sort(compareText);
			const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
			return { id, name, registered, tellings, articles: articles.size, outlets: outlets.size, first, last };
		})
		.sort((a, b) => b.tellings - a.tellings || compareText(a.id, b.id))
		.slice(0, most);
}

function fresh(registered: boolean): Counted {
	return { registered, spellings: new Map(), tellings: 0, articles: new Set(), outlets: new Set(), dates: [] };
}
