import dayjs from "dayjs";
import businessTime from "dayjs-business-time";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";

import { HOLIDAYS, MINUTE, ZONE } from "../calendar.js";

export const peer = {
  title: "dayjs-business-time",
  what: "`dayjs` with its plugins `utc` and `timezone`, and `dayjs-business-time` with its default hours",
  packages: ["dayjs", "dayjs-business-time"],
  create() {
    dayjs.extend(utc);
    dayjs.extend(timezone);
    dayjs.extend(businessTime);
    dayjs.setHolidays(HOLIDAYS);
    return {
      /** @param {number} at @param {number} time */
      add: (at, time) => dayjs(at).tz(ZONE).addBusinessMinutes(time / MINUTE).valueOf(),
      /** @param {number} from @param {number} to */
      between: (from, to) => dayjs(from).tz(ZONE).businessMinutesDiff(dayjs(to).tz(ZONE)) * MINUTE,
    };
  },
};
