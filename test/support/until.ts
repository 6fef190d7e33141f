import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until `check` answers something true, and returns that; throws with `what` after `timeoutMs`. */
export async function until<T>(
	what: string,
	check: () => Promise<T | undefined | false> | T | undefined | false,
	timeoutMs = 60_000,
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	let last: unknown;
	do {
		try {
			const value = await check();
			if (value) return value;
			last = value;
		} catch (error) {
			last = error;
		}
		await pause(50);
	} while (Date.now() < deadline);
	throw new Error(`Waited ${timeoutMs / 1000} s in vain until ${what}`, { cause: last });
}
