import { agreed, type Disagreement, disagreements } from '../../core/agreement/disagreements.ts';
import { layerName } from '../../core/corpus/paths.ts';
import type { CompareParams, CompareResult } from '../../protocol/requests.ts';
import { otherLayer } from '../otherLayer.ts';
import * as toProto from '../toProto.ts';
import type { World } from '../world.ts';

/** Where two layers of an open article differ, and which of it the adjudicated layer has settled; null where it is not open. */
export async function handleCompare(world: World, { uri, layers }: CompareParams): Promise<CompareResult> {
	const article = world.articles.get(uri);
	if (article === undefined) {
		return null;
	}
	const document = await article.snapshot();
	const own = layerName(world.settings.layer);
	const [first, second, gold] = await Promise.all(
		[...layers, 'gold'].map(async name =>
			name === own
				? { ...document, annotations: article.annotations }
				: await otherLayer(world, document, { article, name }),
		),
	);
	if (first === undefined || second === undefined || gold === undefined) {
		return null;
	}
	const settled = new Set(gold.annotations.records.map(({ id }) => id));
	const isSettled = ({ first: one, second: two }: Disagreement) =>
		[one, two].some(record => record !== undefined && settled.has(record.id));
	const item = ({ view }: typeof first, id: string | undefined) => {
		const found = [...view.entities, ...view.statements].find(candidate => candidate.id === id);
		return found && toProto.recordItem(document.text, found);
	};
	return {
		version: document.version,
		agreed: agreed(first.annotations, second.annotations).length,
		taken: agreed(first.annotations, second.annotations).filter(({ id }) => settled.has(id)).length,
		differences: disagreements(first.annotations, second.annotations).map(difference => {
			const one = item(first, difference.first?.id);
			const two = item(second, difference.second?.id);
			return {
				kind: difference.kind,
				over: difference.over,
				range: toProto.range(document.text, difference.span),
				...(one === undefined ? {} : { first: one }),
				...(two === undefined ? {} : { second: two }),
				settled: isSettled(difference),
			};
		}),
	};
}
