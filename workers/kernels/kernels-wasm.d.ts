/** The kernels of the folder `assembly` beside, compiled: made by the plugin of vite.config.ts. */
declare module '*/kernels.wasm?bytes' {
  export const kernelsBase64: string;
}
