import { startAzurite } from '../../functions/local/azurite.ts';
import { asItShips } from './as-it-ships.ts';
import type { Figure } from './figure.ts';
import type * as ledgerRates from './ledger-rates.ts';
import { median } from './median.ts';

const ROUNDS = 5;
/** Rounds of all three before any counts: judging a hit takes three times as long until it is compiled. */
const WARM_UPS = 8;

/** Hits that are durable on Azurite per second: the ledger, one exact transaction per hit, and bare inserts. */
export async function run(): Promise<Figure[]> {
  const { rateOfLedger, rateOfExact, rateOfInserts, BEST_INSERTS } = await loadRates();
  const azurite = await startAzurite({ folder: null });
  const rates = { ledger: [] as number[], exact: [] as number[], inserts: [] as number[] };
  try {
    for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
      const ledger = await rateOfLedger(azurite.connection, `ledger${round}`);
      const exact = await rateOfExact(azurite.connection, `exact${round}`);
      const inserts = await rateOfInserts(azurite.connection, `inserts${round}`);
      if (round < WARM_UPS) continue;
      rates.ledger.push(ledger);
      rates.exact.push(exact);
      rates.inserts.push(inserts);
    }
  } finally {
    await azurite.stop();
  }
  const [value, exact, inserts] = [median(rates.ledger), median(rates.exact), median(rates.inserts)];
  const unit = 'hits/s';
  return [
    {
      name: 'durable hits, grouped (8 times is what we aim at, 6 the least)',
      value,
      unit,
      reference: { name: 'one exact transaction per hit', value: exact },
      ratio: value / exact,
      aim: { atLeast: 6 },
    },
    {
      name: 'durable hits, grouped',
      value,
      unit,
      reference: { name: `bare inserts, ${BEST_INSERTS} at once`, value: inserts },
      ratio: value / inserts,
      aim: { atLeast: 3 },
    },
  ];
}

async function loadRates(): Promise<typeof ledgerRates> {
  const rates = await asItShips('bench/src/ledger-rates.ts');
  if (!isRates(rates)) throw new Error('The bundle lacks what measures the ledger');
  return rates;
}

function isRates(loaded: unknown): loaded is typeof ledgerRates {
  return typeof loaded === 'object' && loaded !== null && 'rateOfLedger' in loaded;
}
