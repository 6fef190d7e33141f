import type { Problem } from '../../server/src/core/model.ts';

/** Problems as `code` and the words they point at, in order: `scheme-color: "red"`. For reading and comparing. */
export function atProblems(source: string, problems: readonly Problem[]): readonly string[] {
	return problems.map(({ code, span }) => {
		const words = span === undefined ? '' : source.slice(span.start, span.end);
		return words === '' ? code : `${code}: ${words.length > 40 ? `${words.slice(0, 39)}…` : words}`;
	});
}
