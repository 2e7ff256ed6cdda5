/** The reference implementation has no types of its own. */
declare module 'edtf' {
  // biome-ignore lint/style/noDefaultExport: this is the shape of the package
  export default function parse(text: string): { readonly min: number; readonly max: number };
}
