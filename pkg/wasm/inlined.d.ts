/** The bytes of `deskrules_bg.wasm`, compressed by gzip, as base64. */
export declare const base64: string;
