const SAFE_LINKS = 'https://eur01.safelinks.protection.outlook.com/';

/** An address as Safe Links writes it into a mail for its recipient (Microsoft, "Safe Links in Defender for Office 365"). */
export function wrapAddress(address: string, mailbox: string): string {
  const data = encodeURIComponent(`05|02|${mailbox}|`);
  return `${SAFE_LINKS}?url=${encodeURIComponent(address)}&data=${data}&reserved=0`;
}

/** A body with every link to the web wrapped. It is only shown: nobody ever asks for such an address here. */
export function wrapLinks(html: string, mailbox: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const link of page.querySelectorAll('a[href^="http" i], area[href^="http" i]')) {
    link.setAttribute('href', wrapAddress(link.getAttribute('href') ?? '', mailbox));
  }
  return page.documentElement.outerHTML;
}
