import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { marginWarning } from './marginReach.ts';

const circle = { ...DEFAULT_CONFIG, normalise: true };

describe('the warning beside the margin', () => {
  test('comes when ten classes on a circle cannot be so far apart, in the units of the distance', () => {
    expect(marginWarning({ ...circle, margin: 0.5 }, 10)).toBe(
      'Ten classes on a circle are at best 0.618 apart (0.382 squared): a margin of 0.50 cannot be met between all of them.',
    );
    expect(marginWarning({ ...circle, margin: 0.38 }, 10)).toBe('');
    expect(marginWarning({ ...circle, margin: 0.6, distance: 'plain' }, 10)).toBe('');
    expect(marginWarning({ ...circle, margin: 0.62, distance: 'plain' }, 10)).toContain('0.618');
  });

  test('counts the classes that are trained on', () => {
    expect(marginWarning({ ...circle, margin: 0.5 }, 8)).toBe('');
    expect(marginWarning({ ...circle, margin: 0.6 }, 8)).toContain('Eight classes');
  });

  test('knows the sphere, and never comes on the plane or without a margin', () => {
    const sphere = { ...circle, dims: 3 as const };
    expect(marginWarning({ ...sphere, margin: 1.2 }, 10)).toBe('');
    expect(marginWarning({ ...sphere, margin: 1.4 }, 10)).toContain('a sphere');
    expect(marginWarning({ ...DEFAULT_CONFIG, margin: 10 }, 10)).toBe('');
    expect(marginWarning({ ...circle, margin: 1, softMargin: true }, 10)).toBe('');
  });

  test('comes for the contrastive loss, which has a margin even where soft was chosen before', () => {
    expect(
      marginWarning({ ...circle, margin: 0.5, softMargin: true, loss: 'contrastive' }, 10),
    ).toContain('a margin of 0.50 cannot be met');
  });
});
