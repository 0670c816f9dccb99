/** Pixels of red, green, blue and opacity, row by row. */
export interface Raster {
  data: Buffer;
  width: number;
  height: number;
}
