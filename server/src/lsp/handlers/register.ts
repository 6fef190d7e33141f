import type { RegisterParams, RegisterResult } from '../../protocol/requests.ts';
import type { World } from '../world.ts';

/** Of any file, open or not; empty outside every corpus. */
export async function handleRegister(world: World, { uri }: RegisterParams): Promise<RegisterResult> {
	const corpus = await world.corpora.find(uri);
	const entries = (corpus?.register ?? []).map(({ wikidata: _wikidata, ...entry }) => entry);
	return { entries };
}
