import type { Span } from '../../span.ts';
import { codePointCounter } from '../codePoints.ts';
import { detailsLine } from '../details.ts';
import { fitted } from '../fit.ts';
import type { Article, Exported, Holds } from '../format.ts';
import type { Mark } from '../graph.ts';
import { type LinkRole, linkRole, spanRole } from '../names.ts';
import { csvRow } from './csvText.ts';

/** What our CSV can hold: everything but orphans. */
export const csvHolds: Holds = {
	text: 'whole',
	nested: true,
	overlapping: true,
	discontinuous: 'natively',
	relations: true,
	fields: 'all',
	comments: true,
	rejected: true,
	documentLabels: false,
};

/** Parts of a statement, each with a column for its place and one for its words. */
export const csvParts = ['cue', 'speaker', 'via', 'addressee'] as const satisfies readonly LinkRole[];

/** The columns, in order. */
const csvColumns = [
	...['path', 'id', 'kind', 'label', 'span', 'text'],
	...csvParts.flatMap(part => [`${part}_span`, part]),
	...['relay_of', 'nested_in', 'from_id', 'to_id', 'comment', 'details'],
] as const;

/** The one table; with a byte order mark, by which spreadsheets know UTF-8. */
export const csvCollection = {
	path: 'annotations.csv',
	head: `\ufeff${csvRow(csvColumns)}`,
	between: '',
	tail: '',
} as const;

/**
 * An article's records as rows of a table, one each, and its text beside it. A statement's parts stand in its row. Places are
 * `start-end` in code points of the text as it is, several with `;` between.
 */
export function writeCsv(article: Article): Exported {
	const { graph, losses } = fitted(article, csvHolds);
	const { path, text } = article;
	const count = codePointCounter(text);
	const byId = new Map(graph.marks.map(mark => [mark.id, mark]));
	const places = ({ parts }: Mark) => parts.map(({ start, end }) => `${count(start)}-${count(end)}`).join(';');
	const wordsOf = ({ parts }: Mark) => parts.map(({ start, end }: Span) => text.slice(start, end)).join(' … ');
	const linked = new Map(
		graph.links.filter(({ id }) => id === '').map(link => [`${link.source} ${linkRole(link.type)}`, link.target]),
	);
	const rows = graph.marks
		.filter(({ id }) => !id.includes('.'))
		.map(mark => {
			const { comment = '', ...rest } = mark.fields;
			const parts = csvParts.flatMap(part => {
				const found = byId.get(linked.get(`${mark.id} ${part}`) ?? '');
				return found === undefined ? ['', ''] : [places(found), wordsOf(found)];
			});
			const role = spanRole(mark.label);
			const kind = role === 'statement' || role === 'region' ? role : 'entity';
			const joins = ['relayOf', 'nestedIn'].map(join => linked.get(`${mark.id} ${join}`) ?? '');
			return csvRow([
				path,
				mark.id,
				kind,
				mark.label,
				places(mark),
				wordsOf(mark),
				...parts,
				...joins,
				'',
				'',
				comment,
				detailsLine(rest) ?? '',
			]);
		});
	const relations = graph.links
		.filter(({ id }) => id !== '')
		.map(({ id, type, source, target, fields: { comment = '', ...rest } }) =>
			csvRow([
				path,
				id,
				'relation',
				type,
				'',
				'',
				...csvParts.flatMap(() => ['', '']),
				'',
				'',
				source,
				target,
				comment,
				detailsLine(rest) ?? '',
			]),
		);
	// So that an article without records is in the table too.
	const alone = rows.length + relations.length === 0 ? [csvRow([path, '', 'article'])] : [];
	return {
		files: [
			{ path, text },
			{ path: csvCollection.path, text: [...rows, ...relations, ...alone].join('') },
		],
		losses,
	};
}
