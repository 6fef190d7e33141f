// Runs in the page before it does: what VS Code gives to pages, over the functions that the test exposes.
window.started = performance.now();
const set = CSS.highlights.set.bind(CSS.highlights);
CSS.highlights.set = (name, highlight) => {
	window.marked ??= performance.now();
	return set(name, highlight);
};
window.acquireVsCodeApi = () => ({
	postMessage: message => window.toHost(message),
	getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
	setState: state => sessionStorage.setItem('state', JSON.stringify(state)),
});
document.addEventListener('securitypolicyviolation', event =>
	window.violated(`${event.violatedDirective} ${event.blockedURI}`),
);
window.alert = () => window.violated('a script ran');
