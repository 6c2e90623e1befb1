import { locateFile } from './locate-file.ts';

describe('locateFile', () => {
  it.each([
    ['https://localhost:7071/taskpane.html', '/simulator/frame/taskpane.html'],
    ['https://readback.contoso.example/launchevent.html?a=1', '/simulator/frame/launchevent.html'],
    ['https://localhost:7071/launchevent.js', '/launchevent.js'],
    ['https://localhost:7071/icons/readback-16.png', '/icons/readback-16.png'],
  ])('finds %s at %s', (url, path) => {
    expect(locateFile(url)).toBe(path);
  });
});
