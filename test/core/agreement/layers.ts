import type { Anchor, Annotations, Progress } from '../../../server/src/core/model.ts';

/**
 * A layer of decisions marked in the text: `{PER:…}` names, `{direct:…}` and the other types are statements' contents, and each
 * `{cue:…}` and `{speaker:…}` belongs to the content after it, or to the last. Marks may stand in one another.
 */
export function layer(
	marked: string,
	status: { readonly entities: Progress; readonly statements: Progress } = { entities: 'done', statements: 'done' },
): { readonly text: string; readonly annotations: Annotations } {
	let text = '';
	const open: { readonly what: string; readonly start: number }[] = [];
	const found: { readonly what: string; readonly at: Anchor }[] = [];
	for (const piece of marked.split(/(\{[A-Za-z]+:|\})/)) {
		const what = /^\{([A-Za-z]+):$/.exec(piece)?.[1];
		const last = piece === '}' ? open.pop() : undefined;
		if (what !== undefined) open.push({ what, start: text.length });
		else if (last === undefined) text += piece;
		else {
			const span = { start: last.start, end: text.length };
			found.push({ what: last.what, at: { span, exact: text.slice(span.start, span.end) } });
		}
	}
	const base = (index: number) => ({ id: `r${index}`, state: 'confirmed', from: 'manual' }) as const;
	const names = found.filter(({ what }) => what === what.toUpperCase());
	const contents = found.filter(({ what }) => types.has(what));
	const partOf = (what: string, index: number) => {
		const parts = found.filter(part => part.what === what);
		return parts.find(({ at }) => {
			const next = contents.findIndex(content => content.at.span.start >= at.span.end);
			return (next < 0 ? contents.length - 1 : next) === index;
		})?.at;
	};
	return {
		text,
		annotations: {
			status,
			labels: {},
			records: [
				...names.map(({ what, at }, index) => ({ ...base(index), kind: 'entity', label: what, at }) as const),
				...contents.map(({ what, at }, index) => {
					const [cue, speaker] = [partOf('cue', index), partOf('speaker', index)];
					return {
						...base(names.length + index),
						kind: 'statement',
						type: what === 'direct' ? 'direct' : 'indirect',
						content: [at],
						...(cue === undefined ? {} : { cue }),
						...(speaker === undefined ? {} : { speaker }),
					} as const;
				}),
			],
		},
	};
}

const types = new Set(['direct', 'indirect']);
