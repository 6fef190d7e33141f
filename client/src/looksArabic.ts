const looked = 4000;
const least = 20;

/** Whether the beginning of a text is written in Arabic letters for the most part. */
export function looksArabic(text: string): boolean {
	const beginning = text.slice(0, looked);
	const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
	const arabic = beginning.match(/\p{Script=Arabic}/gu)?.length ?? 0;
	return arabic >= least && arabic > letters / 2;
}
