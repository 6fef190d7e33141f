import { newsScheme } from '../../core/scheme/builtIn.ts';
import type { SchemeParams, SchemeResult } from '../../protocol/requests.ts';
import { schemeItem } from '../schemeItem.ts';
import type { World } from '../world.ts';

/** Of any file, open or not; the news scheme outside every corpus. */
export async function handleScheme(world: World, { uri }: SchemeParams): Promise<SchemeResult> {
	const corpus = await world.corpora.find(uri);
	return schemeItem(corpus?.scheme ?? newsScheme, world.settings.language);
}
