/** Run as a program of its own by processes.ts: how long tables and model take before the first text can be read. */
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { defaultModel } from '../../server/src/core/entities/model/defaultModel.ts';

/** Since the process began, so that reading the program and its tables is in it. */
const read = performance.now();
defaultModel();
const model = performance.now();
analyse('قال الوزير إن الاجتماع سيعقد الأحد.');
const first = performance.now();
const nodeAlone = performance.nodeTiming.bootstrapComplete;
console.log(
	`program and tables of statements ${(read - nodeAlone).toFixed(0)} ms, model ${(model - read).toFixed(0)} ms, tables of names and a sentence ${(first - model).toFixed(0)} ms; ${(first - nodeAlone).toFixed(0)} ms in all (budget 150 ms)`,
);
