import { BUTTON_ICON_SIZES, iconPath } from './icon-files.ts';
import type { IconName } from './icon-files.ts';
import { GERMAN_CULTURES, LONG_TEXTS, SHORT_TEXTS } from './manifest-texts.ts';
import type { ManifestText } from './manifest-texts.ts';
import { xml } from './xml-fragment.ts';
import type { XmlFragment } from './xml-fragment.ts';

type UrlId = 'Pane.Url' | 'Handlers.Page' | 'Handlers.Script';

/** Id of a picture in the resources. */
export function iconId(name: IconName, size: number): string {
  return `Icon.${name}.${size}`;
}

function resourceOverrides(text: ManifestText): readonly XmlFragment[] {
  return GERMAN_CULTURES.map((culture) => xml`<bt:Override Locale="${culture}" Value="${text.de}" />`);
}

function textResources(texts: Readonly<Record<string, ManifestText>>): readonly XmlFragment[] {
  return Object.entries(texts).map(
    ([id, text]) => xml`<bt:String id="${id}" DefaultValue="${text.en}">
  ${resourceOverrides(text)}
</bt:String>`,
  );
}

function images(app: string, name: IconName): readonly XmlFragment[] {
  return BUTTON_ICON_SIZES[name].map(
    (size) => xml`<bt:Image id="${iconId(name, size)}" DefaultValue="${`${app}/${iconPath(name, size)}`}" />`,
  );
}

/** Everything that the buttons and events of one installation point to. */
export function composeResources(app: string): XmlFragment {
  const urls: Readonly<Record<UrlId, string>> = {
    'Pane.Url': `${app}/taskpane.html`,
    'Handlers.Page': `${app}/launchevent.html`,
    'Handlers.Script': `${app}/launchevent.js`,
  };
  return xml`<Resources>
  <bt:Images>
    ${[...images(app, 'readback'), ...images(app, 'switch')]}
  </bt:Images>
  <bt:Urls>
    ${Object.entries(urls).map(([id, url]) => xml`<bt:Url id="${id}" DefaultValue="${url}" />`)}
  </bt:Urls>
  <bt:ShortStrings>
    ${textResources(SHORT_TEXTS)}
  </bt:ShortStrings>
  <bt:LongStrings>
    ${textResources(LONG_TEXTS)}
  </bt:LongStrings>
</Resources>`;
}
