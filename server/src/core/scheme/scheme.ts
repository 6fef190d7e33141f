/** Words in both languages of the interface. */
export interface Bilingual {
	readonly en: string;
	readonly ar: string;
}

/** One label of a scheme: an entity label, or a statement type. */
export interface SchemeLabel {
	readonly label: string;
	readonly name: Bilingual;
	readonly description?: Bilingual;
	/** `#rrggbb`, lower case. */
	readonly color: string;
	/** One of a-z, 0-9: the physical key. */
	readonly key?: string;
}

export interface SchemeValues {
	readonly name: string;
	readonly title: Bilingual;
	readonly on?: string;
	readonly values: readonly { readonly value: string; readonly name: Bilingual }[];
}

export interface SchemeRelation {
	readonly type: string;
	readonly name: Bilingual;
	/** Labels it may join. */
	readonly from: readonly string[];
	readonly to: readonly string[];
}

/** What may be annotated, and how it looks. */
export interface Scheme {
	readonly name: string;
	readonly title: Bilingual;
	readonly entities: readonly SchemeLabel[];
	/** Absent where statements are not annotated. */
	readonly statements?: {
		readonly name: Bilingual;
		readonly color: string;
		readonly key?: string;
		readonly types: readonly SchemeLabel[];
	};
	readonly attributes: readonly SchemeValues[];
	readonly relations: readonly SchemeRelation[];
	readonly documentLabels: readonly SchemeValues[];
}
