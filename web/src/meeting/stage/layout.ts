/** A place on the stage, in the unit of the given size (CSS pixels or canvas pixels). */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a layout needs to know of the stage. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

const wide = 16 / 9;

/**
 * Places `count` equal tiles so that they are as large as the stage allows: centred rows, the last one centred too.
 * Tiles are 16:9; on a narrow stage they may grow taller, down to `slimmest` (width / height).
 */
export function grid(count: number, stage: Stage, slimmest = wide): Tile[] {
  if (count < 1 || stage.width <= 0 || stage.height <= 0) return [];
  const { columns, width, height } = largest(count, stage, slimmest);
  const rows = Math.ceil(count / columns);
  const top = (stage.height - rows * height - (rows - 1) * stage.gap) / 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = row < rows - 1 ? columns : count - row * columns;
    const left = (stage.width - inRow * width - (inRow - 1) * stage.gap) / 2;
    const column = index - row * columns;
    return { x: left + column * (width + stage.gap), y: top + row * (height + stage.gap), width, height };
  });
}

/** A large place (a shared screen, the speaker) with a strip of small tiles at its right, or below it when the stage is tall. */
export function focus(count: number, stage: Stage): { main: Tile; strip: Tile[] } {
  const { width, height, gap } = stage;
  const shown = Math.min(count, stripRoom(stage));
  if (shown < 1) return { main: { x: 0, y: 0, width, height }, strip: [] };
  const tile = stripTile(stage);
  const centred = (length: number, size: number) => (length - shown * size - (shown - 1) * gap) / 2;
  if (isTall(stage)) {
    const main = { x: 0, y: 0, width, height: height - tile.height - gap };
    const x = (index: number) => centred(width, tile.width) + index * (tile.width + gap);
    return { main, strip: Array.from({ length: shown }, (_, i) => ({ x: x(i), y: main.height + gap, ...tile })) };
  }
  const main = { x: 0, y: 0, width: width - tile.width - gap, height };
  const y = (index: number) => centred(height, tile.height) + index * (tile.height + gap);
  return { main, strip: Array.from({ length: shown }, (_, i) => ({ x: main.width + gap, y: y(i), ...tile })) };
}

/** How many tiles the strip of `focus` has room for. */
export function stripRoom(stage: Stage): number {
  const tile = stripTile(stage);
  const [length, size] = isTall(stage) ? [stage.width, tile.width] : [stage.height, tile.height];
  return Math.max(0, Math.floor((length + stage.gap) / (size + stage.gap)));
}

/** The largest rectangle with the given aspect ratio inside a tile, centred. */
export function contain(tile: Tile, aspect: number): Tile {
  const width = Math.min(tile.width, tile.height * aspect);
  const height = width / aspect;
  return { x: tile.x + (tile.width - width) / 2, y: tile.y + (tile.height - height) / 2, width, height };
}

function largest(count: number, stage: Stage, slimmest: number) {
  let best = { columns: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const cell = {
      width: (stage.width - (columns - 1) * stage.gap) / columns,
      height: (stage.height - (rows - 1) * stage.gap) / rows,
    };
    const size = fit(cell, slimmest);
    if (size.width * size.height > best.width * best.height + 0.01) best = { columns, ...size };
  }
  return best;
}

function fit(cell: { width: number; height: number }, slimmest: number) {
  const aspect = Math.min(wide, Math.max(slimmest, cell.width / cell.height));
  const width = Math.max(0, Math.min(cell.width, cell.height * aspect));
  return { width, height: width / aspect };
}

function isTall(stage: Stage): boolean {
  return stage.height > stage.width;
}

/** A tile of the strip is a fifth of the stage's long side wide, but never unreadable nor domineering. */
function stripTile(stage: Stage): { width: number; height: number } {
  const width = Math.min(280, Math.max(112, Math.max(stage.width, stage.height) / 5));
  return { width, height: width / wide };
}
