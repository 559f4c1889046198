// The short form of `cargo xtask soak`.
import { test } from "node:test";
import { soak } from "../soak/calls.js";

test("after a hundred thousand mixed calls memory is where it was after the first thousand", async () => {
  await soak(100_000);
});
