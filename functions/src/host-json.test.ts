import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOST_HIT_EVENT } from './ledger/lost-hit.ts';

/** What the Functions host sends to Application Insights. Its defaults keep addresses and drop lines. */
describe('host.json', () => {
  const { logging } = JSON.parse(readFileSync(join(process.cwd(), 'functions/host.json'), 'utf8')) as {
    logging: {
      logLevel: Record<string, string>;
      applicationInsights: {
        samplingSettings: { excludedTypes: string };
        enableDependencyTracking: boolean;
        httpAutoCollectionOptions: { enableHttpTriggerExtendedInfoCollection: boolean };
      };
    };
  };

  it('keeps addresses and paths of requests out of the telemetry', () => {
    const { applicationInsights, logLevel } = logging;
    // With it the host's ClientIpHeaderTelemetryInitializer adds X-Forwarded-For to each request, 404s included.
    expect(applicationInsights.httpAutoCollectionOptions.enableHttpTriggerExtendedInfoCollection).toBe(false);
    expect(applicationInsights.enableDependencyTracking).toBe(false);
    expect(logLevel).toMatchObject({ default: 'Warning', 'Host.Results': 'None' });
  });

  it(`lets every line of ours through, so that each ${LOST_HIT_EVENT} can be read back`, () => {
    // WorkerConstants.FunctionConsoleLogCategoryName of the host: what a worker writes to its standard output.
    expect(logging.logLevel['Host.Function.Console']).toBe('Information');
    expect(logging.applicationInsights.samplingSettings.excludedTypes.split(';')).toContain('Trace');
  });
});
