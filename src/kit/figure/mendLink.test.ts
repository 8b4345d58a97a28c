import { describe, expect, test } from 'vitest';
import { meantPlace, parametersOf, valueAlone } from './mendLink.ts';

describe('an “&” that came as in HTML', () => {
  test.each([
    '?PairForces.i=1_2&amp;PairForces.margin=0.5&amp;utm_source=mail',
    '?PairForces.i=1_2&amp;amp;PairForces.margin=0.5',
    '?PairForces.i=1_2%26amp%3BPairForces.margin=0.5',
  ])('parts the settings of %s', (search) => {
    const parameters = parametersOf(search);
    expect(parameters.get('PairForces.i')).toBe('1_2');
    expect(parameters.get('PairForces.margin')).toBe('0.5');
  });

  test('is left as it is within a text', () => {
    expect(parametersOf('?task=this+%26amp%3B+that').get('task')).toBe('this &amp; that');
  });
});

test.each(['0.5', '0.5.', '0.5),', '0.5”', '0.5#PairForces', '0.5PairForces', '0.5#PairForces).'])(
  'a value is found in “%s”',
  (text) => {
    expect(valueAlone(text, 'PairForces')).toBe('0.5');
  },
);

describe('a link leads', () => {
  const places = {
    hasPlace: (id: string) => ['PairForces', 'introduction'].includes(id),
    figures: ['PairForces'],
  };
  const meant = (hash: string, search = '') => meantPlace({ hash, search }, places);

  test('where it says, if that is there', () => {
    expect(meant('#introduction', '?PairForces.margin=1')).toEqual({});
    expect(meant('', '?utm_source=mail&fbclid=1')).toEqual({});
  });

  test('to the same place with a full stop, a bracket or a quote at its end', () => {
    for (const end of ['.', ')', '.)', '%22', '%E2%80%9D', '%3E'])
      expect(meant(`#PairForces${end}`)).toEqual({ place: 'PairForces' });
  });

  test('to the figure that it sets, where the rest is lost', () => {
    const search = '?utm_source=mail&PairForces.margin=1';
    expect(meant('', search)).toEqual({ place: 'PairForces' });
    expect(meant('#Pair%', search)).toEqual({ place: 'PairForces' });
  });

  test('nowhere, and says so, if there is no such place', () => {
    expect(meant('#nowhere').problem).toContain('“nowhere”');
    expect(meant('#x', '?Nothing.margin=1').problem).toContain('figure “Nothing”');
  });
});
