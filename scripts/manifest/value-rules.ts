import { isInExpectedNamespace, orderFault, typeOf } from './element-order.ts';
import { faultsOf, repeatsOf } from './manifest-rule.ts';
import type { ManifestRule } from './manifest-rule.ts';
import { isOnAzureDomain } from './origin-problem.ts';
import { parseUrl } from './parse-url.ts';
import { childOf, descendants } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';

const MAX_BYTES = 256 * 1024;
const MAX_URL = 2048;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CULTURE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?-([A-Z]{2}|\d{3})$/;
const BOOLEANS = ['SupportsSharedFolders', 'SupportsPinning', 'SupportsNoItemContext', 'DisableEntityHighlighting'];

function lengthFault(what: string, value: string, most: number): string | null {
  if (value === '') return `${what} is empty`;
  return value.length > most ? `${what} has ${value.length} characters, more than ${most}` : null;
}

/** The texts of an element in all its languages. */
function texts(element: XmlElement): readonly string[] {
  const own = element.attributes.get('DefaultValue') ?? element.text;
  return [own, ...element.children.map((child) => child.attributes.get('Value') ?? '')];
}

function textFault(element: XmlElement, most: number): string | null {
  const what = `the text of <${element.name}> ${element.attributes.get('id') ?? ''}`.trim();
  return texts(element).reduce<string | null>((fault, text) => fault ?? lengthFault(what, text, most), null);
}

function versionFault(version: string): string | null {
  if (!/^\d{1,5}(\.\d{1,5}){0,3}$/.test(version))
    return `"${version}" isn't a version: 1 to 4 numbers of up to 5 digits with dots between`;
  return version.startsWith('0') ? `"${version}" must not begin with 0` : null;
}

function cultureFault(element: XmlElement): string | null {
  const culture = element.attributes.get('Locale') ?? '';
  return CULTURE.test(culture) ? null : `"${culture}" isn't a culture such as de-DE`;
}

function cultures(element: XmlElement): readonly string[] {
  return element.children.map((child) => child.attributes.get('Locale') ?? '');
}

function hasMailbox15(requirements: XmlElement): boolean {
  const sets = childOf(requirements, 'Sets');
  const set = sets?.children.find((child) => child.attributes.get('Name') === 'Mailbox');
  if (!sets || !set) return false;
  return (set.attributes.get('MinVersion') ?? sets.attributes.get('DefaultMinVersion')) === '1.5';
}

function urlFault(value: string): string | null {
  const url = parseUrl(value);
  if (url === null) return `"${value}" is not an address`;
  if (url.protocol !== 'https:') return `"${value}" must start with https://`;
  if (isOnAzureDomain(url.hostname)) return `"${value}": Microsoft's silent sign-in refuses azurewebsites.net`;
  return lengthFault('the address', value, MAX_URL);
}

function appDomainFault(element: XmlElement): string | null {
  const url = parseUrl(element.text);
  return url !== null && url.origin === element.text && url.protocol === 'https:' && !url.hostname.includes('*')
    ? null
    : `"${element.text}" must be https:// and a host alone, without path, trailing slash or wildcard`;
}

function hasForm(rules: readonly XmlElement[], form: string): boolean {
  return rules.some(
    (rule) =>
      typeOf(rule) === 'ItemIs' &&
      rule.attributes.get('ItemType') === 'Message' &&
      rule.attributes.get('FormType') === form,
  );
}

