/** Taking a corpus to other tools and back: names with their types. One copy for both sides. */

/** The formats there are. */
export const formatsRequest = 'isnad/formats';
export interface FormatsParams {
	/** Of any file or folder. */
	readonly uri: string;
}
export interface FormatsResult {
	readonly formats: readonly {
		readonly id: string;
		readonly title: string;
		/** Endings of its files, with the dot. */
		readonly extensions: readonly string[];
		readonly exports: boolean;
		readonly imports: boolean;
	}[];
}

/** Writes what is decided in a corpus for another tool. */
export const exportToRequest = 'isnad/exportTo';
export interface ExportToParams {
	/** Of an article, or of a folder with a slash at its end. */
	readonly uri: string;
	readonly format: string;
	/** Uri of the folder that is written to. */
	readonly folder: string;
}

/** Makes or fills a corpus with the work of another tool. */
export const importFromRequest = 'isnad/importFrom';
export interface ImportFromParams {
	/** Uri of the folder of the corpus. */
	readonly uri: string;
	readonly format: string;
	/** Uri of what is read: a folder, or one file. */
	readonly source: string;
	readonly isFolder: boolean;
}

/** What was done, in the user's language; undefined for a format or corpus that is not there. */
export type TransferResult = {
	readonly articles: number;
	readonly summary: string;
	/** What could not be held or believed, line by line; '' where nothing. */
	readonly report: string;
} | null;
