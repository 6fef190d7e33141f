import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Article, Format, FormatFile, Imported } from '../../../server/src/core/formats/format.ts';
import { fromGraph } from '../../../server/src/core/formats/fromGraph.ts';
import type { Loss } from '../../../server/src/core/formats/loss.ts';
import type { Anchor, AnnotationRecord, Problem } from '../../../server/src/core/model.ts';
import { barePart, makeAnchor } from '../../../server/src/core/sidecar/anchor.ts';
import { sortRecords } from '../../../server/src/core/sidecar/order.ts';
import type { Span } from '../../../server/src/core/span.ts';
import { told } from '../sidecar/records.ts';

export interface RoundTrip {
	readonly files: readonly FormatFile[];
	readonly losses: readonly Loss[];
	readonly imported: readonly Imported[];
	readonly records: readonly AnnotationRecord[];
	readonly problems: readonly Problem[];
}

/** The files of a format that an article becomes, whole. */
export function exported(
	{ exporter }: Format,
	article: Article,
): { readonly files: readonly FormatFile[]; readonly losses: readonly Loss[] } {
	assert.ok(exporter);
	const { files, losses } = exporter.article(article);
	const { collection } = exporter;
	return {
		losses,
		files: files.map(file =>
			file.path === collection?.path ? { ...file, text: collection.head + file.text + collection.tail } : file,
		),
	};
}

/** What is read of files in a format, as records of the one article they hold. */
export function imported(
	{ importer }: Format,
	files: readonly FormatFile[],
): Pick<RoundTrip, 'imported' | 'records' | 'problems'> {
	assert.ok(importer);
	const texts = new Map(files.map(({ path, text }) => [path, text]));
	const reads = files
		.filter(({ path }) => importer.takes(path))
		.map(file => {
			const needed = importer.needs?.(file) ?? [];
			return importer.read(file, new Map([...texts].filter(([path]) => needed.includes(path))));
		});
	const articles = reads.flatMap(read => read.articles);
	const made = articles.map(({ text, graph }) => fromGraph(text, graph));
	return {
		imported: articles,
		records: made.flatMap(({ annotations }) => annotations.records),
		problems: [...reads.flatMap(read => read.problems), ...made.flatMap(({ problems }) => problems)],
	};
}

export function roundTrip(format: Format, article: Article): RoundTrip {
	const out = exported(format, article);
	return { ...out, ...imported(format, out.files) };
}

export function articleOf(text: string, records: readonly AnnotationRecord[], path = 'news/a.txt'): Article {
	return {
		path,
		text,
		annotations: { status: { entities: 'draft', statements: 'draft' }, labels: {}, records: sortRecords(records) },
	};
}

/** One line a record, without its id; of a relation the words it joins. */
export function shown(records: readonly AnnotationRecord[]): string[] {
	const words = new Map(
		records.map(record => [
			record.id,
			record.kind === 'relation' ? record.type : told(record).split(' ').slice(3).join(' '),
		]),
	);
	return records.map(record =>
		record.kind === 'relation'
			? `${record.type}: ${words.get(record.source)} > ${words.get(record.target)}`
			: told(record).slice(record.id.length + 1),
	);
}

/** What a format without a place for it need not give back. */
export function bare(record: AnnotationRecord, places: boolean): unknown {
	const place = ({ exact, span }: Anchor) =>
		places ? [span.start, span.end, exact] : exact.replace(/[\s\u200f]/g, '');
	switch (record.kind) {
		case 'entity':
			return ['entity', record.label, place(record.at)];
		case 'region':
			return ['region', record.region, place(record.at)];
		case 'relation':
			return ['relation', record.type];
		case 'statement':
			return [
				...['statement', record.type],
				record.content.map(place),
				[record.cue, record.speaker, record.via, record.addressee].map(part => part && place(part)),
			];
	}
}

/** Texts with emoji, all line ends, marks, characters that formats escape. Words are spans of them. */
const pieces = [
	...[
		'قال',
		'سامي',
		'حداد',
		'إن',
		'لرويترز',
		'مِصْر',
		'🔴',
		'عاجل:',
		'«',
		'»',
		'<b>&',
		'"q"',
		'=1',
		'[x]',
		'_',
		'*',
		'a\\n',
		"'",
		'->',
		'#',
		'؛',
		'\u200f',
		'𞸀',
	],
	...[' ', ' ', '\n', '\r\n', '\t', '،', '.'],
];

