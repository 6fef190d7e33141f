import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const program = join(import.meta.dirname, '../../../dist/cli.js');

export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
	/** Resident memory in MB now and then, where the system tells it (Linux). */
	readonly memory: readonly number[];
	readonly seconds: number;
}

export interface Running {
	readonly env?: Readonly<Record<string, string>>;
	readonly stdin?: string;
	/** A program that starts it, such as `unshare -rn`. */
	readonly under?: readonly string[];
	/** Looked at every 20 ms; the signal that is to end it, once. */
	readonly end?: () => NodeJS.Signals | undefined;
}

/** Runs the built `isnad ARGS` to its end. */
export async function isnad(
	args: readonly string[],
	{ env = {}, stdin = '', under = [], end }: Running = {},
): Promise<Ended> {
	const [command = process.execPath, ...rest] = [...under, process.execPath, program, ...args];
	const start = performance.now();
	const child = spawn(command, rest, { stdio: 'pipe', env: { ...process.env, ...env } });
	child.stdin.on('error', () => undefined);
	child.stdin.end(stdin);
	const memory: number[] = [];
	let ended = false;
	const watching = setInterval(() => {
		const resident = residentMegabytes(child.pid ?? 0);
		if (resident !== undefined) memory.push(resident);
		const signal = ended ? undefined : end?.();
		if (signal !== undefined) {
			ended = true;
			child.kill(signal);
		}
	}, 20);
	const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
	clearInterval(watching);
	return { code, stdout, stderr, memory, seconds: (performance.now() - start) / 1000 };
}

function residentMegabytes(pid: number): number | undefined {
	try {
		const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
		return (pages * 4096) / 2 ** 20;
	} catch {
		return undefined;
	}
}
