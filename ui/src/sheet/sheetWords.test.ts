import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHEET } from './sheetWords';

/** What a client reads behind the link of a message. */
function pages(language: 'en' | 'es'): (key: string) => string | undefined {
  const text = readFileSync(
    `../functions/src/main/resources/org/warmhandoff/adapters/pages/messages_${language}.properties`,
    'utf8',
  );
  const words = new Map(text.split('\n').map((line) => line.split(/ = (.*)/s) as [string, string]));
  return (key) => words.get(key);
}

describe.each(['en', 'es'] as const)('the sheet of paper in %s', (language) => {
  it('says the same as the pages of the client', () => {
    const page = pages(language);
    const sheet = SHEET[language];
    expect(sheet).toMatchObject({
      first: page('resources.intro.nobody'),
      address: page('resources.address'),
      hidden: page('resources.address.hidden'),
      phone: page('resources.phone'),
      hours: page('resources.hours'),
      apply: page('resources.apply'),
      bring: page('resources.bring'),
      who: page('resources.who'),
      languages: page('resources.languages'),
      emergency: [page('page.emergency.911'), page('page.emergency.988'), page('page.emergency.211')],
    });
  });
});
