/** What VS Code gives a page to speak with the extension and to keep a state over reloads. */
interface VsCode {
	postMessage(message: unknown): void;
	getState(): unknown;
	setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCode;

/** The one place of a page that speaks with the extension. */
export interface Bridge<Out> {
	post(message: Out): void;
	/** What was kept when the page was there last. */
	readonly kept: unknown;
	keep(state: unknown): void;
}

/** Opens the bridge and says that the page is ready; whatever `read` makes nothing of is dropped. */
export function openBridge<In, Out extends { readonly type: string }>(
	read: (raw: unknown) => In | undefined,
	receive: (message: In) => void,
): Bridge<Out | { readonly type: 'ready' }> {
	const vscode = acquireVsCodeApi();
	window.addEventListener('message', ({ data }) => {
		const message = read(data);
		if (message !== undefined) receive(message);
	});
	// When the page's own script has run through, so that `receive` finds everything in place.
	setTimeout(() => vscode.postMessage({ type: 'ready' }));
	return {
		post: message => vscode.postMessage(message),
		kept: vscode.getState(),
		keep: state => vscode.setState(state),
	};
}
