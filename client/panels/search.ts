import { wordsFrom } from '../reader/words.ts';
import { readFromExtension, type SearchToExtension, type SearchToPage } from '../src/panels/messages/search.ts';
import { openBridge } from './bridge.ts';
import { SearchPage } from './search/page.ts';

let page: SearchPage | undefined;

const bridge = openBridge<SearchToPage, SearchToExtension>(readFromExtension, message => {
	if (message.type === 'setting') {
		page = new SearchPage({ ...message, words: wordsFrom(message.words) }, bridge);
		page.start(message.text);
	} else {
		page?.receive(message);
	}
});
