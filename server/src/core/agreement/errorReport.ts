import type { JudgedArticle } from './breakdown.ts';
import { excerpt } from './excerpt.ts';
import type { GoldStatement } from './gold.ts';
import type { Judged } from './judged.ts';
import type { PredictedStatement } from './prediction.ts';

/** What is missed, false or wrong in an article, each statement with an excerpt, then `names`; '' where nothing is. */
export function errorReport(article: JudgedArticle, names: readonly string[]): string {
	const entries = article.statements.flatMap(statement => {
		const wrong = wrongOf(statement);
		return wrong.length === 0 ? [] : [{ at: placeOf(statement), wrong, statement }];
	});
	if (entries.length === 0 && names.length === 0) return '';
	const lines = entries
		.sort((a, b) => a.at - b.at)
		.flatMap(({ wrong, statement }) => ['', `  ${wrong.join('; ')}`, ...shown(article.letters, statement)]);
	const count = `${entries.length} ${entries.length === 1 ? 'statement' : 'statements'}`;
	const last = names.length === 0 ? [] : ['', ...names];
	return [`== ${article.name}: ${count}`, ...lines, ...last, '', ''].join('\n');
}

function wrongOf({ gold, got, exact, type, cue, speaker, excused }: Judged): readonly string[] {
	if (gold === undefined) return [`false, ${got?.type ?? ''}`];
	if (got === undefined) return gold.soft && gold.type !== 'reported' ? [] : [`missed, ${gold.type}`];
	if (excused) return [];
	const wrong: string[] = [];
	if (!exact) wrong.push('borders');
	if (type === false) wrong.push(`${got.type} for ${gold.type}`);
	if (cue === false) wrong.push('cue');
	if (speaker === false) wrong.push(`speaker: ${saidBy(gold)}, not ${foundBy(got)}`);
	return wrong;
}

function saidBy({ speakerText, antecedentText, speakerEntity }: GoldStatement): string {
	return speakerText ?? antecedentText ?? speakerEntity ?? 'nobody';
}

function foundBy({ speaker, speakerName }: PredictedStatement): string {
	if (speaker === undefined) return speakerName ?? 'nobody';
	return speakerName === undefined || speakerName === speaker.text ? speaker.text : `${speaker.text} = ${speakerName}`;
}

function placeOf({ gold, got }: Judged): number {
	return (gold ?? got)?.content[0]?.start ?? 0;
}

function shown(letters: readonly string[], { gold, got }: Judged): readonly string[] {
	const around = [...(gold?.content ?? []), ...(got?.content ?? [])];
	const lines: string[] = [];
	if (gold !== undefined) lines.push(`    gold   ${excerpt(letters, gold, around)}`);
	if (got !== undefined && got.content.length > 0) {
		const marked = { content: got.content, cue: got.cue?.[0], speaker: got.speaker?.span };
		lines.push(`    found  ${excerpt(letters, marked, around)}`);
	}
	return lines;
}
