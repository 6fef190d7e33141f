import type { DocumentView } from '../../model.ts';
import { covers } from '../../span.ts';

export interface Provenance {
	/** '' where nothing tells it. */
	readonly outlet: string;
	/** `YYYY-MM-DD`; '' where nothing tells it. */
	readonly date: string;
}

/**
 * Who printed an article, and when. What the sidecar's `meta` says (`outlet`, `date`) holds. Else the outlet is the folder that the
 * article lies in, not counting folders of digits (years, days) and `plain`, the folders that every article of the corpus is in;
 * where none is left, the organisation named in the dateline. The date is the last one in the article's path (`2020-08-20`,
 * `20200820`, `2020/08/20`); else the full date in the dateline. Dates in the running text are not looked at: they are of what happened.
 */
export function provenanceOf(
	path: string,
	meta: Readonly<Record<string, string>>,
	view: Pick<DocumentView, 'entities' | 'regions'>,
	plain: readonly string[],
): Provenance {
	const folders = path.split('/').slice(0, -1);
	const folder = folders.findLast((name, index) => name !== plain[index] && /\D/.test(name));
	const outlet = meta['outlet'] ?? folder ?? inDateline(view, 'ORG')?.text ?? '';
	const date = dateIn(meta['date'] ?? '') ?? dateIn(path) ?? dateIn(inDateline(view, 'DATE')?.value ?? '') ?? '';
	return { outlet, date };
}

function inDateline({ entities, regions }: Pick<DocumentView, 'entities' | 'regions'>, label: string) {
	const lines = regions.filter(({ what }) => what === 'dateline' || what === 'byline');
	return entities.find(
		entity =>
			entity.label === label &&
			entity.status !== 'rejected' &&
			entity.status !== 'orphan' &&
			lines.some(({ span }) => covers(span, entity.span)),
	);
}

/** The last full date written in digits, most significant first, in this century or the last. */
function dateIn(text: string): string | undefined {
	const found = [...text.matchAll(/(?<!\d)((?:19|20)\d\d)([-/_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g)].at(
		-1,
	);
	return found && `${found[1]}-${found[3]}-${found[4]}`;
}

/** The folders that all these paths begin with. */
export function commonFolders(paths: readonly string[]): readonly string[] {
	const [first = '', ...others] = paths;
	let common = first.split('/').slice(0, -1);
	for (const path of others) {
		const folders = path.split('/').slice(0, -1);
		const end = common.findIndex((name, index) => name !== folders[index]);
		common = end < 0 ? common : common.slice(0, end);
	}
	return common;
}
