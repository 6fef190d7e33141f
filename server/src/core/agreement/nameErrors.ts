import { overlaps, type Span } from '../span.ts';
import { cover, meet } from './cells.ts';
import type { GoldDocument } from './gold.ts';
import { outsideOf } from './matching.ts';
import type { PredictedEntity, Prediction } from './prediction.ts';

/** Names that are missed, false, or found with another border or label, a line for each kind that there is. MISC is left out. */
export function nameErrors(letters: readonly string[], gold: GoldDocument, predicted: Prediction): readonly string[] {
	const outside = outsideOf(gold);
	const counts = ({ label, ...span }: Span & { readonly label: string }) =>
		label !== 'MISC' && span.start >= 0 && !meet(cover([span]), outside);
	const key = ({ start, end, label }: PredictedEntity) => `${start},${end},${label}`;
	const wanted = new Map(gold.entities.filter(counts).map(entity => [key(entity), entity]));
	const got = new Map(predicted.entities.filter(counts).map(entity => [key(entity), entity]));
	const missed = [...wanted].filter(([place]) => !got.has(place)).map(([, entity]) => entity);
	const spare = [...got].filter(([place]) => !wanted.has(place)).map(([, entity]) => entity);
	const shown = ({ label, start, end }: PredictedEntity) => `${label} ${letters.slice(start, end).join('')}`;
	const pairs = missed.map(name => ({ name, other: spare.find(other => overlaps(other, name)) }));
	const others = new Set(pairs.map(({ other }) => other));
	return [
		line(
			'names missed',
			pairs.filter(({ other }) => other === undefined).map(({ name }) => shown(name)),
		),
		line('names false', spare.filter(other => !others.has(other)).map(shown)),
		line(
			'names amiss',
			pairs.flatMap(({ name, other }) => (other ? [`${shown(other)} for ${shown(name)}`] : [])),
		),
	].filter(text => text !== '');
}

/** Each once, with how often where it is more. */
function line(what: string, names: readonly string[]): string {
	const often = new Map<string, number>();
	for (const name of names) often.set(name, (often.get(name) ?? 0) + 1);
	const list = [...often].map(([name, times]) => (times > 1 ? `${name} ×${times}` : name));
	return list.length === 0 ? '' : `  ${what}: ${list.join('; ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')}`;
}
