import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { resumeStopped } from './resume-stopped.ts';

/** A client that shows one query, which fails until `mend` is called; `asked` counts. */
async function show(isShown: boolean) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let asked = 0;
  let isMended = false;
  const queryFn = (): Promise<string> => {
    asked += 1;
    return isMended ? Promise.resolve('there') : Promise.reject(new Error('signed out'));
  };
  const view = new QueryObserver(queries, { queryKey: ['version'], queryFn });
  const stop = view.subscribe(() => undefined);
  await view.refetch({ cancelRefetch: false });
  if (!isShown) stop();
  asked = 0;
  return { queries, mend: () => (isMended = true), asked: () => asked, stop };
}

describe('resuming what had stopped', () => {
  it('asks again for what is shown', async () => {
    const { queries, mend, asked, stop } = await show(true);
    mend();
    await resumeStopped(queries);
    expect(queries.getQueryData(['version'])).toBe('there');
    expect(asked()).toBe(1);
    stop();
  });

  it('asks for nothing that nobody looks at, and for nothing that works', async () => {
    const hidden = await show(false);
    await resumeStopped(hidden.queries);
    expect(hidden.asked()).toBe(0);
    const shown = await show(true);
    shown.mend();
    await resumeStopped(shown.queries);
    await resumeStopped(shown.queries);
    expect(shown.asked()).toBe(1);
    shown.stop();
  });

  it('doesn’t ask twice at once', async () => {
    const { queries, mend, asked, stop } = await show(true);
    mend();
    await Promise.all([resumeStopped(queries), resumeStopped(queries)]);
    expect(asked()).toBe(1);
    stop();
  });
});
