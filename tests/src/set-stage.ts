import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

/** Opens a stage for the tests of a file and closes it behind them. To be called once, at the top of the file. */
export function setStage(): () => Stage {
  let stage: Stage | null = null;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterEach(() => stage?.clear());
  afterAll(() => stage?.stop());
  return () => {
    if (stage === null) throw new Error('The stage isn’t set yet.');
    return stage;
  };
}
