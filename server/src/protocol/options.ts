/** `initializationOptions`, and the `isnad` section of the configuration afterwards. Absent means the default. */
export interface IsnadOptions {
	/** Language of messages, hovers and views. Default en. */
	readonly uiLanguage?: 'en' | 'ar';
	/** on: always; afterFirstPass: only in documents whose status is not new; off. Default on. */
	readonly suggestions?: 'on' | 'afterFirstPass' | 'off';
	/** Name of the annotator; decisions go to annotations/by/<name>/. Default none. */
	readonly annotator?: string;
	readonly hideOtherAnnotators?: boolean;
	/** Decisions go to annotations/gold/, and nothing is suggested. Default false. */
	readonly adjudicating?: boolean;
	/** Path from the corpus' folder of a model file, whose names are suggested beside those of the shipped model. Default none. */
	readonly model?: string;
}

/** What a client of ours can do beyond LSP; other editors leave it out. */
export interface IsnadClientAbilities {
	/** Draws isnad/annotations. */
	readonly annotations?: boolean;
	/** Runs command links in hover. */
	readonly commandLinks?: boolean;
	/** Answers isnad/fs/* for schemes other than file. */
	readonly files?: boolean;
}

export interface InitializationOptions {
	readonly options?: IsnadOptions;
	readonly abilities?: IsnadClientAbilities;
}