const words: fc.Arbitrary<string> = fc
	.array(fc.constantFrom(...pieces), { minLength: 4, maxLength: 24 })
	.map(all => all.join(' '));

/** Spans that begin and end at visible characters, and cut none. */
function spanIn(text: string): fc.Arbitrary<Span> {
	const places = [...text.matchAll(/\S+/gu)].map(found => ({ start: found.index, end: found.index + found[0].length }));
	const last = Math.max(0, places.length - 1);
	return fc.tuple(fc.nat(last), fc.nat(3)).map(([from, more]) => ({
		start: places[from]?.start ?? 0,
		end: places[Math.min(last, from + more)]?.end ?? 1,
	}));
}

const id: fc.Arbitrary<string> = fc.stringMatching(/^[a-hjk][0-9a-hjk]{5,7}$/);
const note = fc.constantFrom('راجع المصدر', 'a "note", b', '=cmd', 'x\ny', '<p>');

function common(own: string) {
	return fc
		.record(
			{
				state: fc.constantFrom('confirmed' as const, 'confirmed' as const, 'rejected' as const),
				from: fc.constantFrom('manual' as const, 'import' as const, 'model' as const),
				review: fc.constantFrom('single' as const, 'bulk' as const),
				score: fc.nat(100).map(percent => percent / 100),
				comment: note,
				flag: fc.constant(true),
				attributes: fc
					.dictionary(fc.constantFrom('act', 'x.y', 'نوع'), fc.constantFrom('denial', 'two words', '=2', 'true'), {
						noNullPrototype: true,
					})
					.filter(map => Object.keys(map).length > 0),
			},
			{ requiredKeys: ['state', 'from'] },
		)
		.map(record => ({ id: own, ...record }));
}

function recordsIn(text: string): fc.Arbitrary<readonly AnnotationRecord[]> {
	const one = (own: string): fc.Arbitrary<AnnotationRecord> =>
		fc.oneof(
			fc
				.tuple(
					common(own),
					fc.constantFrom('PER', 'ORG', 'my.label'),
					spanIn(text),
					fc.option(fc.constantFrom('سامي حداد', 'two words'), { nil: undefined }),
				)
				.map(([base, label, span, entity]) => ({
					...base,
					kind: 'entity' as const,
					label,
					at: makeAnchor(text, span),
					...(entity === undefined ? {} : { form: entity, entity: 'key-1' }),
				})),
			fc
				.tuple(
					common(own),
					fc.constantFrom('direct' as const, 'reported' as const),
					fc.array(spanIn(text), { minLength: 1, maxLength: 3 }),
					spanIn(text),
					fc.option(spanIn(text), { nil: undefined }),
				)
				.map(([base, type, spans, cue, speaker]) => ({
					...base,
					kind: 'statement' as const,
					type,
					content: apart(spans).map(span => makeAnchor(text, span)),
					cue: barePart(text, cue),
					...(speaker === undefined ? { speakerEntity: 'unnamed:x' } : { speaker: barePart(text, speaker) }),
				})),
			fc.tuple(common(own), spanIn(text)).map(([base, span]) => ({
				...base,
				kind: 'region' as const,
				region: 'scare' as const,
				at: makeAnchor(text, span),
			})),
		);
	return fc.uniqueArray(id, { minLength: 1, maxLength: 7 }).chain(ids =>
		fc.tuple(...ids.map(one)).map(records => {
			const [first, second] = records;
			if (first === undefined || second === undefined) return records;
			const { id: source } = first;
			return [
				...records,
				{
					id: 'reat01',
					kind: 'relation' as const,
					state: 'confirmed' as const,
					from: 'manual' as const,
					type: 'near',
					source,
					target: second.id,
				},
			];
		}),
	);
}

/** Parts in text order with something other than a line end between them: two that touch would be one to any reader. */
function apart(spans: readonly Span[]): readonly Span[] {
	const sorted = [...spans].sort((a, b) => a.start - b.start);
	return sorted.filter((span, index) => sorted.slice(0, index).every(before => before.end + 8 < span.start));
}

/** Articles with any records. */
export const anyArticle: fc.Arbitrary<Article> = words.chain(text =>
	recordsIn(text).map(records => articleOf(text, records)),
);
