import type { Problem } from '../model.ts';
import { capped, type Json } from './json.ts';

/** The values of a file of JSON lines, or of one that is a list, or one value, in JSON. What cannot be read is a problem. Never throws. */
export function jsonLines(
	source: string,
	problems: Problem[],
): readonly { readonly line: number; readonly value: Json }[] {
	const start = source.trimStart();
	const whole = start.startsWith('[') || /^\{\s*\n/.test(start) ? capped(source) : undefined;
	if (whole?.value !== undefined) {
		const values = Array.isArray(whole.value) ? (whole.value as readonly Json[]) : [whole.value];
		return values.map((value, index) => ({ line: index + 1, value }));
	}
	if (start.startsWith('[') && whole !== undefined) {
		problems.push(...whole.problems);
		return [];
	}
	return source.split('\n').flatMap((text, index) => {
		if (text.trim() === '') return [];
		const { value, problems: found } = capped(text);
		problems.push(
			...found.map(problem => ({ code: 'import-json-line', severity: problem.severity, values: { line: index + 1 } })),
		);
		return value === undefined ? [] : [{ line: index + 1, value }];
	});
}
