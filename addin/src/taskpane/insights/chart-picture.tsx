import {
  renderFluentProvider_unstable,
  useFluentProvider_unstable,
  useFluentProviderContextValues_unstable,
} from '@fluentui/react-provider';
import { useRef } from 'react';
import type { ReactNode } from 'react';

/**
 * Around a chart of Fluent's: makes a picture of it that neither the keyboard nor a screen reader enters, since its parts
 * call themselves list boxes and speak English only (docs/decisions/0136).
 */
export function ChartPicture({ children }: { children: ReactNode }) {
  return (
    <div inert style={FILL}>
      <Untabbed>{children}</Untabbed>
    </div>
  );
}

/** A chart takes the height of what it stands in for its own. */
const FILL = { height: '100%' };

/** Keeps Fluent's tabster out: it puts hidden elements that take the focus around the whole page. */
function Untabbed({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const state = useFluentProvider_unstable({ children, style: FILL }, place);
  const values = useFluentProviderContextValues_unstable(state);
  // Tabster asks for the document of its provider, and does nothing where there is none.
  return renderFluentProvider_unstable(state, { ...values, provider: { dir: values.provider.dir } });
}
