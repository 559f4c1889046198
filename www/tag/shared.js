// What is not of one element alone. Each file of an element names this one, so that they share a single file more and not many small ones.
import "../client/web.js";
import "../elements/base.js";
import "../elements/desks.js";
import "../elements/fields.js";
import "../elements/options.js";
import "../elements/times.js";
