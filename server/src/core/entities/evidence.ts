import table from '../lexicon/entities/evidence.yaml';
import { readSections, readValue } from '../lexicon/readTable.ts';

export interface EvidenceWording {
	/** 0 to 1 in steps of 0.01. */
	readonly score: number;
	readonly en: string;
	readonly ar: string;
}

const rows: ReadonlyMap<string, EvidenceWording> = new Map(
	readSections(table).map(code => [
		code,
		{
			score: Number(readValue(table, code, 'score') ?? 0),
			en: String(readValue(table, code, 'en') ?? code),
			ar: String(readValue(table, code, 'ar') ?? code),
		},
	]),
);

/** Score of the strongest evidence; 0.5 for a code that no table knows. */
export function scoreOf(evidence: readonly string[]): number {
	return rows.get(evidence[0] ?? '')?.score ?? 0.5;
}

/** How a code is put into words for hover; undefined for a code that no table knows. */
export function evidenceWording(code: string): EvidenceWording | undefined {
	return rows.get(code);
}
