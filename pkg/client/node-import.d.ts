export * from "../cjs/client/node-require.js";
