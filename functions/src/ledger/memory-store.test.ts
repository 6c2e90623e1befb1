import { describeLedger } from './ledger-contract.fixture.ts';
import { createMemoryStore } from './memory-store.ts';

describeLedger('memory', createMemoryStore);
