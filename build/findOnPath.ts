import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The first of these commands on the PATH, in the order of the names, else the first of `places` that is there. */
export async function findOnPath(
	names: readonly string[],
	places: readonly string[] = [],
	path: string = process.env['PATH'] ?? '',
): Promise<string | undefined> {
	const folders = path.split(delimiter).filter(folder => folder !== '');
	const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
	const onPath = names.flatMap(name => folders.flatMap(folder => endings.map(ending => join(folder, name + ending))));
	for (const candidate of [...onPath, ...places]) {
		if (await isExecutable(candidate)) return candidate;
	}
	return undefined;
}

function isExecutable(path: string): Promise<boolean> {
	return access(path, constants.X_OK).then(
		() => true,
		() => false,
	);
}
