import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The add-in's pane, as the sender sees it. */
export interface Pane {
  frame: FrameLocator;
  /** Resolves once the pane says this. */
  says(text: string | RegExp): Promise<void>;
  /** Resolves once the message's numbers are these; null: it says that they aren't tracked. */
  counts(expected: { opens: number | null; clicks?: number | null }): Promise<void>;
  /** The rows of "What happened". */
  hits(): Locator;
  /** Goes to a view, by way of "More" where the pane is too narrow for its tab. */
  tab(name: 'This mail' | 'Activity' | 'Contacts' | 'Insights'): Promise<void>;
  switch(name: string | RegExp): Locator;
}

/** The pane that stands beside what is shown, once its key is there and it shows more than that it loads. */
export async function openPane(page: Page, options: { keepsIntroduction?: boolean } = {}): Promise<Pane> {
  const frame = page.frameLocator('iframe[title="Readback"]');
  const says: Pane['says'] = async (text) => frame.getByText(text).first().waitFor();
  // A number and its word stand in one element.
  const count = (value: number, word: string): Promise<void> =>
    frame
      .locator('span')
      .filter({ hasText: new RegExp(`^${value}\\s?${word}${value === 1 ? '' : 's'}$`) })
      .first()
      .waitFor();
  await frame.getByRole('heading').first().waitFor();
  // A newcomer is introduced first, above the view.
  const skip = frame.getByRole('region', { name: 'About Readback' }).getByRole('button', { name: 'Skip' });
  if (!options.keepsIntroduction && (await skip.isVisible())) await skip.click();
  return {
    frame,
    says,
    counts: async ({ opens, clicks }) => {
      await (opens === null ? says('Opens aren’t tracked') : count(opens, 'picture load'));
      if (clicks !== undefined) await (clicks === null ? says('Clicks aren’t tracked') : count(clicks, 'click'));
    },
    hits: () => frame.getByRole('region', { name: 'What happened' }).getByRole('listitem'),
    tab: async (name) => {
      const tabs = frame.getByRole('navigation', { name: 'Views' });
      const wanted = tabs.getByRole('button', { name, exact: true });
      if ((await wanted.count()) === 0) await tabs.getByRole('button', { name: 'More' }).click();
      await wanted.click();
    },
    switch: (name) => frame.getByRole('switch', { name }),
  };
}
