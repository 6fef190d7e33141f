import { setFlagsFromString } from 'node:v8';

/**
 * Makes this process and threads started from now on collect garbage earlier: half the memory for 3 % more time, measured over
 * 9,000 articles. V8 would let the heap of each thread grow to four times what is in use, which a cluster's memory limit
 * counts in full.
 */
export function keepHeapSmall(): void {
	setFlagsFromString('--max-semi-space-size=4');
	// This thread's heap is there already, and takes no other limit; but it can be kept from growing its part for new objects.
	setFlagsFromString('--semi-space-growth-factor=1');
	setFlagsFromString('--heap-growing-percent=30');
}
