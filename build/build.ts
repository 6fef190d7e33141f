/** `npm run build`: bundles for development; with `--production`, as it ships. */
import { bundle } from './esbuild.ts';

const production = process.argv.includes('--production');
process.stderr.write(`Building dist/ (${production ? 'production' : 'development'}) ...\n`);
await bundle({ production });
process.stderr.write('Built dist/.\n');
