export type Shape = { d: string; fill: string } | { d: string; stroke: string; width: number };
type Composition = (palette: Palette, random: () => number) => Shape[];

const tenth = (value: number) => Math.round(value * 10) / 10;
const n = (value: number) => String(tenth(value));

/** Twice the rounded radius and not the rounded double: else the two arcs miss each other, and it shows. */
function disc(x: number, y: number, radius: number) {
  const r = tenth(radius);
  return `M${n(x - r)} ${n(y)}a${r} ${r} 0 1 0 ${n(2 * r)} 0a${r} ${r} 0 1 0 ${n(-2 * r)} 0z`;
}

const box = (x: number, y: number, w: number, h: number) => `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}z`;
const between = (random: () => number, low: number, high: number) => low + random() * (high - low);
const times = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

/** A sun, and ridges one behind the other. */
const ridges: Composition = ([, main, second, light, spark], random) => {
  const ridge = (y: number, swing: number) => {
    const shift = between(random, -8, 8);
    return `M0 ${n(y)}C${n(30 + shift)} ${n(y - swing)} ${n(50 + shift)} ${n(y - swing)} 80 ${n(y)}S${n(130 + shift)} ${n(y + swing)} 160 ${n(y - swing / 3)}V100H0z`;
  };
  const r = between(random, 20, 28);
  return [
    { d: disc(between(random, 44, 118), between(random, 32, 42), r), fill: main },
    { d: ridge(56, between(random, 12, 26)), fill: spark },
    { d: ridge(70, between(random, -20, 18)), fill: second },
    { d: ridge(86, between(random, 8, 18)), fill: light },
  ];
};

/** A grid of quarter and half circles, never two alike next to each other. */
const tiles: Composition = ([, main, second, light, spark], random) => {
  const colours = [main, second, light, spark, main];
  const size = 33.4;
  const paths = new Map<string, string>();
  const kinds = [
    (x: number, y: number) => `M${n(x)} ${n(y)}h${size}a${size} ${size} 0 0 1 ${-size} ${size}z`,
    (x: number, y: number) => `M${n(x + size)} ${n(y + size)}h${-size}a${size} ${size} 0 0 1 ${size} ${-size}z`,
    (x: number, y: number) => `M${n(x)} ${n(y + size)}a${size / 2} ${size / 2} 0 0 1 ${size} 0z`,
    (x: number, y: number) => `M${n(x)} ${n(y)}a${size / 2} ${size / 2} 0 0 0 ${size} 0z`,
    (x: number, y: number) => disc(x + size / 2, y + size / 2, size / 3),
    (x: number, y: number) => `M${n(x)} ${n(y + size)}V${n(y)}l${size} ${size}z`,
  ];
  let last = -1;
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 5; column++) {
      let kind = Math.floor(random() * (kinds.length + 1));
      if (kind === last) kind = (kind + 1) % kinds.length;
      last = kind;
      const draw = kinds[kind];
      const colour = colours[Math.floor(random() * colours.length)];
      if (draw && colour) paths.set(colour, (paths.get(colour) ?? "") + draw(column * size - 3.4, row * size));
    }
  }
  return [...paths].map(([fill, d]) => ({ d, fill }));
};

/** Beams from a stage below the frame, and the lamp. */
const beams: Composition = ([, main, second, light, spark], random) => {
  const x = between(random, 40, 120);
  const count = 7 + Math.floor(random() * 3);
  const span = Math.PI / count;
  const beam = (index: number) => {
    const far = (angle: number) => `${n(x - Math.cos(angle) * 200)} ${n(104 - Math.sin(angle) * 200)}`;
    return `M${n(x)} 104L${far(index * span)}L${far((index + 0.5) * span)}z`;
  };
  const rays = times(count, beam);
  return [
    { d: rays.filter((_, index) => index % 2 === 0).join(""), fill: spark },
    { d: rays.filter((_, index) => index % 2 === 1).join(""), fill: second },
    { d: disc(x, 104, 40), fill: main },
    { d: disc(x, 104, 22), fill: light },
  ];
};

/** Two records, their grooves crossing. */
const rings: Composition = ([, main, second, light], random) => {
  const centres = [
    { x: between(random, 30, 60), y: between(random, 30, 80), colour: main },
    { x: between(random, 100, 135), y: between(random, 20, 70), colour: second },
  ];
  const groove = (x: number, y: number) => times(5, (ring) => disc(x, y, 16 + ring * 11)).join("");
  return [
    ...centres.map(({ x, y, colour }) => ({ d: groove(x, y), stroke: colour, width: 4.5 })),
    ...centres.map(({ x, y }) => ({ d: disc(x, y, 7), fill: light })),
  ];
};

/** Arches in arches, side by side. */
const arches: Composition = ([, main, second, light, spark], random) => {
  const order = random() < 0.5 ? [main, light, second, spark] : [second, spark, main, light];
  const arch = (x: number, base: number, r: number) =>
    `M${n(x - r)} 100V${n(base)}a${n(r)} ${n(r)} 0 0 1 ${n(2 * r)} 0V100z`;
  const feet = times(3, (index) => ({ x: 20 + index * 60, base: between(random, 44, 82) }));
  return order.map((fill, ring) => ({
    d: feet.map(({ x, base }) => arch(x, base, 30 - ring * 7)).join(""),
    fill,
  }));
};

