import { type Coefficient, type Contingency, cohensKappa, krippendorffsAlpha, unitsOf } from './coefficients.ts';
import { type AgreementRole, agreementRoles, type LayerAgreement } from './compareLayers.ts';
import { bootstrapIntervals, type Figure, figures } from './figures.ts';
import { fixed } from './python.ts';
import { table } from './table.ts';

/** How far two annotators agree in one role, over all articles together. */
export interface RoleFigures {
	readonly role: AgreementRole;
	/** Precision and recall of the second against the first, and their F1. */
	readonly found: Figure;
	/** 95 % of the F1 (bootstrap by article); absent for fewer than five articles. */
	readonly interval?: readonly [number, number];
	readonly kappa: Coefficient;
	readonly alpha: Coefficient;
}

/** The roles that were judged, in their fixed order. Counts are added up over the articles before anything is divided. */
export function roleFigures(articles: readonly LayerAgreement[]): readonly RoleFigures[] {
	const counts = articles.map(article => new Map([...article].map(([role, { found }]) => [role as string, found])));
	const found = figures(counts);
	const intervals = articles.length < 5 ? undefined : bootstrapIntervals(counts);
	return agreementRoles.flatMap(role => {
		const figure = found.get(role);
		if (figure === undefined) return [];
		const interval = intervals?.get(role);
		const contingency = contingencyOf(articles.flatMap(article => article.get(role)?.judged ?? []));
		return [
			{
				role,
				found: figure,
				...(interval === undefined ? {} : { interval }),
				kappa: cohensKappa(contingency),
				alpha: krippendorffsAlpha(unitsOf(contingency)),
			},
		];
	});
}

/** Role by role in columns: precision, recall, F1; then both coefficients with what was observed and what chance would give. */
export function agreementTable(roles: readonly RoleFigures[]): string {
	const head = ['role', 'P', 'R', 'F1', '', 'units', 'same', 'chance', 'kappa', 'chance', 'alpha'];
	return table(
		head,
		roles.map(({ role, found, interval, kappa, alpha }) => [
			role,
			...found.map(value => fixed(value, 3)),
			interval === undefined ? '' : `${fixed(interval[0], 3)}-${fixed(interval[1], 3)}`,
			`${kappa.units}`,
			kappa.units === 0 ? '-' : fixed(kappa.observed, 3),
			...coefficientCells(kappa),
			...coefficientCells(alpha),
		]),
	);
}

function coefficientCells({ value, expected, units }: Coefficient): readonly string[] {
	return [units === 0 ? '-' : fixed(expected, 3), value === undefined ? '-' : fixed(value, 3)];
}

function contingencyOf(judged: readonly (readonly [string, string])[]): Contingency {
	const contingency = new Map<string, Map<string, number>>();
	for (const [a, b] of judged) {
		const row = contingency.get(a) ?? new Map<string, number>();
		row.set(b, (row.get(b) ?? 0) + 1);
		contingency.set(a, row);
	}
	return contingency;
}
