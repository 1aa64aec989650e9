/** People as silhouettes: a head, a body and four limbs with joints. */
import type { Ink } from '../palette.ts';
import { box, disc, fill, place, polyline, smooth, stroke } from '../svg.ts';
import type { Point, Svg } from '../svg.ts';

/** Joints are given in heads: the figure is 7.5 heads tall and stands on the origin. */
export type Limb = readonly [joint: Point, end: Point];
export interface Pose {
  readonly hip: Point;
  readonly neck: Point;
  readonly arms: readonly [Limb, Limb];
  readonly legs: readonly [Limb, Limb];
}

export const standing: Pose = {
  hip: [0, -3.7],
  neck: [0, -6.3],
  arms: [
    [
      [-1, -5],
      [-0.85, -3.7],
    ],
    [
      [1, -5],
      [0.85, -3.7],
    ],
  ],
  legs: [
    [
      [-0.4, -2],
      [-0.45, 0],
    ],
    [
      [0.45, -2],
      [0.5, 0],
    ],
  ],
};

export const walking: Pose = {
  hip: [0, -3.7],
  neck: [0.15, -6.3],
  arms: [
    [
      [-0.7, -5],
      [-1.05, -3.9],
    ],
    [
      [0.7, -5],
      [1.3, -4.2],
    ],
  ],
  legs: [
    [
      [0.7, -2.1],
      [0.9, 0],
    ],
    [
      [-0.35, -2],
      [-1.2, -0.15],
    ],
  ],
};

export const strolling: Pose = {
  hip: [0, -3.7],
  neck: [0.05, -6.3],
  arms: [
    [
      [0.55, -5],
      [0.5, -3.8],
    ],
    [
      [-0.5, -5.1],
      [-0.2, -3.9],
    ],
  ],
  legs: [
    [
      [0.35, -2],
      [0.55, 0],
    ],
    [
      [-0.15, -2],
      [-0.6, -0.05],
    ],
  ],
};

interface Dress {
  readonly tall: number;
  readonly skin: Ink;
  readonly top: Ink;
  readonly bottom: Ink;
  /** A skirt to the knee in place of trousers. */
  readonly skirt?: boolean;
  /** A wide straw hat. */
  readonly hat?: Ink;
}

/** A figure in a pose, feet on the origin. */
export function person(pose: Pose, { tall, skin, top, bottom, skirt = false, hat }: Dress): Svg {
  const head = tall / 7.5;
  const at = ([x, y]: Point): Point => [x * head, y * head];
  const limb = (from: Point, [joint, end]: Limb, ink: Ink, weight: number): Svg =>
    stroke(polyline([at(from), at(joint), at(end)]), ink, head * weight);
  const { hip, neck } = pose;
  const shoulder = (side: number): Point => [neck[0] + side * 0.62, neck[1] + 0.42];
  const torso = smooth(
    [
      shoulder(-1.25),
      [neck[0], neck[1] + 0.1],
      shoulder(1.25),
      [(neck[0] + hip[0]) / 2 + 0.62, (neck[1] + hip[1]) / 2],
      [hip[0] + 0.68, hip[1] + 0.2],
      [hip[0] - 0.68, hip[1] + 0.2],
      [(neck[0] + hip[0]) / 2 - 0.62, (neck[1] + hip[1]) / 2],
    ].map((p) => at(p as Point)),
  );
  const cloth = smooth(
    (
      [
        [hip[0] - 0.6, hip[1] - 0.4],
        [hip[0] + 0.6, hip[1] - 0.4],
        [hip[0] + 1.15, hip[1] + 2.2],
        [hip[0], hip[1] + 2.4],
        [hip[0] - 1.15, hip[1] + 2.2],
      ] as const
    ).map(at),
  );
  const [headX, headY] = at([neck[0], neck[1] - 0.62]);
  const legs = pose.legs.map((leg, i) =>
    limb([hip[0] + (i === 0 ? -0.3 : 0.3), hip[1]], leg, skirt ? skin : bottom, skirt ? 0.42 : 0.62),
  );
  const brim = hat
    ? place(
        headX,
        headY - head * 0.28,
        box(-head * 1.05, -head * 0.12, head * 2.1, head * 0.24, hat, head * 0.12) +
          box(-head * 0.5, -head * 0.55, head, head * 0.55, hat, head * 0.22),
      )
    : '';
  return [
    limb(shoulder(-1), pose.arms[0], skin, 0.4),
    legs.join(''),
    skirt ? fill(cloth, bottom) : '',
    fill(torso, top),
    limb(shoulder(1), pose.arms[1], skin, 0.4),
    limb(
      neck,
      [
        [neck[0], neck[1] - 0.3],
        [neck[0], neck[1] - 0.4],
      ],
      skin,
      0.4,
    ),
    disc(headX, headY, head * 0.52, skin),
    brim,
  ].join('');
}
