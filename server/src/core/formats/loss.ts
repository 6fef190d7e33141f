/** What a format could not hold of one record, or of a document as a whole. */
export interface Loss {
	/** Key of the message: `lost-…`. */
	readonly code: string;
	/** Of the record; '' for the document. */
	readonly id: string;
	/** The record's words, or what was lost of it. */
	readonly text: string;
}
