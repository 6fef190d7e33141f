/** Run as a program of its own by processes.ts: how long tables and model take before the first text can be read. */
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { defaultModel } from '../../server/src/core/entities/model/defaultModel.ts';

/** Milliseconds of processor time, so that what else the machine does at the time does not count. */
function now(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

/** Given by the parent: what an empty program takes. */
const nodeAlone = Number(process.argv[2] ?? 0);
const read = now();
defaultModel();
const model = now();
analyse('قال الوزير إن الاجتماع سيعقد الأحد.');
const first = now();
console.log(
	`program and tables of statements ${(read - nodeAlone).toFixed(0)} ms, model ${(model - read).toFixed(0)} ms, tables of names and a sentence ${(first - model).toFixed(0)} ms; ${(first - nodeAlone).toFixed(0)} ms in all (budget 150 ms)`,
);
