import { decodePath, encodePath } from './kestrel-path.ts';

describe('a path on its way to the app', () => {
  it.each([
    ['/c/abc-_', '/c/abc-_', '/c/abc-_'],
    ['/c/abc%2B', '/c/abc+', '/c/abc+'],
    ['/c/abc%27', "/c/abc'", "/c/abc'"],
    ['/c/abc%2Fdef', '/c/abc%2Fdef', '/c/abc%2Fdef'],
    ['/c/abc%2fdef', '/c/abc%2fdef', '/c/abc%2fdef'],
    ['/c/abc%22%3E', '/c/abc">', '/c/abc%22%3E'],
    ['/c/abc]', '/c/abc]', '/c/abc%5D'],
    ['/c/%C3%BC', '/c/ü', '/c/%C3%BC'],
    ['/c/%C3', '/c/%C3', '/c/%C3'],
    ['/c/%C3%BC%C3', '/c/ü%C3', '/c/%C3%BC%C3'],
    ['/c/%F0%9F%98%80', '/c/😀', '/c/%F0%9F%98%80'],
    ['/c/%C0%AF', '/c/%C0%AF', '/c/%C0%AF'],
    ['/c/100%', '/c/100%', '/c/100%25'],
    ['/c/%2541', '/c/%41', '/c/%41'],
    ['/c/%zz', '/c/%zz', '/c/%25zz'],
    ['/c/a%20b', '/c/a b', '/c/a%20b'],
    ['/c/../o/x', '/o/x', '/o/x'],
    ['/c/%2e%2e/o/x', '/o/x', '/o/x'],
    ['/a/./b/.', '/a/b/', '/a/b/'],
    ['/../../x', '/x', '/x'],
  ])('%s is matched as %s and told as %s', (sent, matched, told) => {
    const path = decodePath(sent);
    expect(path).toBe(matched);
    expect(encodePath(path ?? '')).toBe(told);
  });

  it('is refused with a zero byte in it', () => {
    expect(decodePath('/c/a%00b')).toBeNull();
  });
});