/** Order, limits and values of single elements. */
export const VALUE_RULES: readonly ManifestRule[] = [
  {
    id: 'order',
    source: 'docs/develop/manifest-element-ordering.md, MS-OWEMXML',
    find: ({ root }) => faultsOf(descendants(root), orderFault),
  },
  {
    id: 'namespace',
    source: 'MS-OWEMXML',
    find: ({ root }) =>
      faultsOf(descendants(root), (element) =>
        isInExpectedNamespace(element) ? null : `<${element.name}> is in the namespace "${element.namespace}"`,
      ),
  },
  {
    id: 'nesting',
    source: 'docs/develop/xml-manifest-overview.md: 1.1 stands in 1.0, which holds nothing else',
    find: (manifest) => {
      const types = manifest.all('VersionOverrides').map(typeOf);
      return types.join(' ') === 'VersionOverridesV1_0 VersionOverridesV1_1'
        ? []
        : [{ element: manifest.root, message: `VersionOverrides 1.1 must stand in 1.0, not ${types.join(', ')}` }];
    },
  },
  {
    id: 'size',
    source: 'docs/develop/add-in-manifests.md: 256 KB',
    find: ({ root, source }) => {
      const bytes = Buffer.byteLength(source);
      return bytes > MAX_BYTES
        ? [{ element: root, message: `the file has ${bytes} bytes, more than ${MAX_BYTES}` }]
        : [];
    },
  },
  {
    id: 'guid',
    source: 'OfficeAppManifestV1_1.xsd; register-sso-add-in-aad-v2.md',
    find: (manifest) => faultsOf(manifest.all('Id'), ({ text }) => (GUID.test(text) ? null : `"${text}" isn't a GUID`)),
  },
  {
    id: 'version',
    source: 'docs/develop/add-in-manifests.md; whether 0.x is refused is documented nowhere, so it is avoided',
    find: (manifest) => faultsOf(manifest.all('Version'), ({ text }) => versionFault(text)),
  },
  {
    id: 'text-length',
    source: 'OfficeAppManifestV1_1.xsd, OfficeAppBasicTypesV1_0.xsd: 125 and 250 characters',
    find: (manifest) => [
      ...faultsOf(manifest.all('ProviderName'), (element) => textFault(element, 125)),
      ...faultsOf(manifest.all('DisplayName'), (element) => textFault(element, 125)),
      ...faultsOf(
        manifest.all('Description').filter((element) => element.attributes.has('DefaultValue')),
        (element) => textFault(element, 250),
      ),
      ...manifest.resources.flatMap(({ kind, element }) =>
        kind === 'ShortStrings' || kind === 'LongStrings'
          ? faultsOf([element], () => textFault(element, kind === 'ShortStrings' ? 125 : 250))
          : [],
      ),
    ],
  },
  {
    id: 'culture',
    source: 'docs/develop/localization.md: BCP 47',
    find: (manifest) => {
      const overrides = manifest.all('Override').filter((element) => element.attributes.has('Value'));
      const repeated = overrides.flatMap(({ parent }) => (parent === null ? [] : [parent]));
      return [
        ...faultsOf(overrides, cultureFault),
        ...faultsOf([...new Set(repeated)], (element) =>
          new Set(cultures(element)).size < element.children.length ? 'a culture stands twice' : null,
        ),
      ];
    },
  },
  {
    id: 'translation',
    source: 'decision 0061: every text is there in the same languages',
    find: (manifest) => {
      const texts = [
        ...manifest.root.children.filter(({ name }) => name === 'DisplayName' || name === 'Description'),
        ...manifest.resources.filter(({ kind }) => kind.endsWith('Strings')).map(({ element }) => element),
      ];
      const wanted = [...new Set(texts.flatMap(cultures))];
      return faultsOf(texts, (element) => {
        const missing = wanted.filter((culture) => !cultures(element).includes(culture));
        return missing.length === 0 ? null : `the text is missing in ${missing.join(', ')}`;
      });
    },
  },
  {
    id: 'url',
    source: 'docs/develop/add-in-manifests.md: https; docs/develop/register-sso-add-in-aad-v2.md: own domain',
    find: (manifest) => manifest.urls.flatMap(({ value, element }) => faultsOf([element], () => urlFault(value))),
  },
  {
    id: 'one-origin',
    source: 'design §2: everything that Outlook loads comes from APP_ORIGIN',
    find: (manifest) => {
      const origin = parseUrl(manifest.urls[0]?.value ?? '')?.origin;
      return manifest.urls.flatMap(({ value, element }) =>
        faultsOf([element], () =>
          parseUrl(value)?.origin === origin ? null : `"${value}" lies elsewhere than ${origin ?? 'the icon'}`,
        ),
      );
    },
  },
  {
    id: 'app-domain',
    source: 'javascript/api/manifest/appdomain',
    find: (manifest) => faultsOf(manifest.all('AppDomain'), appDomainFault),
  },
  {
    id: 'permission',
    source: 'docs/outlook/understanding-outlook-add-in-permissions.md: all that is called needs no more',
    find: (manifest) =>
      faultsOf(manifest.all('Permissions'), ({ text }) =>
        text === 'ReadWriteItem' ? null : `"${text}" must be ReadWriteItem`,
      ),
  },
  {
    id: 'requirement',
    source:
      'outlook-api-requirement-sets.md: a minimum above 1.5 hides the add-in where the server is Exchange on premises',
    find: (manifest) =>
      faultsOf(manifest.all('Requirements'), (element) =>
        hasMailbox15(element) ? null : 'the requirement must be Mailbox 1.5; what is newer is tested at run time',
      ),
  },
  {
    id: 'host',
    source: 'javascript/api/manifest/host',
    find: (manifest) =>
      faultsOf(manifest.all('Host'), (element) =>
        element.attributes.get('Name') === 'Mailbox' || typeOf(element) === 'MailHost'
          ? null
          : 'the host must be Outlook',
      ),
  },
  {
    id: 'activation',
    source: 'OfficeAppManifestV1_1.xsd demands a rule; Outlooks without add-in commands use it',
    find: ({ root, all }) =>
      hasForm(all('Rule'), 'Read') && hasForm(all('Rule'), 'Edit')
        ? []
        : [{ element: root, message: 'the rules must name messages being read and messages being edited' }],
  },
  {
    id: 'boolean',
    source: 'MS-OWEMXML',
    find: (manifest) =>
      faultsOf(BOOLEANS.flatMap(manifest.all), ({ name, text }) =>
        text === 'true' || text === 'false' ? null : `<${name}> must be true or false, not "${text}"`,
      ),
  },
  {
    id: 'unique-id',
    source: 'javascript/api/manifest/control, javascript/api/manifest/group: unique, at most 125 characters',
    find: (manifest) => {
      const elements = [...manifest.all('Group'), ...manifest.all('Control')];
      const idOf = (element: XmlElement): string => element.attributes.get('id') ?? '';
      return [
        ...faultsOf(elements, (element) => lengthFault('the id', idOf(element), 125)),
        ...repeatsOf(elements, idOf, (id) => `the id "${id}" stands twice`),
      ];
    },
  },
];
