import type { SidecarFile } from './readSidecar.ts';

/** How many records a new version of a sidecar no longer has, where that is alarming. */
export interface Shrinkage {
	readonly gone: number;
	readonly of: number;
}

const alarmingCount = 20;
const alarmingShare = 0.3;

/** More than 20 records and more than 30 % of them gone at once: undefined for anything less. Lost or moved places count as there. */
export function shrinkage(before: SidecarFile, after: SidecarFile): Shrinkage | undefined {
	if (before.blocks.length <= alarmingCount) {
		return undefined;
	}
	const ids = idsOf(before);
	const of = ids.size;
	for (const id of idsOf(after)) {
		ids.delete(id);
	}
	return ids.size > alarmingCount && ids.size > alarmingShare * of ? { gone: ids.size, of } : undefined;
}

function idsOf({ blocks }: SidecarFile): Set<string> {
	const ids = new Set<string>();
	for (const { record } of blocks) {
		if (record !== undefined) {
			ids.add(record.id);
		}
	}
	return ids;
}
