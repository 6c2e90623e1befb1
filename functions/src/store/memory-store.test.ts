import { describeLedger } from '../ledger/ledger-contract.fixture.ts';
import { describeOverviews } from '../ledger/overview-contract.fixture.ts';
import { describeUpkeep } from '../ledger/upkeep-contract.fixture.ts';
import { describeVerdicts } from '../ledger/verdict-contract.fixture.ts';
import { createMemoryStore } from './memory-store.ts';
import { describeRowStore } from './row-store-contract.fixture.ts';

describeRowStore('memory', createMemoryStore);
describeLedger('memory', createMemoryStore);
describeVerdicts('memory', createMemoryStore);
describeOverviews('memory', createMemoryStore);
describeUpkeep('memory', createMemoryStore);
