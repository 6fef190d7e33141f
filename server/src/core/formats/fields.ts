/**
 * What a record says besides its places and its label, as words, so that any format can carry it: its own keys under their own
 * names, an attribute of the scheme under `attribute.NAME`.
 */
import type { AnnotationRecord, Origin, Review } from '../model.ts';

export type Fields = Readonly<Record<string, string>>;

/** Keys that tell of the work, not of the text: who decided, how, how sure. */
const bookkeeping = new Set(['state', 'from', 'review', 'score', 'moved', 'flag', 'by']);

/** Whether a field tells of the work, not of the text. */
export function isBookkeeping(field: string): boolean {
	return bookkeeping.has(field);
}

const attributePrefix = 'attribute.';

/** The scheme's attribute that a field stands for; undefined for a key of our own. */
export function attributeName(field: string): string | undefined {
	return field.startsWith(attributePrefix) ? field.slice(attributePrefix.length) : undefined;
}

/** The field of an attribute. */
export function attributeField(name: string): string {
	return attributePrefix + name;
}

/** Keys of a record that are words already, by kind. */
const words = {
	entity: ['form', 'value', 'entity'],
	statement: ['speakerEntity', 'speakerName'],
	region: ['region', 'what'],
	relation: [],
} as const satisfies Record<AnnotationRecord['kind'], readonly string[]>;

/** The fields of a record. A statement's type is among them as `type`. */
export function fieldsOf(record: AnnotationRecord): Fields {
	const own: (readonly [string, string | undefined])[] = [
		['type', record.kind === 'statement' ? record.type : undefined],
		...words[record.kind].map(key => [key, record[key as never] as string | undefined] as const),
		['state', record.state === 'confirmed' ? undefined : record.state],
		['from', record.from],
		['review', record.review],
		['score', record.score === undefined ? undefined : String(record.score)],
		['moved', record.moved === true ? 'true' : undefined],
		['flag', record.flag === true ? 'true' : undefined],
		['by', record.by],
		['comment', record.comment],
		...Object.entries(record.attributes ?? {}).map(([name, value]) => [attributeField(name), value] as const),
	];
	return Object.fromEntries(own.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

const origins: readonly Origin[] = ['manual', 'model', 'rule', 'import'];
const reviews: readonly Review[] = ['single', 'bulk', 'edited'];

/** Keys every record may have, read from fields. Unknown names become attributes; what cannot be used is left out. */
export function commonFields(fields: Fields, kind: AnnotationRecord['kind']) {
	const known = new Set<string>([...bookkeeping, 'comment', ...(kind === 'statement' ? ['type'] : []), ...words[kind]]);
	const attributes = Object.entries(fields).flatMap(([key, value]) => {
		const name = attributeName(key) ?? (known.has(key) ? undefined : key);
		return name === undefined || !isName(name) ? [] : [[name, value] as const];
	});
	const from = origins.find(origin => origin === fields['from']) ?? 'import';
	const review = reviews.find(choice => choice === fields['review']);
	const score = Number(fields['score'] ?? Number.NaN);
	const comment = fields['comment'];
	const by = fields['by'];
	return {
		state: fields['state'] === 'rejected' ? ('rejected' as const) : ('confirmed' as const),
		from,
		...(review === undefined ? {} : { review }),
		...(score >= 0 && score <= 1 ? { score } : {}),
		...(fields['moved'] === 'true' ? { moved: true } : {}),
		...(fields['flag'] === 'true' ? { flag: true } : {}),
		...(comment === undefined || comment === '' ? {} : { comment }),
		...(by === undefined || by === '' ? {} : { by }),
		...(attributes.length === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
	};
}

/** The keys of one kind that are words, read from fields. */
export function wordFields(fields: Fields, kind: AnnotationRecord['kind']): Readonly<Record<string, string>> {
	return Object.fromEntries(
		words[kind].flatMap(key => {
			const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
			return value === undefined || value === '' ? [] : [[key, value]];
		}),
	);
}

/** Names that would mean something to an object are no names of attributes. */
function isName(name: string): boolean {
	return name !== '' && name !== '__proto__' && name.length <= 200;
}
