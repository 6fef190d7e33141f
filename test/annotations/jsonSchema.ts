import { Ajv, type AnySchema, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';

/** A schema of draft 7, as far as our tests look into it. */
export interface JsonSchema {
	readonly $ref?: string;
	readonly description?: string;
	readonly items?: JsonSchema;
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly anyOf?: readonly JsonSchema[];
	readonly allOf?: readonly JsonSchema[];
	readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** Strict: a keyword that draft 7 does not know, or that can never matter, is an error. The one extra keyword is for YAML editors. */
const options: Options = {
	allErrors: true,
	strict: true,
	strictRequired: false,
	allowUnionTypes: true,
	keywords: ['markdownEnumDescriptions'],
};

/** Where a value does not fit, as JSON pointers, each once; of one in another only the outermost. */
export function mismatches(schema: JsonSchema, value: unknown): readonly string[] {
	const validate = validators.get(schema) ?? new Ajv(options).compile(schema);
	validators.set(schema, validate);
	validate(value);
	// A condition that fails says nothing beyond what fails in it.
	const found = new Set(
		(validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(({ instancePath }) => instancePath),
	);
	return [...found].filter(path => ![...found].some(outer => path.startsWith(`${outer}/`)));
}

/** Keys of a value that the schema does not describe, as `pointer key`. */
export function undescribed(schema: JsonSchema, value: unknown): readonly string[] {
	const validate =
		closedValidators.get(schema) ?? new Ajv2019({ allErrors: true, strict: false }).compile(closedSchema(schema));
	closedValidators.set(schema, validate);
	validate(value);
	return (validate.errors ?? []).map(shown);
}

function shown({ instancePath, params }: ErrorObject): string {
	return `${instancePath} ${params['unevaluatedProperties']}`;
}

const validators = new WeakMap<JsonSchema, ValidateFunction>();
const closedValidators = new WeakMap<JsonSchema, ValidateFunction>();

/** `unevaluatedProperties` is of a later draft, which the schema must not deny. */
function closedSchema(schema: JsonSchema): AnySchema {
	const { $schema: _, ...rest } = closed(schema) as Readonly<Record<string, unknown>>;
	return rest;
}

/** The schema with every map closed that lists its keys; what conditions and unions say of a map counts as part of it. */
function closed(part: unknown, within = ''): unknown {
	if (Array.isArray(part)) {
		return part.map(item => closed(item, within));
	}
	if (typeof part !== 'object' || part === null) {
		return part;
	}
	const entries = Object.entries(part).map(([key, inner]) => [key, closed(inner, key)]);
	const lists = 'properties' in part && !openParts.has(within);
	return { ...Object.fromEntries(entries), ...(lists ? { unevaluatedProperties: false } : {}) };
}

const openParts = new Set(['if', 'entity', 'statement', 'relation', 'region']);
