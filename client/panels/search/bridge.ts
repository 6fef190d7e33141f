import type { SearchToExtension } from '../../src/panels/messages/search.ts';
import type { Bridge } from '../bridge.ts';

export type SearchBridge = Bridge<SearchToExtension>;
