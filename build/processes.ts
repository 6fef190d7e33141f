import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/** How a command ended: its exit code (-1 if a signal ended it) and what it printed. */
export interface Ended {
	readonly code: number;
	readonly stdout: string;
	/** Standard output and standard error as they came. */
	readonly output: string;
}

/** Runs a command to its end and keeps what it prints. Rejects only if it cannot be started. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
		let stdout = '';
		let output = '';
		child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
			stdout += chunk;
			output += chunk;
		});
		child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
			output += chunk;
		});
		child.on('error', reject);
		child.on('close', code => resolve({ code: code ?? -1, stdout, output }));
	});
}

/** Runs a command on our own terminal and answers its exit code (a signal gives -1). */
export function runHere(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { stdio: 'inherit', ...options });
		child.on('error', reject);
		child.on('close', code => resolve(code ?? -1));
	});
}

const children = new Set<ChildProcess>();

/**
 * Starts a long-running process in a process group of its own, which is ended with us however we end.
 * Stop it earlier with `stopGroup`.
 */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
	const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
	if (children.size === 0) process.on('exit', killAll);
	children.add(child);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		// Without a listener a signal ends us with no 'exit' event; who listens already ends us in their own way.
		if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(1));
	}
	return child;
}

/** Asks a process of `startGroup` to end, insists after `patienceMs`, and returns when it and its children are gone. */
export async function stopGroup(child: ChildProcess, patienceMs = 5000): Promise<void> {
	if (child.exitCode === null && child.signalCode === null) {
		const exited = new Promise<void>(resolve => child.once('exit', () => resolve()));
		child.kill('SIGTERM');
		const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs);
		await exited;
		clearTimeout(insist);
	}
	signalGroup(child, 'SIGKILL');
	children.delete(child);
	if (children.size === 0) process.off('exit', killAll);
}

function killAll(): void {
	for (const child of children) signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === 'win32') child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// Already gone.
	}
}
