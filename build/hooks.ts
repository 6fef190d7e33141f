/** For `node --import ./build/hooks.ts`: lets Node import the tables as the bundles do. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { tableExtension, tableModule } from './tables.ts';

registerHooks({
	load(url, context, nextLoad) {
		if (!tableExtension.test(url)) {
			return nextLoad(url, context);
		}
		const path = fileURLToPath(url);
		return { format: 'module', shortCircuit: true, source: tableModule(path, readFileSync(path, 'utf8')) };
	},
});
