import { addressText } from './address-text.ts';

describe("a link's address for reading", () => {
  it.each([
    ['https://www.example.com/', 'example.com'],
    ['https://example.com/a/b?c=d#e', 'example.com/a/b?c=d#e'],
    ['http://localhost:7071/x', 'localhost:7071/x'],
    ['mailto:anna@example.com', 'mailto:anna@example.com'],
    ['{{link}}', '{{link}}'],
    ['', ''],
    ['https://evil.example\\@example.com/', 'evil.example/@example.com/'],
  ])('%s → %s', (destination, text) => {
    expect(addressText(destination)).toBe(text);
  });
});
