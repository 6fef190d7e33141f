import { type Check, type Fields, isObject } from '../../checks.ts';

/** A message whose parts have the form of its type; undefined for everything else. */
export function read<M extends { readonly type: string }>(
	value: unknown,
	forms: Readonly<Record<M['type'], Form>>,
): M | undefined {
	if (!isObject(value)) return undefined;
	const type = value['type'];
	if (typeof type !== 'string' || !Object.hasOwn(forms, type)) return undefined;
	return has(value, forms[type as M['type']]) ? (value as unknown as M) : undefined;
}

/** Checks by the names of parts. */
export type Form = Readonly<Record<string, Check>>;

function has(value: Fields, form: Form): boolean {
	return Object.entries(form).every(([name, check]) => check(value[name]));
}

/** No keys but those of the form: what is handed to the server is known whole. */
export function exactly(form: Form): Check {
	return value => isObject(value) && Object.keys(value).every(name => Object.hasOwn(form, name)) && has(value, form);
}
