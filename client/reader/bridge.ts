import {
	type Decision,
	type Look,
	type Question,
	readFromExtension,
	type ToExtension,
	type ToPage,
} from '../src/reader/messages.ts';

/** What VS Code gives a page to speak with the extension and to keep a state over reloads. */
interface VsCode {
	postMessage(message: ToExtension): void;
	getState(): unknown;
	setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCode;

/** An answer of the extension. */
export interface Answer {
	readonly ok: boolean;
	readonly value: unknown;
}

/** The one place that speaks with the extension. */
export interface Bridge {
	/** Sends a decision made in this version of the text; never rejects. */
	decide(decision: Decision, version: number): Promise<Answer>;
	ask(question: Question, version: number): Promise<Answer>;
	post(message: Extract<ToExtension, { type: 'ready' | 'position' | 'editor' }>): void;
	look(look: Look): void;
	/** What was kept when the page was there last. */
	readonly kept: unknown;
	keep(state: unknown): void;
}

/** Opens the bridge; whatever is no message of ours is dropped. */
export function openBridge(receive: (message: Exclude<ToPage, { type: 'answer' }>) => void): Bridge {
	const vscode = acquireVsCodeApi();
	const waiting = new Map<number, (answer: Answer) => void>();
	let last = 0;
	window.addEventListener('message', ({ data }) => {
		const message = readFromExtension(data);
		if (message?.type !== 'answer') return message && receive(message);
		waiting.get(message.seq)?.({ ok: message.ok, value: message.value });
		waiting.delete(message.seq);
	});
	const request = (send: (seq: number) => ToExtension): Promise<Answer> =>
		new Promise(resolve => {
			const seq = ++last;
			waiting.set(seq, resolve);
			vscode.postMessage(send(seq));
		});
	return {
		decide: (decision, version) => request(seq => ({ type: 'decide', seq, version, ...decision })),
		ask: (question, version) => request(seq => ({ type: 'ask', seq, version, ...question })),
		post: message => vscode.postMessage(message),
		look: look => vscode.postMessage({ type: 'look', ...look }),
		kept: vscode.getState(),
		keep: state => vscode.setState(state),
	};
}