/** Bars of an equaliser, rounded, with one that dares. */
const bars: Composition = ([, main, second, light, spark], random) => {
  const colours = [main, spark, light, spark];
  const dares = 2 + Math.floor(random() * 7);
  const paths = new Map<string, string>();
  times(11, (index) => {
    const height = between(random, 14, 66) + (index === dares ? 14 : 0);
    const fill = index === dares ? second : (colours[index % colours.length] ?? main);
    const middle = 50 - height / 2;
    const bar = `M${n(index * 15 - 1)} ${n(middle)}a6 6 0 0 1 12 0v${n(height)}a6 6 0 0 1 -12 0z`;
    paths.set(fill, (paths.get(fill) ?? "") + bar);
  });
  return [...paths].map(([fill, d]) => ({ d, fill }));
};

/** A big disc, and slanted bands that pass behind and before it. */
const eclipse: Composition = ([, main, second, light, spark], random) => {
  const lean = between(random, 22, 46);
  const band = (x: number, w: number) => `M${n(x)} 100l${n(lean)} -100h${n(w)}l${n(-lean)} 100z`;
  const x = between(random, 52, 108);
  const r = tenth(between(random, 30, 36));
  return [
    { d: times(4, (index) => band(index * 46 - 44, 20)).join(""), fill: spark },
    { d: disc(x, 50, r), fill: main },
    { d: `M${n(x - r)} 50a${n(r)} ${n(r)} 0 0 0 ${n(2 * r)} 0z`, fill: second },
    {
      d: disc(x < 80 ? between(random, 128, 140) : between(random, 20, 32), between(random, 18, 28), r / 3.4),
      fill: light,
    },
  ];
};

/** Terrazzo: chips of four colours, scattered without crowding. */
const terrazzo: Composition = ([, main, second, light, spark], random) => {
  const colours = [main, second, light, spark];
  const chip = (x: number, y: number) => {
    const corners = 4 + Math.floor(random() * 2);
    const turn = random() * Math.PI;
    const points = times(corners, (corner) => {
      const angle = turn + (corner / corners) * 2 * Math.PI;
      const r = between(random, 7, 13);
      return `${n(x + Math.cos(angle) * r)} ${n(y + Math.sin(angle) * r)}`;
    });
    return `M${points.join("L")}z`;
  };
  const spots = times(18, (index) => ({
    x: (index % 6) * 30 + between(random, -2, 14),
    y: Math.floor(index / 6) * 38 + between(random, 2, 22),
  }));
  return colours.map((fill, colour) => ({
    d: spots
      .filter((_, index) => index % 4 === colour)
      .map(({ x, y }) => chip(x, y))
      .join(""),
    fill,
  }));
};

/** Steps up to a moon. */
const stairs: Composition = ([, main, second, light, spark], random) => {
  const left = random() < 0.5;
  const step = (index: number) => {
    const width = 160 - index * 32;
    return box(left ? 160 - width : 0, 84 - index * 16, width, 16);
  };
  const steps = times(4, step);
  return [
    { d: disc(left ? 42 : 118, between(random, 24, 34), between(random, 14, 19)), fill: main },
    { d: `${steps[0] ?? ""}${steps[2] ?? ""}`, fill: second },
    { d: steps[1] ?? "", fill: light },
    { d: steps[3] ?? "", fill: spark },
  ];
};

export const compositions: readonly Composition[] = [
  ridges,
  tiles,
  beams,
  rings,
  arches,
  bars,
  eclipse,
  terrazzo,
  stairs,
];

/** A ground and four colours on it, in the order in which compositions reach for them. */
export type Palette = readonly [ground: string, main: string, second: string, light: string, spark: string];

// None is as light or as dark as a page, so that a cover stands out in both themes.
export const palettes: readonly Palette[] = [
  ["#0f5238", "#b9ee5f", "#f28f5b", "#f4efe0", "#1f7a55"],
  ["#2a3270", "#f25c54", "#f7b267", "#f6ead7", "#4a57a8"],
  ["#5b1e4a", "#f2a0b5", "#e4572e", "#ffd9a0", "#83336d"],
  ["#0b5d7a", "#f2c14e", "#8fd3d8", "#f6e7cb", "#1d7f9f"],
  ["#b8492b", "#f3c9a5", "#2f4a3a", "#f7efe2", "#d96b45"],
  ["#cfe06a", "#1d5c45", "#f0785a", "#fff8e6", "#a8bd3f"],
  ["#9cc7ee", "#1f3f77", "#f6c445", "#fdf5e8", "#6fa5d8"],
  ["#f2aca6", "#7a1f3d", "#2e5e4e", "#fff1dc", "#e58880"],
  ["#26303f", "#e8c547", "#5b9e8a", "#f2e9dc", "#3c4b61"],
  ["#f3c84e", "#c1402a", "#28536b", "#fff7e3", "#dfae2b"],
  ["#3b6b4f", "#f4d8c6", "#f2a65a", "#dce8b4", "#558a69"],
  ["#d94f3d", "#ffd166", "#402039", "#ffeeda", "#f07a62"],
];
