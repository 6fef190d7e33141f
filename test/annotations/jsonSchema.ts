/** As much of JSON Schema (draft-07) as our schemas use. */
export interface JsonSchema {
	readonly $ref?: string;
	readonly type?: string | readonly string[];
	readonly enum?: readonly unknown[];
	readonly const?: unknown;
	readonly pattern?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly additionalProperties?: JsonSchema;
	readonly items?: JsonSchema;
	readonly anyOf?: readonly JsonSchema[];
	readonly allOf?: readonly JsonSchema[];
	readonly if?: JsonSchema;
	readonly then?: JsonSchema;
	readonly description?: string;
	readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** Where a value does not fit, as `path keyword`; empty where it fits. */
export function mismatches(root: JsonSchema, value: unknown, schema: JsonSchema = root, path = ''): readonly string[] {
	const inner = (part: JsonSchema, item: unknown, at: string): readonly string[] => mismatches(root, item, part, at);
	if (schema.$ref !== undefined) {
		return inner(definition(root, schema.$ref), value, path);
	}
	const found: string[] = [];
	const fail = (keyword: string): number => found.push(`${path} ${keyword}`.trim());
	if (schema.type !== undefined && ![schema.type].flat().some(type => isType(type, value))) {
		fail('type');
	}
	if (schema.enum !== undefined && !schema.enum.includes(value)) {
		fail('enum');
	}
	if (schema.const !== undefined && schema.const !== value) {
		fail('const');
	}
	if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
		fail('pattern');
	}
	if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value))) {
		fail('range');
	}
	if (Array.isArray(value)) {
		if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? value.length)) {
			fail('items');
		}
		const { items } = schema;
		found.push(...(items === undefined ? [] : value.flatMap((item, index) => inner(items, item, `${path}/${index}`))));
	} else if (isObject(value)) {
		for (const key of schema.required ?? []) {
			if (!Object.hasOwn(value, key)) {
				fail(`without ${key}`);
			}
		}
		for (const [key, item] of Object.entries(value)) {
			const part = schema.properties?.[key] ?? schema.additionalProperties;
			found.push(...(part === undefined ? [] : inner(part, item, `${path}/${key}`)));
		}
	}
	if (schema.anyOf?.every(part => inner(part, value, path).length > 0)) {
		fail('anyOf');
	}
	for (const part of schema.allOf ?? []) {
		found.push(...inner(part, value, path));
	}
	if (schema.if !== undefined && schema.then !== undefined && inner(schema.if, value, path).length === 0) {
		found.push(...inner(schema.then, value, path));
	}
	return found;
}

/** Keys of a value that the schema does not describe, as paths. */
export function undescribed(
	root: JsonSchema,
	value: unknown,
	schemas: readonly JsonSchema[] = [root],
	path = '',
): readonly string[] {
	const all = schemas.flatMap(schema => expanded(root, schema, value));
	if (Array.isArray(value)) {
		const items = all.flatMap(schema => schema.items ?? []);
		return value.flatMap((item, index) => undescribed(root, item, items, `${path}/${index}`));
	}
	if (!isObject(value)) {
		return [];
	}
	return Object.entries(value).flatMap(([key, item]) => {
		const parts = all.flatMap(schema => schema.properties?.[key] ?? schema.additionalProperties ?? []);
		const free = all.some(schema => schema.type === 'object' && schema.properties === undefined);
		return parts.length === 0 && !free
			? [`${path}/${key}`]
			: parts.length === 0
				? []
				: undescribed(root, item, parts, `${path}/${key}`);
	});
}

/** The schema with all that it refers to and that holds for the value. */
function expanded(root: JsonSchema, schema: JsonSchema, value: unknown): readonly JsonSchema[] {
	const own = schema.$ref === undefined ? schema : definition(root, schema.$ref);
	const branches = [
		...(own.allOf ?? []),
		...(own.anyOf ?? []).filter(part => mismatches(root, value, part).length === 0),
		...(own.if !== undefined && own.then !== undefined && mismatches(root, value, own.if).length === 0
			? [own.then]
			: []),
	];
	return [own, ...branches.flatMap(part => expanded(root, part, value))];
}

function definition(root: JsonSchema, ref: string): JsonSchema {
	const found = root.definitions?.[ref.replace('#/definitions/', '')];
	if (found === undefined) {
		throw new Error(`no ${ref}`);
	}
	return found;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isType(type: string, value: unknown): boolean {
	switch (type) {
		case 'integer':
			return Number.isInteger(value);
		case 'array':
			return Array.isArray(value);
		case 'object':
			return isObject(value);
		case 'null':
			return value === null;
		default:
			return typeof value === type;
	}
}
