type Files = typeof import("./index.js", { with: { "resolution-mode": "import" } });
export declare const checkPatchFile: Files["checkPatchFile"];
export declare const checkChangeFile: Files["checkChangeFile"];
