import { typeOf } from './element-order.ts';
import { LIST_ICON_SIZES } from './icon-files.ts';
import { faultsOf } from './manifest-rule.ts';
import type { Fault, ManifestRule } from './manifest-rule.ts';
import { referencedValue } from './manifest-view.ts';
import type { ManifestView } from './manifest-view.ts';
import { parseUrl } from './parse-url.ts';
import type { XmlElement } from './xml-element.ts';

const RIBBON_SIZES = ['16', '32', '80'];
const RIBBON_SIZES_ALLOWED = ['16', '20', '24', '32', '40', '48', '64', '80'];
const MOBILE_IMAGES = ['25', '32', '48'].flatMap((size) => ['1', '2', '3'].map((scale) => `${size} at scale ${scale}`));

function isMobile(icon: XmlElement): boolean {
  return typeOf(icon) === 'bt:MobileIconList';
}

function ribbonIconFault(icon: XmlElement): string | null {
  const sizes = icon.children.map((image) => image.attributes.get('size') ?? '');
  const missing = RIBBON_SIZES.filter((size) => !sizes.includes(size));
  if (missing.length > 0) return `the icon is missing in ${missing.join(', ')} pixels`;
  if (new Set(sizes).size < sizes.length) return 'a size stands twice';
  const odd = sizes.filter((size) => !RIBBON_SIZES_ALLOWED.includes(size));
  return odd.length === 0 ? null : `Outlook knows no icons of ${odd.join(', ')} pixels`;
}

function mobileIconFault(icon: XmlElement): string | null {
  const images = icon.children.map(
    ({ attributes }) => `${attributes.get('size') ?? '?'} at scale ${attributes.get('scale') ?? '?'}`,
  );
  const missing = MOBILE_IMAGES.filter((image) => !images.includes(image));
  if (missing.length > 0) return `the icon is missing in ${missing.join(', ')}`;
  return images.length === MOBILE_IMAGES.length ? null : `the icon has ${images.length} pictures instead of 9`;
}

/** Every picture that the manifest names, with the edge length it is named for. */
function pictures(manifest: ManifestView): readonly { element: XmlElement; url: string; size: number }[] {
  const lists = (name: string, size: number): readonly { element: XmlElement; url: string; size: number }[] =>
    manifest.all(name).map((element) => ({ element, url: element.attributes.get('DefaultValue') ?? '', size }));
  const images = manifest
    .all('Image')
    .filter((element) => element.attributes.has('resid'))
    .map((element) => ({
      element,
      url: referencedValue(manifest, element),
      size: Number(element.attributes.get('size')) * Number(element.attributes.get('scale') ?? '1'),
    }));
  return [
    ...lists('IconUrl', LIST_ICON_SIZES.standard),
    ...lists('HighResolutionIconUrl', LIST_ICON_SIZES.high),
    ...images,
  ];
}

function pictureFaults(manifest: ManifestView): readonly Fault[] {
  return pictures(manifest).flatMap(({ element, url, size }) =>
    faultsOf([element], () => {
      const path = parseUrl(url)?.pathname.slice(1) ?? '';
      const found = manifest.surroundings.iconSize(path);
      if (found === null) return `addin/${path} is not a square PNG`;
      return found === size ? null : `addin/${path} has ${found} pixels, not ${size}`;
    }),
  );
}

/** Sizes of the icons, as named and as drawn. */
export const ICON_RULES: readonly ManifestRule[] = [
  {
    id: 'ribbon-icon',
    source: 'javascript/api/manifest/icon: 16, 32 and 80 pixels',
    find: (manifest) =>
      faultsOf(
        manifest.all('Icon').filter((icon) => !isMobile(icon)),
        ribbonIconFault,
      ),
  },
  {
    id: 'mobile-icon',
    source: 'docs/outlook/add-mobile-support.md: 25, 32 and 48 pixels, each at scale 1, 2 and 3',
    find: (manifest) => faultsOf(manifest.all('Icon').filter(isMobile), mobileIconFault),
  },
  {
    id: 'icon-file',
    source: 'docs/publish: the admin centre loads every picture; 64 and 128 pixels for the lists',
    find: pictureFaults,
  },
];
