import moment from "moment";
import "moment-business-time";
import "moment-timezone";

import { HOLIDAYS, MINUTE, ZONE } from "../calendar.js";

export const peer = {
  title: "moment-business-time",
  what: "`moment` with `moment-timezone` and `moment-business-time` with its default hours",
  packages: ["moment", "moment-timezone", "moment-business-time"],
  create() {
    moment.updateLocale("en", { holidays: HOLIDAYS });
    return {
      /** @param {number} at @param {number} time */
      add: (at, time) => moment.tz(at, ZONE).addWorkingTime(time / MINUTE, "minutes").valueOf(),
      /** @param {number} from @param {number} to */
      between: (from, to) => moment.tz(to, ZONE).workingDiff(moment.tz(from, ZONE), "milliseconds"),
    };
  },
};
