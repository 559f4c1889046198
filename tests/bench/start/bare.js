import { done } from "./done.js";

done(Date.parse("2026-11-24T09:30:00Z"));
