declare module 'stopword' {
  export const eng: readonly string[];
  export const swa: readonly string[];
}
