import { squarePngSize } from './read-surroundings.ts';

function png(width: number, height: number): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([header, size]);
}

describe('squarePngSize', () => {
  it('reads the edge of a square picture', () => {
    expect(squarePngSize(png(300, 300))).toBe(300);
  });

  it.each([
    ['a picture that is not square', png(16, 32)],
    ['a file cut short', png(16, 16).subarray(0, 20)],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>')],
    ['an empty file', Buffer.alloc(0)],
  ])('has no size for %s', (_name, file) => {
    expect(squarePngSize(file)).toBeNull();
  });
});
