/**
 * The picture as it stands in a mail. Width and height keep its address out of the plain text part and reserve no space in
 * old mail programs, the empty `alt` shows nothing while pictures are blocked.
 * `url` is one of `Signer.pixelUrl`, in which no character needs escaping.
 */
export function pixelMarkup(url: string): string {
  return `<img src="${url}" width="1" height="1" border="0" alt="">`;
}
