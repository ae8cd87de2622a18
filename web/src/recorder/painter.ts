import { contain, focus, grid, stripRoom, type Tile } from '../meeting/stage/layout';

/** A person in the picture. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** The participant's own colour (any CSS colour; other text is ignored). */
  readonly color: string | undefined;
  readonly muted: boolean;
  readonly speaking: boolean;
  readonly camera: HTMLVideoElement | undefined;
}

/** What one picture shows. */
export interface Scene {
  readonly title: string;
  readonly screen: { readonly element: HTMLVideoElement; readonly name: string } | undefined;
  readonly people: readonly Person[];
}

const ground = '#0f141b';
const surface = '#1d2530';
const text = '#f4f6f8';
const ring = '#4f9cf9';
const danger = '#e5484d';
const family = 'system-ui, "Noto Sans", "DejaVu Sans", sans-serif';
const margin = 12;
const radius = 12;

/** Draws scenes on a canvas. */
export class Painter {
  readonly #pen: CanvasRenderingContext2D;
  readonly #stage: { width: number; height: number; gap: number };

  constructor(readonly canvas: HTMLCanvasElement) {
    const pen = canvas.getContext('2d', { alpha: false });
    if (!pen) throw new Error('no canvas');
    this.#pen = pen;
    this.#stage = { width: canvas.width - 2 * margin, height: canvas.height - 2 * margin, gap: 8 };
  }

  /** How many people fit beside a shared screen. */
  get besideScreen(): number {
    return stripRoom(this.#stage);
  }

  /** The places for a number of people, in the pixels of the canvas. */
  places(people: number, screen: boolean): { main: Tile | undefined; tiles: Tile[] } {
    const shift = (tile: Tile) => ({ ...tile, x: tile.x + margin, y: tile.y + margin });
    if (!screen) return { main: undefined, tiles: grid(people, this.#stage).map(shift) };
    const { main, strip } = focus(people, this.#stage);
    return { main: shift(main), tiles: strip.map(shift) };
  }

  draw(scene: Scene): void {
    const { width, height } = this.canvas;
    this.#pen.fillStyle = ground;
    this.#pen.fillRect(0, 0, width, height);
    const { main, tiles } = this.places(scene.people.length, scene.screen !== undefined);
    if (main && scene.screen) this.#screen(main, scene.screen);
    scene.people.forEach((person, index) => {
      const tile = tiles[index];
      if (tile) this.#person(tile, person);
    });
    if (!scene.screen && scene.people.length === 0) this.#centred(scene.title, width / 2, height / 2, 32, '#8b98a9');
  }

  #screen(tile: Tile, screen: NonNullable<Scene['screen']>): void {
    const { element } = screen;
    if (playing(element)) {
      const place = contain(tile, element.videoWidth / element.videoHeight);
      this.#pen.drawImage(element, place.x, place.y, place.width, place.height);
    }
    this.#label(tile, screen.name, false);
  }

  #person(tile: Tile, person: Person): void {
    this.#pen.save();
    this.#pen.beginPath();
    this.#pen.roundRect(tile.x, tile.y, tile.width, tile.height, radius);
    this.#pen.clip();
    this.#pen.fillStyle = surface;
    this.#pen.fillRect(tile.x, tile.y, tile.width, tile.height);
    if (person.camera && playing(person.camera)) this.#camera(tile, person.camera);
    else this.#initials(tile, person);
    this.#label(tile, person.name, person.muted);
    this.#pen.restore();
    if (person.speaking) this.#ring(tile);
  }

  /** A camera fills its tile, unless too much of a picture taken upright would be lost. */
  #camera(tile: Tile, video: HTMLVideoElement): void {
    const aspect = video.videoWidth / video.videoHeight;
    if (aspect < 1) {
      const place = contain(tile, aspect);
      this.#pen.drawImage(video, place.x, place.y, place.width, place.height);
      return;
    }
    const width = Math.min(video.videoWidth, video.videoHeight * (tile.width / tile.height));
    const height = width / (tile.width / tile.height);
    const left = (video.videoWidth - width) / 2;
    const top = (video.videoHeight - height) / 2;
    this.#pen.drawImage(video, left, top, width, height, tile.x, tile.y, tile.width, tile.height);
  }

  #initials(tile: Tile, person: Person): void {
    const size = Math.min(tile.width, tile.height) * 0.4;
    const x = tile.x + tile.width / 2;
    const y = tile.y + tile.height / 2;
    this.#pen.fillStyle = '#5b6b80';
    // Text that is no colour leaves the one set above.
    this.#pen.fillStyle = person.color ?? '#5b6b80';
    this.#pen.beginPath();
    this.#pen.arc(x, y, size / 2, 0, 2 * Math.PI);
    this.#pen.fill();
    this.#centred(initials(person.name), x, y, size * 0.42, '#ffffff');
  }

