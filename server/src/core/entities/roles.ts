import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';
import { entityTables } from './tables.ts';

/** The candidate with the label its role in the sentence gives it: البيت الأبيض acts or is a venue, برشلونة plays or is a city. */
export function withRole(scene: Scene, candidate: Candidate): Candidate {
	const { roles } = entityTables();
	const { group } = candidate;
	if (group === undefined || (!roles.seats.has(group) && !roles.clubs.has(group))) {
		return candidate;
	}
	const token = scene.tokens[candidate.first];
	const before = scene.tokens[candidate.first - 1]?.key ?? '';
	const inVenue = (token?.key.startsWith('ب') && candidate.span.start > token.start) || roles.venue.has(before);
	const acts = roles.seats.has(group) ? !inVenue : roles.sport.has(before) || (scene.sport && !inVenue);
	return { ...candidate, label: acts ? 'ORG' : 'LOC' };
}
