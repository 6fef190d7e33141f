/**
 * Works on items as they come, up to `ahead` at a time, and gives the results in the items' order as soon as they are there,
 * also while the next item is still to come. Rejects with the first failure in that order.
 */
export async function* inOrder<A, B>(
	items: AsyncIterable<A>,
	work: (item: A) => Promise<B>,
	ahead: number,
): AsyncGenerator<B, void> {
	const iterator = items[Symbol.asyncIterator]();
	const running: Promise<B>[] = [];
	let coming: Promise<IteratorResult<A>> | undefined = iterator.next();
	while (coming !== undefined || running.length > 0) {
		const event: { readonly taken: IteratorResult<A> } | { readonly done: B } = await Promise.race([
			...(coming !== undefined && running.length < ahead ? [coming.then(taken => ({ taken }))] : []),
			...running.slice(0, 1).map(first => first.then(done => ({ done }))),
		]);
		if ('done' in event) {
			running.shift();
			yield event.done;
		} else if (event.taken.done === true) {
			coming = undefined;
		} else {
			const promise = work(event.taken.value);
			// A failure is met when its turn comes; until then it must not count as unhandled.
			promise.catch(() => undefined);
			running.push(promise);
			coming = iterator.next();
		}
	}
}