  #label(tile: Tile, name: string, muted: boolean): void {
    const size = Math.max(14, Math.min(20, tile.height / 14));
    const pad = size * 0.5;
    this.#pen.font = `500 ${size}px ${family}`;
    const dot = muted ? size : 0;
    const shown = this.#fitting(name, tile.width - 4 * pad - dot);
    const width = this.#pen.measureText(shown).width + 2 * pad + dot;
    const height = size * 1.6;
    const x = tile.x + pad;
    const y = tile.y + tile.height - height - pad;
    this.#pen.fillStyle = 'rgba(10, 14, 20, 0.72)';
    this.#pen.beginPath();
    this.#pen.roundRect(x, y, width, height, height / 3);
    this.#pen.fill();
    if (muted) this.#microphoneOff(x + pad + size * 0.25, y + height / 2, size);
    this.#pen.fillStyle = text;
    this.#pen.textAlign = 'left';
    this.#pen.textBaseline = 'middle';
    this.#pen.fillText(shown, x + pad + dot, y + height / 2);
  }

  #microphoneOff(x: number, y: number, size: number): void {
    this.#pen.fillStyle = danger;
    this.#pen.beginPath();
    this.#pen.roundRect(x - size * 0.16, y - size * 0.42, size * 0.32, size * 0.55, size * 0.16);
    this.#pen.fill();
    this.#pen.strokeStyle = danger;
    this.#pen.lineWidth = Math.max(1.5, size * 0.1);
    this.#pen.beginPath();
    this.#pen.moveTo(x - size * 0.35, y - size * 0.4);
    this.#pen.lineTo(x + size * 0.35, y + size * 0.4);
    this.#pen.stroke();
  }

  #ring(tile: Tile): void {
    this.#pen.strokeStyle = ring;
    this.#pen.lineWidth = 4;
    this.#pen.beginPath();
    this.#pen.roundRect(tile.x + 2, tile.y + 2, tile.width - 4, tile.height - 4, radius - 2);
    this.#pen.stroke();
  }

  #centred(words: string, x: number, y: number, size: number, color: string): void {
    this.#pen.font = `600 ${size}px ${family}`;
    this.#pen.fillStyle = color;
    this.#pen.textAlign = 'center';
    this.#pen.textBaseline = 'middle';
    this.#pen.fillText(this.#fitting(words, this.canvas.width - 80), x, y);
  }

  #fitting(words: string, width: number): string {
    if (this.#pen.measureText(words).width <= width) return words;
    const letters = characters(words);
    while (letters.length > 1 && this.#pen.measureText(`${letters.join('')}…`).width > width) letters.pop();
    return `${letters.join('')}…`;
  }
}

function playing(video: HTMLVideoElement): boolean {
  return video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0;
}

/** The first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.split(/[\s.\-_@]+/u).filter((word) => word.length > 0);
  const first = characters(words[0] ?? '')[0] ?? '?';
  const last = words.length > 1 ? (characters(words.at(-1) ?? '')[0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

const segmenter = new Intl.Segmenter();

/** What a reader sees as letters: an emoji or an accented letter is one. */
function characters(words: string): string[] {
  return Array.from(segmenter.segment(words), ({ segment }) => segment);
}
