/**
 * `npm run test:soak`: the long forms of the reliability tests, as a Markdown table; exit code 1 where a bar is missed.
 * `--scale 0.01` does a hundredth of the full number, `--only WORD` the files whose name contains it, `--seed N` other chances.
 */
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Row, Soak } from './support/soak.ts';

const { values } = parseArgs({
	options: {
		scale: { type: 'string', default: '1' },
		seed: { type: 'string', default: '6' },
		only: { type: 'string', multiple: true, default: [''] },
	},
});
const scale = Number(values.scale);
const seed = Number(values.seed);
const files = globSync('*.ts', { cwd: import.meta.dirname })
	.filter(file => file !== 'run.ts' && !file.endsWith('.test.ts'))
	.filter(file => values.only.some(word => basename(file).includes(word)))
	.sort();

let missed = 0;
console.log(`Scale ${scale}, seed ${seed}, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}.`);
for (const file of files) {
	const soak: Soak = await import(pathToFileURL(join(import.meta.dirname, file)).href);
	const start = performance.now();
	const rows = await soak.run({ scale, seed, say: line => console.error(`${file}: ${line}`) });
	const seconds = ((performance.now() - start) / 1000).toFixed(0);
	console.log(
		`\n**${soak.name}** (\`--only ${file.replace('.ts', '')}\`, ${seconds} s)\n\n| what | figure | bar | |\n|---|---|---|---|`,
	);
	for (const row of rows) console.log(line(row));
	missed += rows.filter(row => !row.ok).length;
}
console.log(`\n${missed === 0 ? 'Every bar is met.' : `${missed} missed.`}`);
process.exitCode = missed > 0 || files.length === 0 ? 1 : 0;

function line({ what, figure, bar, ok }: Row): string {
	return `| ${[what, `${figure}`, bar, bar === 'told' ? '' : ok ? 'met' : '**missed**'].map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
