import "./shared.js";
import "../client/worker.js";
