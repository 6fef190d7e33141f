import { type Language, say } from '../messages/say.ts';
import type { Loss } from './loss.ts';

export interface LossReport {
	add(path: string, losses: readonly Loss[]): void;
	/** A line for each kind of loss, with its number and at most three examples; '' where nothing was lost. */
	summary(): string;
	/** All of them, a line of JSON each. */
	lines(): string;
}

/** Gathers what a format could not hold. */
export function lossReport(language: Language): LossReport {
	const lines: string[] = [];
	const kinds = new Map<string, { count: number; readonly examples: string[] }>();
	return {
		add: (path, losses) => {
			for (const { code, id, text } of losses) {
				lines.push(JSON.stringify({ path, id, loss: code, text }));
				const kind = kinds.get(code) ?? { count: 0, examples: [] };
				kind.count += 1;
				if (kind.examples.length < 3)
					kind.examples.push(`${path}${id === '' ? '' : ` ${id}`} ${text.replace(/\s+/g, ' ').slice(0, 60)}`);
				kinds.set(code, kind);
			}
		},
		summary: () =>
			[...kinds]
				.map(
					([code, { count, examples }]) =>
						`${say(language, code, { number: count })}\n${examples.map(example => `    ${example}\n`).join('')}`,
				)
				.join(''),
		lines: () => lines.map(line => `${line}\n`).join(''),
	};
}
