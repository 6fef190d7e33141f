import { LedgerPage } from './ledger/page.ts';

new LedgerPage();
