// Both functions answer promises, so `require` needs no copy of the modules.
exports.checkPatchFile = async (path, options) => (await import("./index.js")).checkPatchFile(path, options);
exports.checkChangeFile = async (path, options) => (await import("./index.js")).checkChangeFile(path, options);
