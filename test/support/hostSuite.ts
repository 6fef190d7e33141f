import Mocha from 'mocha';

/** Called by VS Code inside its extension host: runs the bundles that build/hostTests.ts names, and reports to a file. */
export async function run(): Promise<void> {
	const { bundles, report } = JSON.parse(process.env['ISNAD_HOST_TESTS'] ?? '{}');
	const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: 'json', reporterOptions: { output: report } });
	for (const bundle of bundles) mocha.addFile(bundle);
	const failures = await new Promise<number>(resolve => mocha.run(resolve));
	if (failures > 0) throw new Error(`${failures} failed`);
}
