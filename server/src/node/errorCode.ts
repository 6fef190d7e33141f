/** The system's code of a failure, such as ENOENT; undefined for any other. */
export function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
