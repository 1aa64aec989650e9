/** What moves on roads, rails and runways. */
import type { Ink } from '../palette.ts';
import { box, disc, fill, line, repeat, ring, stroke, place } from '../svg.ts';
import type { Svg } from '../svg.ts';

/** A bicycle and rider going right; wheels on y = 0, about 330 long. */
export function cyclist(frameInk: Ink, tyre: Ink, skin: Ink, shirt: Ink, hat: Ink): Svg {
  const wheel = (x: number): Svg =>
    ring(x, -76, 72, tyre, 8) +
    repeat(6, (i) => place(x, -76, line([-68, 0], [68, 0], tyre, 2), { turn: i * 30 })) +
    disc(x, -76, 9, tyre);
  return [
    wheel(-112),
    wheel(118),
    stroke('M-30 -176L-6 -80L-70 -92', skin, 26),
    stroke('M-112 -76L-4 -74L76 -176L-34 -168Z', frameInk, 11),
    stroke('M-112 -76L-38 -172L-4 -74M118 -76L72 -196', frameInk, 11),
    stroke('M72 -196L60 -208H100', tyre, 9),
    fill('M-70 -186C-60 -196 -20 -194 -6 -182C-20 -172 -60 -172 -70 -186Z', tyre),
    disc(-4, -74, 18, tyre),
    stroke('M-40 -192L36 -146L10 -48L38 -44', skin, 28),
    fill('M-62 -208L-26 -216L40 -168L26 -136L-52 -170Z', tyre),
    fill('M-66 -186C-72 -250 -20 -318 20 -320C44 -316 46 -290 36 -272C16 -240 -6 -216 -10 -182Z', shirt),
    stroke('M22 -296L46 -236L92 -206', skin, 20),
    stroke('M20 -300L38 -262', shirt, 30),
    stroke('M26 -320L32 -340', skin, 22),
    disc(38, -362, 31, skin),
    box(-14, -388, 104, 14, hat, 7),
    fill('M8 -382C8 -424 68 -424 70 -382Z', hat),
    fill('M92 -176H152V-232H84Z', hat),
    stroke('M86 -216H152M90 -196H152', tyre, 4),
    disc(104, -240, 15, frameInk),
    disc(130, -242, 17, frameInk),
  ].join('');
}

/** A country bus going right; wheels on y = 0, about 760 long. */
export function bus(body: Ink, band: Ink, glass: Ink, tyre: Ink, light: Ink): Svg {
  const windows = repeat(6, (i) => box(-334 + i * 98, -238, 84, 82, glass, 10));
  const heads = [
    [-300, 1],
    [-196, 1],
    [-8, 1],
    [100, 1],
    [196, 1],
  ]
    .map(
      ([x = 0]) =>
        disc(x, -182, 19, tyre) + fill(`M${x - 28} -156C${x - 26} -178 ${x + 26} -178 ${x + 28} -156Z`, tyre),
    )
    .join('');
  const wheel = (x: number): Svg =>
    disc(x, -46, 66, tyre) + disc(x, -42, 44, tyre) + ring(x, -42, 27, light, 9) + disc(x, -42, 9, light);
  return [
    fill('M-330 -296H190C200 -318 -300 -322 -330 -296Z', band),
    box(-290, -330, 150, 32, band, 8),
    box(-110, -326, 110, 28, tyre, 8),
    fill(
      'M-372 -52V-256C-372 -282 -354 -296 -330 -296H300C352 -296 366 -270 374 -220L384 -128V-52C384 -42 378 -36 368 -36H-356C-366 -36 -372 -42 -372 -52Z',
      body,
    ),
    windows,
    heads,
    fill('M268 -240H322C336 -240 342 -232 346 -212L356 -150H268Z', glass),
    disc(312, -176, 20, tyre),
    stroke('M292 -150L324 -130L340 -150', tyre, 7),
    fill('M-372 -136H384V-104H-372Z', band),
    fill('M-372 -92H384V-82H-372Z', band),
    line([250, -240], [250, -44], band, 5),
    box(366, -92, 22, 30, light, 8),
    box(-376, -92, 12, 34, band, 5),
    fill('M356 -210L398 -216L396 -172H366Z', tyre),
    wheel(-230),
    wheel(210),
  ].join('');
}

/** One car of the passenger train, 300 long, floor on y = 0. */
export function trainCar(body: Ink, band: Ink, glass: Ink): Svg {
  return (
    box(-148, -84, 296, 84, body, 10) +
    box(-148, -28, 296, 12, band) +
    repeat(6, (i) => box(-132 + i * 46, -68, 34, 28, glass, 5)) +
    box(-152, -8, 304, 8, glass)
  );
}

/** The train's nose, going right from x = −148. */
export function trainNose(body: Ink, band: Ink, glass: Ink): Svg {
  return (
    fill('M-148 0V-74C-148 -80 -144 -84 -138 -84H40C110 -84 160 -50 190 -14C194 -6 190 0 182 0Z', body) +
    fill('M-148 -28H166L186 -16H-148Z', band) +
    fill('M64 -72C104 -66 132 -48 150 -34H76C66 -34 60 -40 60 -48Z', glass) +
    repeat(4, (i) => box(-132 + i * 46, -68, 34, 28, glass, 5)) +
    box(-152, -8, 338, 8, glass)
  );
}

/** An airliner climbing toward the right, seen from the side, about 900 long, nose up when turned. */
export function airliner(body: Ink, shade: Ink, tail: Ink, dark: Ink): Svg {
  return [
    fill('M-30 -16L150 -150H196L116 -20Z', shade),
    fill('M-400 -34L-470 -176H-402L-280 -52Z', tail),
    fill(
      'M430 6C420 -26 380 -50 310 -54L-250 -56C-330 -50 -410 -36 -452 -26C-462 -22 -460 -14 -450 -12C-380 6 -300 42 -230 46L300 46C380 46 424 30 430 6Z',
      body,
    ),
    fill(
      'M430 8C380 26 200 22 -60 22C-240 22 -360 6 -452 -20C-380 6 -300 42 -230 46L300 46C380 46 424 30 430 8Z',
      shade,
    ),
    fill('M336 -46H372C386 -42 396 -36 404 -26H344Z', dark),
    repeat(20, (i) => box(-212 + i * 26, -26, 12, 16, dark, 5)),
    fill('M-340 -20L-470 40H-424L-270 4Z', tail),
    fill('M90 18L-130 178H-184L-96 12Z', tail),
    box(-38, 62, 120, 44, dark, 22),
    box(56, 62, 26, 44, body, 12),
  ].join('');
}
