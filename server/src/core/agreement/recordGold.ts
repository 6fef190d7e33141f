import { codePointCounter } from '../formats/codePoints.ts';
import type { Anchor, Annotations, EntityRecord, StatementRecord } from '../model.ts';
import { covers, type Span } from '../span.ts';
import type { GoldDocument, GoldEntity, GoldStatement } from './gold.ts';

/**
 * Confirmed decisions as gold: of the kinds whose annotation is done; undefined where none is. Spans of the records are UTF-16
 * into `text`, those of the gold code points. Orphans and rejections are left out.
 */
export function recordGold(text: string, { status, records }: Annotations): GoldDocument | undefined {
	const entities = status.entities === 'done';
	const statements = status.statements === 'done';
	if (!entities && !statements) return undefined;

	const count = codePointCounter(text);
	const place = ({ start, end }: Span): Span => ({ start: count(start), end: count(end) });
	const words = (anchor: Anchor | undefined) => (anchor ? text.slice(anchor.span.start, anchor.span.end) : undefined);
	const entity = ({ at, label, entity: slug }: EntityRecord): GoldEntity => ({
		...place(at.span),
		label,
		text: words(at) ?? '',
		...(slug === undefined ? {} : { entity: slug }),
	});
	const statement = (record: StatementRecord): GoldStatement => {
		const { cue, speaker, speakerEntity, speakerName } = record;
		return {
			type: record.type,
			content: record.content.map(part => place(part.span)),
			...(cue === undefined ? {} : { cue: place(cue.span) }),
			...(speaker === undefined ? {} : { speaker: place(speaker.span), speakerText: words(speaker) ?? '' }),
			...(speakerEntity === undefined ? {} : { speakerEntity }),
			...(speakerName === undefined ? {} : { antecedentText: speakerName }),
			soft: record.relayOf !== undefined || record.type === 'reported',
		};
	};

	const confirmed = records.filter(({ state }) => state === 'confirmed');
	const names = confirmed.filter(record => record.kind === 'entity');
	const inner = new Set(names.filter(name => names.some(other => other !== name && isAround(other, name))));
	return {
		entities: names.filter(name => !inner.has(name)).map(entity),
		nested: [...inner].map(entity),
		quotes: confirmed.filter(record => record.kind === 'statement').map(statement),
		boilerplate: confirmed
			.filter(record => record.kind === 'region' && record.region === 'boilerplate')
			.flatMap(record => (record.kind === 'region' ? [{ ...place(record.at.span), kind: record.what ?? '' }] : [])),
		...(entities && statements ? {} : { annotated: entities ? 'entities' : 'statements' }),
	};
}

function isAround(outer: EntityRecord, inner: EntityRecord): boolean {
	const [a, b] = [outer.at.span, inner.at.span];
	return covers(a, b) && a.end - a.start > b.end - b.start;
}
