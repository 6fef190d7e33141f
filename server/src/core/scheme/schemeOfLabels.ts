import { newsScheme } from './builtIn.ts';
import { namedColors } from './color.ts';
import type { Bilingual, Scheme, SchemeLabel, SchemeRelation, SchemeValues } from './scheme.ts';

/** What another tool says about its labels. */
export interface ForeignLabels {
	readonly name: string;
	readonly entities: readonly {
		readonly label: string;
		readonly name?: Bilingual;
		readonly color?: string;
		readonly key?: string;
	}[];
	readonly relations?: readonly {
		readonly type: string;
		readonly from: readonly string[];
		readonly to: readonly string[];
	}[];
	readonly attributes?: readonly { readonly name: string; readonly on?: string; readonly values: readonly string[] }[];
}

/** Whether a scheme can have a label of this form. */
export function isSchemeLabel(label: string): boolean {
	return /^[A-Za-z][\w.-]{0,63}$/.test(label);
}

/** A scheme of another tool's labels: theirs in order, each with a colour and, where one is free, a key; statements as in the scheme for news. */
export function schemeOfLabels({ name, entities, relations = [], attributes = [] }: ForeignLabels): Scheme {
	const both = (text: string): Bilingual => ({ en: text, ar: text });
	const palette = Object.values(namedColors);
	const keys = new Set([newsScheme.statements?.key ?? '']);
	const own = [
		...new Map(entities.filter(({ label }) => isSchemeLabel(label)).map(entity => [entity.label, entity])).values(),
	];
	const wanted = new Set(own.map(({ key }) => key));
	const labels = own.map(({ label, name: shown, color, key }, index): SchemeLabel => {
		const letters = [...label.toLowerCase(), ...'abcdefghijklmnopqrstuvwxyz0123456789'];
		const free = (letter: string) => /^[a-z0-9]$/.test(letter) && !keys.has(letter);
		const chosen = key !== undefined && free(key) ? key : letters.find(letter => free(letter) && !wanted.has(letter));
		if (chosen !== undefined) keys.add(chosen);
		return {
			label,
			name: shown ?? newsScheme.entities.find(entity => entity.label === label)?.name ?? both(label),
			color: color ?? palette[index % palette.length] ?? '#888e96',
			...(chosen === undefined ? {} : { key: chosen }),
		};
	});
	const known = new Set(labels.map(({ label }) => label));
	return {
		name,
		title: both(name),
		entities: labels,
		...(newsScheme.statements === undefined ? {} : { statements: newsScheme.statements }),
		attributes: attributes.map(
			(attribute): SchemeValues => ({
				name: attribute.name,
				title: both(attribute.name),
				...(attribute.on === undefined ? {} : { on: attribute.on }),
				values: attribute.values.map(value => ({ value, name: both(value) })),
			}),
		),
		relations: relations.map(
			({ type, from, to }): SchemeRelation => ({
				type,
				name: both(type),
				from: from.filter(label => known.has(label)),
				to: to.filter(label => known.has(label)),
			}),
		),
		documentLabels: [],
	};
}
