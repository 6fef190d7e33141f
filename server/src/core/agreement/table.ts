/** Columns padded to their widest cell; columns that are empty throughout are left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const lines = [head, ...rows];
	const widths = head.map((_, column) => Math.max(...lines.map(row => row[column]?.length ?? 0)));
	const shown = lines.map(row =>
		widths
			.flatMap((width, column) => (width === 0 ? [] : [(row[column] ?? '').padEnd(width)]))
			.join('  ')
			.trimEnd(),
	);
	return `${shown.join('\n')}\n`;
}
