import { Reader } from './reader.ts';

const root = document.querySelector<HTMLElement>('main');
if (root) new Reader(root).start();
